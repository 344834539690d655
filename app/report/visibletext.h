// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Makes hostile text harmless to look at: terminal sequences are dropped, and every character that is not
// seen or that moves others is replaced by one that is seen. Escaping for a format comes after. Pure; any
// thread.

#include <QString>

namespace gordian {

inline constexpr qsizetype LongestShownLine = 2000;

/// One line: line ends are shown as symbols. Longer than `limit` characters: cut, with a mark that says by
/// how much.
QString visibleLine(const QString &hostile, qsizetype limit = LongestShownLine);

/// Several lines; each as visibleLine() but for the line feeds between them.
QString visibleText(const QString &hostile, qsizetype limit = LongestShownLine);

} // namespace gordian
