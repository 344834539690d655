// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pieces of a regular expression (RE2 syntax on bytes, https://github.com/google/re2/wiki/Syntax), for
// those who want to know what a match must hold. RE2 tells nobody. Plain functions, any thread.

#include <QByteArrayView>

#include <bitset>
#include <optional>
#include <string>
#include <vector>

namespace gordian {

using ByteSet = std::bitset<256>;

ByteSet byteRange(int first, int last);

struct PatternToken {
    enum Kind {
        Bytes, ///< one byte of `bytes`
        Open,
        Close,
        Or,
        Edge, ///< "^", "$", "\b"
        Maybe, ///< what stands before may be missing
        Again, ///< what stands before may come several times, but comes
    };
    Kind kind = Bytes;
    ByteSet bytes; ///< letters of either case together: more than the pattern may take, never less
    ByteSet certain; ///< never more than it takes
    std::string text; ///< as it is written
    int times = 0; ///< of Again: how often exactly; 0: not said
};

/// Nothing if the pattern is written in a way that is not understood here.
std::optional<std::vector<PatternToken>> patternTokens(QByteArrayView pattern);

} // namespace gordian
