// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which digits of a line a pattern can tell apart. Log lines repeat themselves but for their digits (times,
// process ids, counts), and most patterns take any digit where they take one (\d, \w, .): for such a pattern
// two lines that differ in their digits alone are the same line. Plain functions and values, any thread.

#include "core/lineshape.h"
#include "diagnose/patterntokens.h"

#include <QByteArrayView>

#include <string>
#include <vector>

namespace gordian {

/// Bytes that a match holds side by side, each out of a set, with a digit among them that is told from
/// others.
struct DigitRun {
    std::vector<ByteSet> bytes; ///< '0' stands for any digit of the set
    std::vector<std::size_t> choosy; ///< those of `bytes` that take some digits and not others
    bool onlyDigits = true; ///< the choosy ones take nothing but digits
};

struct DigitSense {
    std::vector<DigitRun> runs; ///< none: no digit is told from others
    std::string relaxed; ///< the pattern with any digit for each: what it does not match, no such line does
};

/// Lines of one shape that have the same digits wherever a run fits the shape both match the pattern, or
/// neither does: whatever else of a match falls on a digit takes any.
DigitSense digitSense(const std::vector<PatternToken> &pattern);

/// Appends the places in `shape` where a choosy byte of `run` may stand. `digits`: where the shape has a '0'.
void findRun(const DigitRun &run, QByteArrayView shape, const std::vector<int> &digits,
             std::vector<int> &places);

} // namespace gordian
