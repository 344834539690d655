// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "evidence/visibletext.h"

namespace gordian::ui {

namespace {

bool isInvisible(char16_t code)
{
    // https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters, zero-width and separators that
    // would break or reorder the line.
    return (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e)
        || (code >= 0x2060 && code <= 0x2069) || code == 0x061c || code == 0xfeff || code == 0x00ad
        || (code >= 0xfff9 && code <= 0xfffb);
}

bool isPlain(char16_t code)
{
    return code == u'\t' || (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && !isInvisible(code));
}

void append(QString &shown, char16_t code)
{
    if (code < 0x20) {
        shown += QChar(char16_t(0x2400 + code)); // U+2400: the pictures of control characters
    } else if (code == 0x7f) {
        shown += QChar(char16_t(0x2421));
    } else {
        shown += QStringLiteral("⟦U+%1⟧").arg(QString::number(code, 16).toUpper().rightJustified(4, u'0'));
    }
}

} // namespace

QString visibleText(const QString &hostile)
{
    qsizetype plain = 0;
    while (plain < hostile.size() && isPlain(hostile[plain].unicode())) {
        ++plain;
    }
    if (plain == hostile.size()) {
        return hostile;
    }
    QString shown = hostile.left(plain);
    shown.reserve(hostile.size() + 32);
    for (qsizetype i = plain; i < hostile.size(); ++i) {
        const char16_t code = hostile[i].unicode();
        if (isPlain(code)) {
            shown += hostile[i];
        } else {
            append(shown, code);
        }
    }
    return shown;
}

QString visibleText(const QByteArray &utf8)
{
    return visibleText(QString::fromUtf8(utf8));
}

} // namespace gordian::ui
