// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "evidence/lineindex.h"

#include <algorithm>

namespace gordian::ui {

LineIndex::LineIndex(QByteArray bytes) : m_bytes(std::move(bytes))
{
    qsizetype at = 0;
    while (at < m_bytes.size()) {
        if (m_count % Stride == 0) {
            m_marks << at;
        }
        ++m_count;
        const qsizetype end = m_bytes.indexOf('\n', at);
        if (end < 0) {
            break;
        }
        at = end + 1;
    }
}

qsizetype LineIndex::offset(int line) const
{
    if (line > m_count || m_marks.isEmpty()) {
        return m_bytes.size();
    }
    const int number = std::max(1, line) - 1;
    qsizetype at = m_marks[number / Stride];
    for (int skip = number % Stride; skip > 0; --skip) {
        at = m_bytes.indexOf('\n', at) + 1;
    }
    return at;
}

int LineIndex::lineAt(qsizetype offset) const
{
    if (m_marks.isEmpty()) {
        return 0;
    }
    const auto mark = std::upper_bound(m_marks.cbegin(), m_marks.cend(), offset) - 1;
    const auto first = std::max(mark, m_marks.cbegin());
    int line = int(first - m_marks.cbegin()) * Stride + 1;
    qsizetype at = *first;
    while (line < m_count) {
        at = m_bytes.indexOf('\n', at) + 1;
        if (at > offset) {
            break;
        }
        ++line;
    }
    return line;
}

qsizetype LineIndex::length(int number) const
{
    const qsizetype begin = offset(number);
    const qsizetype end = m_bytes.indexOf('\n', begin);
    return (end < 0 ? m_bytes.size() : end) - begin;
}

QByteArray LineIndex::line(int number, qsizetype cut) const
{
    if (number < 1 || number > m_count) {
        return {};
    }
    const qsizetype begin = offset(number);
    const qsizetype whole = length(number);
    const qsizetype shown = cut < 0 ? whole : std::min(cut, whole);
    return QByteArray::fromRawData(m_bytes.constData() + begin, shown);
}

} // namespace gordian::ui
