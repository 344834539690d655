// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text of any length, read in blocks, of which no more is kept than fits: all of one that is short. Of a
// long one the beginning and the end are kept as they are, and in between the first few lines of each shape
// (core/lineshape.h), since logs that are long say the same again and again. Used by one thread.

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <vector>

namespace gordian {

/// What a text was shortened to.
struct KeptText {
    QByteArray bytes;
    bool shortened = false;
};

class LongText {
public:
    /// `most`: how many bytes are kept at the end; twice as many while it is read.
    explicit LongText(qsizetype most);

    void add(QByteArrayView block);
    /// The end of the reading.
    KeptText take();

private:
    void shorten();
    bool isNews(QByteArrayView line);
    qsizetype lineBehind(qsizetype at) const;

    const qsizetype m_most;
    QByteArray m_kept; ///< the beginning, what was chosen, and the newest as it came
    qsizetype m_begun = 0; ///< where the beginning ends
    qsizetype m_chosen = 0; ///< where what was chosen ends
    bool m_shortened = false;
    std::vector<std::uint64_t> m_shapes; ///< by hash: the shape met there last, and how often it was kept
    QByteArray m_shape;
};

/// A text that is there already.
KeptText shortened(const QByteArray &text, qsizetype most);

} // namespace gordian
