// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/textplace.h"

#include <algorithm>

namespace gordian {

qsizetype offsetOf(const QByteArray &text, int line, int column)
{
    qsizetype at = 0;
    for (int i = 1; i < line; ++i) {
        at = nextLine(text, at);
    }
    for (int i = 1; i < column && at < text.size(); ++i) {
        ++at;
        while (at < text.size() && (uchar(text.at(at)) & 0xC0U) == 0x80U) {
            ++at;
        }
    }
    return at;
}

qsizetype lineStart(const QByteArray &text, qsizetype offset)
{
    return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

qsizetype nextLine(const QByteArray &text, qsizetype offset)
{
    const qsizetype end = text.indexOf('\n', offset);
    return end < 0 ? text.size() : end + 1;
}

QByteArray indentAt(const QByteArray &text, qsizetype offset)
{
    const qsizetype from = lineStart(text, offset);
    qsizetype to = from;
    while (to < text.size() && (text.at(to) == ' ' || text.at(to) == '\t')) {
        ++to;
    }
    return text.mid(from, to - from);
}

} // namespace gordian
