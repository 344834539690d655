// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything that a line must hold for a pattern to match, and a test of it that costs next to nothing once
// the line's shape (core/lineshape.h) was read. Letters count in either case. Plain values; const use from
// any thread.

#include "diagnose/patterntokens.h"

#include <QByteArrayView>

#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

namespace gordian {

/// Pieces of a string, and which three bytes stand side by side in them.
struct WantedText {
    std::vector<std::string> pieces; ///< in lower case, digits made '0'
    std::vector<std::uint16_t> grams;

    void add(const std::string &piece);
};

/// A shape, prepared for being asked what it holds.
class ShapeText {
public:
    void read(QByteArrayView shape);
    /// Most that it does not hold fail by the three bytes alone.
    bool has(const WantedText &wanted) const;

private:
    friend struct WantedText;
    static constexpr int kBits = 13;
    static std::uint16_t slot(std::uint32_t threeBytes)
    {
        return std::uint16_t((threeBytes * 0x9E3779B1U) >> (32 - kBits));
    }

    std::string m_text; ///< in lower case
    std::bitset<std::size_t(1) << kBits> m_seen; ///< three bytes that it has; some seem to be that are not
};

class PatternNeeds {
public:
    PatternNeeds() = default;
    explicit PatternNeeds(const std::vector<PatternToken> &pattern);

    /// False: no line of this shape can match.
    bool areMetBy(const ShapeText &shape, bool holdsIdentifiers) const
    {
        return areMet(m_all, shape, holdsIdentifiers ? &Need::outside : &Need::whole);
    }

private:
    struct Need;
    using All = std::vector<Need>;
    /// A string, or one of several.
    struct Need {
        WantedText whole;
        WantedText outside; ///< what of it lies in no identifier
        std::vector<All> oneOf;
    };
    using Wanted = WantedText Need::*;
    class Building;

    static bool areMet(const All &all, const ShapeText &shape, Wanted wanted);

    All m_all;
};

} // namespace gordian
