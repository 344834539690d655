// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Places in a text: lines, columns, indents. Pure functions, any thread. Offsets are in bytes.

#include <QByteArray>

namespace gordian {

/// Of the 1-based line and the 1-based column, which counts characters of UTF-8.
qsizetype offsetOf(const QByteArray &text, int line, int column);
/// Where the line begins that `offset` stands in.
qsizetype lineStart(const QByteArray &text, qsizetype offset);
/// Where the next line begins; the text's end after the last.
qsizetype nextLine(const QByteArray &text, qsizetype offset);
/// The blanks that the line at `offset` begins with.
QByteArray indentAt(const QByteArray &text, qsizetype offset);

} // namespace gordian
