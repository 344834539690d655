// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A pattern of a pack (RE2 syntax) as ripgrep and grep take it, saying the same. Plain functions.

#include <QByteArray>
#include <QString>

namespace gordian::bench {

/// For `rg --no-unicode`, which knows no escapes that need none and wants its brackets and braces escaped.
QByteArray asRust(const QString &pattern);

/// For `grep -E` in the C locale; empty if it cannot say the same (a part of it in which case does not
/// count).
QByteArray asExtended(const QString &pattern);

} // namespace gordian::bench
