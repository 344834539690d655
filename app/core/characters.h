// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a character does to whoever looks at it. Text from nodes is hostile: it may hold what a terminal
// obeys, what is not seen, and what moves its neighbours. The terminal, the reports and the window show such
// characters each in their own way; which ones they are is said here alone. Pure functions; any thread.

#include <QStringView>

namespace gordian {

enum class CharacterKind {
    Seen, ///< shows itself
    Control, ///< C0, DEL and C1: line ends, tabs, and what a terminal obeys
    Invisible, ///< takes no room, breaks the line or turns the direction
    Broken, ///< half a surrogate pair, or a code point that is no character
};

/// Bidirectional controls (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters), and what
/// Unicode calls Default_Ignorable_Code_Point
/// (https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt), but for the selectors U+FE00 to
/// U+FE0F, which only choose between two looks of the character before them.
constexpr bool isInvisible(char32_t code)
{
    return code == 0x00ad || code == 0x034f || code == 0x061c || code == 0x115f || code == 0x1160
        || (code >= 0x17b4 && code <= 0x17b5) || (code >= 0x180b && code <= 0x180f)
        || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e)
        || (code >= 0x2060 && code <= 0x206f) || code == 0x3164 || code == 0xfeff || code == 0xffa0
        || (code >= 0xfff9 && code <= 0xfffb) || (code >= 0x1bca0 && code <= 0x1bca3)
        || (code >= 0x1d173 && code <= 0x1d17a) || (code >= 0xe0000 && code <= 0xe0fff);
}

constexpr bool isBroken(char32_t code)
{
    return (code >= 0xd800 && code <= 0xdfff) || (code >= 0xfdd0 && code <= 0xfdef)
        || (code & 0xfffe) == 0xfffe || code > 0x10ffff;
}

constexpr CharacterKind kindOf(char32_t code)
{
    if (code >= 0x20 && code < 0x7f) {
        return CharacterKind::Seen; // most of what there is, first
    }
    if (code < 0xa0) {
        return CharacterKind::Control;
    }
    if (isInvisible(code)) {
        return CharacterKind::Invisible;
    }
    return isBroken(code) ? CharacterKind::Broken : CharacterKind::Seen;
}

/// The picture of a control character, from the block Control Pictures; 0: there is none, as for C1.
constexpr char16_t pictureOf(char32_t control)
{
    if (control < 0x20) {
        return static_cast<char16_t>(0x2400 + control);
    }
    return control == 0x7f ? u'\u2421' : u'\0';
}

/// The code point that starts at `at`, which is moved behind it. Half a surrogate pair comes as it is.
inline char32_t takeCodePoint(QStringView text, qsizetype &at)
{
    const QChar first = text[at++];
    if (first.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate()) {
        return QChar::surrogateToUcs4(first, text[at++]);
    }
    return first.unicode();
}

} // namespace gordian
