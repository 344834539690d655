// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/textlayout.h"

#include <QStringList>

#include <algorithm>

namespace gordian {

namespace {

constexpr int kWidest = 100; // longer lines are hard to read
constexpr int kNarrowest = 20;

/// SGR parameters of ECMA-48; all are legible on dark and on light.
const char *colourOf(Tone tone)
{
    switch (tone) {
    case Tone::Failed:
        return "1;31";
    case Tone::Degraded:
        return "1;33";
    case Tone::Healthy:
        return "1;32";
    case Tone::Heading:
        return "1";
    case Tone::Evidence:
        return "2";
    case Tone::Command:
        return "36";
    case Tone::Plain:
        break;
    }
    return nullptr;
}

/// A command stays in one piece, so that it can be copied.
QStringList wrapped(const TextLine &line, int columns)
{
    if (columns == 0 || line.tone == Tone::Command) {
        return {QString(line.indent, QLatin1Char(' ')) + line.text};
    }
    QStringList made;
    QString rest = line.text;
    int indent = line.indent;
    do {
        const qsizetype room = std::max(kNarrowest, std::min(columns, kWidest) - indent);
        qsizetype end = rest.size();
        if (end > room) {
            const qsizetype blank = rest.lastIndexOf(QLatin1Char(' '), room);
            end = blank > room / 2 ? blank : room;
        }
        made.append(QString(indent, QLatin1Char(' ')) + rest.left(end));
        rest = rest.mid(end);
        rest = rest.startsWith(QLatin1Char(' ')) ? rest.mid(1) : rest;
        indent = line.indent + line.hang;
    } while (!rest.isEmpty());
    return made;
}

QStringList shown(const TextLine &line, const Screen &screen)
{
    QStringList made = wrapped(line, screen.columns);
    const char *colour = screen.coloured && !line.text.isEmpty() ? colourOf(line.tone) : nullptr;
    for (QString &each : made) {
        each = colour ? QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1String(colour), each) : each;
    }
    return made;
}

} // namespace

QString laidOut(const QVector<TextLine> &lines, const Screen &screen)
{
    QStringList made;
    for (const TextLine &line : lines) {
        made += shown(line, screen);
    }
    if (screen.rows > 0 && made.size() >= screen.rows && !lines.isEmpty()) {
        made += QString();
        made += shown(lines.first(), screen);
    }
    return made.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace gordian
