// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The wildcards of ssh_config(5) PATTERNS, which known_hosts shares: '*', '?', and '!' before a pattern that
// excludes. Pure functions, any thread.

#include <QStringList>

namespace gordian {

/// One pattern must match and no excluding one may.
bool matchesPatternList(const QString &text, const QStringList &patterns);

} // namespace gordian
