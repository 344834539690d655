// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Regular expressions as packs write them: RE2 syntax, matched on bytes (a log need not be valid UTF-8).
// Plain functions, any thread.

#include <QString>
#include <QStringList>

namespace gordian {

/// What is wrong with it, or empty.
QString patternMistake(const QString &pattern);
/// As above, and it must not match an empty line: it would match every line.
QString linePatternMistake(const QString &pattern);
/// Names of its groups, in order.
QStringList patternGroups(const QString &pattern);

} // namespace gordian
