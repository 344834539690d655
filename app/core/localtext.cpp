// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/localtext.h"

namespace gordian {

QString LocalText::in(const QString &language) const
{
    QString text = byLanguage.value(language);
    if (text.isEmpty()) {
        text = byLanguage.value(QStringLiteral("en"));
    }
    // One pass over the template: a value that itself holds braces (it may come from a node) is never
    // expanded again.
    QString filled;
    filled.reserve(text.size());
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(QLatin1Char('{'), at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(QLatin1Char('}'), open);
        if (close < 0) {
            break;
        }
        const QString name = text.mid(open + 1, close - open - 1);
        const auto value = values.constFind(name);
        filled += QStringView(text).mid(at, open - at);
        filled += value == values.cend() ? text.mid(open, close - open + 1) : *value;
        at = close + 1;
    }
    filled += QStringView(text).mid(at);
    return filled;
}

LocalText LocalText::with(const QString &placeholder, const QString &value) const
{
    LocalText copy = *this;
    copy.values.insert(placeholder, value);
    return copy;
}

} // namespace gordian
