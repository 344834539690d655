// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/visibletext.h"

#include "core/characters.h"

#include <QStringList>

namespace gordian::ui {

namespace {

bool isPlain(char32_t code)
{
    return code == U'\t' || kindOf(code) == CharacterKind::Seen;
}

QString mark(char32_t code)
{
    if (kindOf(code) == CharacterKind::Control && pictureOf(code) != 0) {
        return QChar(pictureOf(code));
    }
    return QStringLiteral("⟦U+%1⟧").arg(QString::number(code, 16).toUpper().rightJustified(4, u'0'));
}

} // namespace

QString visibleText(const QString &hostile)
{
    QString shown;
    qsizetype shownTo = 0; // of `hostile`; a line without anything to mark is given back as it is
    for (qsizetype at = 0; at < hostile.size();) {
        const qsizetype start = at;
        const char32_t code = takeCodePoint(hostile, at);
        if (!isPlain(code)) {
            shown += QStringView(hostile).sliced(shownTo, start - shownTo);
            shown += mark(code);
            shownTo = at;
        }
    }
    if (shownTo == 0) {
        return hostile;
    }
    shown += QStringView(hostile).sliced(shownTo);
    return shown;
}

QString visibleText(const QByteArray &utf8)
{
    return visibleText(QString::fromUtf8(utf8));
}

QString visibleLines(const QString &hostile)
{
    QStringList lines = hostile.split(u'\n');
    for (QString &line : lines) {
        line = visibleText(line);
    }
    return lines.join(u'\n');
}

} // namespace gordian::ui
