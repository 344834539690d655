// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything that a line must hold for a pattern to match, and a test of it that costs next to nothing once
// the line's grams are known. Letters count in either case. Plain values; const use from any thread.

#include "diagnose/patterntokens.h"

#include <QByteArrayView>

#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

namespace gordian {

/// Which three bytes stand side by side somewhere in a line; some seem to that do not.
class LineGrams {
public:
    void read(QByteArrayView line);
    bool has(const std::vector<std::uint16_t> &grams) const
    {
        for (const std::uint16_t each : grams) {
            if (!m_seen[each]) {
                return false;
            }
        }
        return true;
    }
    /// Of a string; none if it is shorter than three bytes.
    static std::vector<std::uint16_t> of(const std::string &text);

private:
    static constexpr int kBits = 13;
    static std::uint16_t slot(std::uint32_t threeBytes)
    {
        return std::uint16_t((threeBytes * 0x9E3779B1U) >> (32 - kBits));
    }
    std::bitset<std::size_t(1) << kBits> m_seen;
};

class PatternNeeds {
public:
    PatternNeeds() = default;
    explicit PatternNeeds(const std::vector<PatternToken> &pattern);

    /// False: a line with these grams cannot match.
    bool areMetBy(const LineGrams &line) const { return areMet(m_all, line, &Need::grams); }
    /// False: no line can match whose shape (digitruns.h) has these grams.
    bool areMetByShape(const LineGrams &shape) const { return areMet(m_all, shape, &Need::shapeGrams); }

private:
    struct Need;
    using All = std::vector<Need>;
    /// A string, or one of several.
    struct Need {
        std::vector<std::uint16_t> grams;
        std::vector<std::uint16_t> shapeGrams;
        std::vector<All> oneOf;
    };
    using Grams = std::vector<std::uint16_t> Need::*;
    class Building;

    static bool areMet(const All &all, const LineGrams &line, Grams grams);

    All m_all;
};

} // namespace gordian
