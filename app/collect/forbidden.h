// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The files whose contents never leave a node. The one place where this is decided: the script's `show` gets
// this list, the documentation prints it, and tests read every probe against it. Any thread.

#include <QString>
#include <QStringList>

namespace gordian {

/// Shell patterns (as in `case`) for whole paths, each with the reason after " # ".
QStringList forbiddenPaths();

/// The same as one line of `case` alternatives: "*.key | *secrets/...".
QByteArray forbiddenCase();

} // namespace gordian
