// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/lineshape.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace gordian {

namespace {

// Eight bytes at a time: a byte's highest bit tells whether it is of a kind.
constexpr std::uint64_t kEach = 0x0101010101010101U;
constexpr std::uint64_t kHighest = kEach * 0x80;
constexpr qsizetype kBlock = 8;
constexpr std::uint64_t kFirstHalf =
    std::endian::native == std::endian::little ? 0xFFFFFFFFU : ~std::uint64_t(0xFFFFFFFFU);
constexpr qsizetype kShortest = 8; // of an identifier that stands alone
constexpr qsizetype kPart = 4; // of one within an UID

std::uint64_t blockAt(const char *text)
{
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text, sizeof bytes);
    return bytes;
}

std::uint64_t between(std::uint64_t bytes, std::uint64_t first, std::uint64_t last)
{
    const std::uint64_t plain = bytes & (kEach * 0x7F);
    return (plain + kEach * (0x80 - first)) & ~(plain + kEach * (0x7F - last)) & ~bytes & kHighest;
}

std::uint64_t withoutDigits(std::uint64_t bytes, std::uint64_t digits)
{
    return bytes & ~((digits >> 7U) * 0x0F);
}

/// What a byte is to an identifier.
enum class Kind : std::uint8_t { Other, Hexadecimal, Letter };

Kind kindOf(char c)
{
    static constexpr auto kKinds = [] {
        std::array<Kind, 256> made{};
        for (std::size_t each = 0; each < made.size(); ++each) {
            const bool small = each >= 'a' && each <= 'z';
            if ((each >= '0' && each <= '9') || (small && each <= 'f')) {
                made[each] = Kind::Hexadecimal;
            } else if (small || (each >= 'A' && each <= 'Z')) {
                made[each] = Kind::Letter;
            }
        }
        return made;
    }();
    return kKinds[std::uint8_t(c)];
}

struct Stretch {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// The hexadecimal digits around `at`.
Stretch stretchAt(QByteArrayView text, qsizetype at)
{
    Stretch found{at, at};
    while (found.begin > 0 && kindOf(text[found.begin - 1]) == Kind::Hexadecimal) {
        --found.begin;
    }
    while (found.end < text.size() && kindOf(text[found.end]) == Kind::Hexadecimal) {
        ++found.end;
    }
    return found;
}

char before(QByteArrayView text, Stretch part)
{
    return part.begin > 0 ? text[part.begin - 1] : '\n';
}

char behind(QByteArrayView text, Stretch part)
{
    return part.end < text.size() ? text[part.end] : '\n';
}

bool standsAlone(QByteArrayView text, Stretch part)
{
    return kindOf(before(text, part)) == Kind::Other && kindOf(behind(text, part)) == Kind::Other;
}

/// Is it an identifier, or one's part?
bool isPart(QByteArrayView text, Stretch part)
{
    const qsizetype size = part.end - part.begin;
    return standsAlone(text, part)
        && (size >= kShortest || (size == kPart && before(text, part) == '-' && behind(text, part) == '-'));
}

/// Folds the identifier that `at` lies in, and what dashes join to it. Where that ends; `at` if there is
/// none.
qsizetype foldOne(QByteArrayView text, qsizetype at, char *shape)
{
    const Stretch found = stretchAt(text, at);
    if (found.end - found.begin < kShortest || !standsAlone(text, found)) {
        return at;
    }
    const auto fold = [&](Stretch part) { std::fill(shape + part.begin, shape + part.end, '0'); };
    fold(found);
    for (Stretch part = found; before(text, part) == '-';) {
        part = stretchAt(text, part.begin - 1);
        if (!isPart(text, part)) {
            break;
        }
        fold(part);
    }
    Stretch last = found;
    while (behind(text, last) == '-') {
        const Stretch part = stretchAt(text, last.end + 1);
        if (!isPart(text, part)) {
            break;
        }
        shape[last.end] = '-';
        fold(part);
        last = part;
    }
    return last.end;
}

/// Four bytes side by side, a letter among them, that an identifier may be made of: half of `hexadecimal`.
bool isSuspicious(std::uint64_t hexadecimal, std::uint64_t letters, std::uint64_t half)
{
    return (hexadecimal & half) == (kHighest & half) && (letters & half) != 0;
}

/// Goes through what may have been identifiers until `isEnough` says so.
template <typename IsEnough> bool forEachIdentifier(QByteArrayView shape, IsEnough isEnough)
{
    for (qsizetype at = 0; at < shape.size(); ++at) {
        if (shape[at] == '0') {
            const Stretch part = stretchAt(shape, at);
            const bool isFolded = std::all_of(shape.begin() + part.begin, shape.begin() + part.end,
                                              [](char c) { return c == '0'; });
            if (isFolded && isPart(shape, part) && isEnough(part)) {
                return true;
            }
            at = part.end;
        }
    }
    return false;
}

} // namespace

void foldDigits(QByteArrayView text, char *shape)
{
    qsizetype at = 0;
    for (; at + kBlock <= text.size(); at += kBlock) {
        const std::uint64_t bytes = blockAt(text.data() + at);
        const std::uint64_t folded = withoutDigits(bytes, between(bytes, '0', '9'));
        std::memcpy(shape + at, &folded, sizeof folded);
    }
    for (; at < text.size(); ++at) {
        shape[at] = text[at] >= '0' && text[at] <= '9' ? '0' : text[at];
    }
}

void foldIdentifiers(QByteArrayView text, char *shape)
{
    qsizetype at = 0;
    const auto foldAt = [&](qsizetype place) {
        const qsizetype end = foldOne(text, place, shape);
        const bool isOne = end > place;
        at = isOne ? end : at;
        return isOne;
    };
    while (at + kBlock <= text.size()) {
        // Whatever is eight long has four bytes that are half a block.
        const std::uint64_t bytes = blockAt(text.data() + at);
        const std::uint64_t digits = between(bytes, '0', '9');
        const std::uint64_t letters = between(bytes, 'a', 'f');
        const std::uint64_t folded = withoutDigits(bytes, digits);
        std::memcpy(shape + at, &folded, sizeof folded);
        const std::uint64_t both = digits | letters;
        if (!(isSuspicious(both, letters, kFirstHalf) && foldAt(at))
            && !(isSuspicious(both, letters, ~kFirstHalf) && foldAt(at + kBlock / 2))) {
            at += kBlock;
        }
    }
    foldDigits(text.sliced(at), shape + at);
    // Of what blocks do not show, five bytes or more stand in the rest, which has seven at most.
    if (at + 2 < text.size()) {
        foldAt(at + 2);
    }
}

bool mayHoldIdentifiers(QByteArrayView shape)
{
    return forEachIdentifier(shape, [](Stretch) { return true; });
}

void markIdentifiers(QByteArrayView shape, char mark, char *marked)
{
    std::copy(shape.begin(), shape.end(), marked);
    forEachIdentifier(shape, [&](Stretch part) {
        std::fill(marked + part.begin, marked + part.end, mark);
        return false;
    });
}

} // namespace gordian
