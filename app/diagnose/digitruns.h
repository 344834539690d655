// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which digits of a line, and which characters of its identifiers, a pattern can tell apart. Log lines repeat
// themselves but for these (times, process ids, counts, containers), and most patterns take any digit where
// they take one (\d, \w, .): for such a pattern two lines of one shape are the same line. Plain functions and
// values, any thread.

#include "core/lineshape.h"
#include "diagnose/patterntokens.h"

#include <QByteArray>
#include <QByteArrayView>

#include <string>
#include <vector>

namespace gordian {

/// Where the characters stand that lines of one shape need not have in common.
class ShapePlaces {
public:
    explicit ShapePlaces(QByteArrayView shape);

    static constexpr char kIdentifier = '\x01'; ///< in marked(): any character of an identifier

    const QByteArray &marked() const { return m_marked; }
    const std::vector<int> &all() const { return m_all; }
    const std::vector<int> &digits() const { return m_digits; }
    const std::vector<int> &identifiers() const { return m_identifiers; }

private:
    QByteArray m_marked;
    std::vector<int> m_all;
    std::vector<int> m_digits;
    std::vector<int> m_identifiers;
};

/// Bytes that a match holds side by side, each out of a set, and which of them tell digits apart or
/// characters of an identifier.
struct DigitRun {
    std::vector<ByteSet> bytes; ///< '0' stands for any digit of the set, kIdentifier for any of 0-9 and a-f
    std::vector<std::size_t> choosy; ///< those that take some digits and not others
    std::vector<std::size_t> choosyInIdentifiers; ///< ... some of 0-9 and a-f, and may lie in an identifier
    bool onlyDigits = true; ///< the choosy ones take nothing but digits
};

struct DigitSense {
    std::vector<DigitRun> runs; ///< none: nothing is told apart
    bool tellsDigits = false;
    bool tellsIdentifiers = false;
    std::string
        relaxed; ///< the pattern that takes '0' for each of them: a shape it does not match has no match
};

/// Lines of one shape that have the same characters wherever a run fits the shape both match the pattern, or
/// neither does: whatever else of a match falls on a digit or on an identifier takes any.
DigitSense digitSense(const std::vector<PatternToken> &pattern);

/// Appends those of `places` where a choosy byte of `run` may stand.
void findRun(const DigitRun &run, const ShapePlaces &places, std::vector<int> &found);

/// The pieces of `text` that lie in no identifier, wherever it stands.
std::vector<std::string> outsideIdentifiers(const std::string &text);

} // namespace gordian
