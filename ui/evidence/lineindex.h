// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where lines begin in a big text, at a cost that does not follow the number of lines: every 128th is
// remembered, the rest is found again. A plain value that shares the bytes; any thread.

#include <QByteArray>
#include <QVector>

namespace gordian::ui {

class LineIndex {
public:
    LineIndex() = default;
    explicit LineIndex(QByteArray bytes);

    int count() const { return m_count; }
    const QByteArray &bytes() const { return m_bytes; }
    /// Byte offset of the 1-based line; one past the last line gives the end.
    qsizetype offset(int line) const;
    /// The 1-based line that holds byte `offset`.
    int lineAt(qsizetype offset) const;
    /// The line without its end; no copy. `cut` bytes at most, -1: all.
    QByteArray line(int number, qsizetype cut = -1) const;
    qsizetype length(int number) const;

private:
    static constexpr int Stride = 128;

    QByteArray m_bytes;
    QVector<qsizetype> m_marks; ///< offsets of lines 1, 129, 257, ...
    int m_count = 0;
};

} // namespace gordian::ui
