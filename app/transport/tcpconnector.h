// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Resolves a name and connects to one of its addresses, so that an unknown name, a refusal, an unreachable
// network and silence are told apart. Runs on a worker's thread, waits only in poll(), ends at once when
// cancelled.

#include "core/connection.h"
#include "transport/sshcontrol.h"

#include <tl/expected.hpp>

#include <QDeadlineTimer>

#include <functional>

namespace gordian {

/// A connected, non-blocking socket without Nagle's delay. The failure has its layer and detail only.
/// `connecting` is called once the name is resolved.
tl::expected<int, ConnectFailure> connectTcp(SshControl &control, const QString &host, quint16 port,
                                             const QDeadlineTimer &deadline,
                                             const std::function<void()> &connecting);

} // namespace gordian
