// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was found out about lines of one shape (core/lineshape.h): they differ in digits and identifiers. Logs
// of failing nodes say the same thing again and again: what was matched once is not matched again. Bounded;
// used by one thread, for one text.

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gordian {

struct LineShape {
    /// What the digits and characters that count say, and which of `doubtful` such a line matches.
    struct Verdict {
        QByteArray digits;
        std::vector<int> matched;
    };

    std::vector<int> sure; ///< signatures that every line of this shape matches
    std::vector<int> doubtful; ///< signatures that a line matches or not, by its digits
    QByteArrayView first; ///< the line that was matched first
    bool seenAgain = false; ///< then `places` are known
    std::vector<int> places; ///< of the digits and characters that count
    std::vector<Verdict> verdicts;

    const Verdict *verdictFor(const QByteArray &digits) const;
    /// The newest few are kept.
    const Verdict &learn(Verdict verdict);
    /// What `line` has at `places`.
    void pick(QByteArrayView line, QByteArray &digits) const;

private:
    std::size_t m_next = 0;
};

class LineShapes {
public:
    /// Nothing if no line of this shape is known. Good until the next call of add().
    LineShape *find(QByteArrayView shape);
    LineShape &add(QByteArrayView shape);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return qHashBits(text.data(), text.size(), QHashSeed::globalSeed());
        }
    };

    std::unordered_map<std::string, LineShape, Hash, std::equal_to<>> m_shapes;
    std::size_t m_bytes = 0;
};

} // namespace gordian
