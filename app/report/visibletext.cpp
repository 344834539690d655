// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/visibletext.h"

#include "core/characters.h"

#include <QStringList>

#include <algorithm>

namespace gordian {

namespace {

constexpr char16_t Escape = 0x1b;
constexpr char16_t Bell = 0x07;
constexpr char16_t ControlSequence = 0x9b; // CSI in one character
constexpr char16_t OperatingSystem = 0x9d; // OSC in one character

/// ECMA-48: parameters and intermediates, then one final byte.
qsizetype endOfControlSequence(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at] >= u' ' && text[at] <= u'?') {
        ++at;
    }
    return at < text.size() && text[at] >= u'@' && text[at] <= u'~' ? at + 1 : at;
}

/// A string for the terminal (a title, a link): up to BEL or ST, but never over a line's worth: an unended
/// one must not swallow the evidence behind it.
qsizetype endOfTerminalString(QStringView text, qsizetype at)
{
    constexpr qsizetype longest = 512;
    const qsizetype stop = std::min(text.size(), at + longest);
    for (qsizetype i = at; i < stop; ++i) {
        if (text[i] == Bell || text[i] == QChar(0x9c)) {
            return i + 1;
        }
        if (text[i] == Escape && i + 1 < stop && text[i + 1] == u'\\') {
            return i + 2;
        }
    }
    return at;
}

/// Where the terminal sequence that starts at `at` ends; `at` itself if none does.
qsizetype endOfSequence(QStringView text, qsizetype at)
{
    const char16_t first = text[at].unicode();
    if (first == ControlSequence) {
        return endOfControlSequence(text, at + 1);
    }
    if (first == OperatingSystem) {
        return endOfTerminalString(text, at + 1);
    }
    if (first != Escape || at + 1 >= text.size()) {
        return at;
    }
    const char16_t kind = text[at + 1].unicode();
    if (kind == u'[') {
        return endOfControlSequence(text, at + 2);
    }
    if (kind == u']' || kind == u'P' || kind == u'X' || kind == u'^' || kind == u'_') {
        return endOfTerminalString(text, at + 2);
    }
    return kind >= u' ' && kind <= u'~' ? at + 2 : at;
}

QString codeMark(char32_t code)
{
    return QStringLiteral("⟨U+%1⟩").arg(static_cast<uint>(code), 4, 16, QLatin1Char('0')).toUpper();
}

QString visibleCharacter(QStringView text, qsizetype &at)
{
    const qsizetype start = at;
    const char32_t code = takeCodePoint(text, at);
    switch (kindOf(code)) {
    case CharacterKind::Seen:
        return text.sliced(start, at - start).toString();
    case CharacterKind::Control:
        if (code == U'\t') {
            return QStringLiteral("    ");
        }
        return pictureOf(code) != 0 ? QString(QChar(pictureOf(code))) : codeMark(code);
    case CharacterKind::Invisible:
        return codeMark(code);
    case CharacterKind::Broken:
        break;
    }
    return QString(QChar::ReplacementCharacter);
}

/// How many characters from `at` on are ASCII and seen.
qsizetype plainFrom(QStringView text, qsizetype at, qsizetype stop)
{
    const qsizetype start = at;
    for (stop = std::min(stop, text.size()); at < stop && text[at] >= u' ' && text[at] <= u'~'; ++at) { }
    return at - start;
}

} // namespace

QString visibleLine(const QString &hostile, qsizetype limit)
{
    QString shown;
    shown.reserve(std::min(hostile.size(), limit));
    qsizetype at = 0;
    while (at < hostile.size() && shown.size() < limit) {
        // Nearly all of a report is plain text, and one character at a time is most of what writing it costs.
        const qsizetype plain = plainFrom(hostile, at, at + limit - shown.size());
        shown.append(QStringView(hostile).sliced(at, plain));
        at += plain;
        if (at == hostile.size() || shown.size() == limit) {
            break;
        }
        const qsizetype end = endOfSequence(hostile, at);
        if (end > at) {
            at = end;
        } else {
            shown += visibleCharacter(hostile, at);
        }
    }
    if (at < hostile.size()) {
        shown += QStringLiteral(" … [+%1]").arg(hostile.size() - at);
    }
    return shown;
}

QString visibleText(const QString &hostile, qsizetype limit)
{
    QStringList lines = hostile.split(QLatin1Char('\n'));
    for (QString &line : lines) {
        line = visibleLine(line.endsWith(QLatin1Char('\r')) ? line.chopped(1) : line, limit);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace gordian
