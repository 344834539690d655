// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names of codes as files hold them. A name once given never changes: old cases have it. Pure; any thread.

#include "core/artifact.h"
#include "core/connection.h"

#include <QLatin1String>

#include <optional>

namespace gordian {

QLatin1String codeName(ArtifactState state);
QLatin1String codeName(ConnectState state);
QLatin1String codeName(ConnectLayer layer);
QLatin1String codeName(Privilege privilege);
QLatin1String codeName(NodeRole role);
QLatin1String codeName(NodeOrigin origin);
QLatin1String codeName(Via via);

/// The code of that name; nothing for a name of a later version. Instantiated for the codes above.
template <typename Code> std::optional<Code> codeOfName(const QString &name);

} // namespace gordian
