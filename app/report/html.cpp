// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/html.h"

#include "report/visibletext.h"

namespace gordian {

namespace {

// Long enough for the path of a spline.
constexpr qsizetype LongestAttribute = 1 << 20;

QString escaped(const QString &visible)
{
    QString safe = visible.toHtmlEscaped();
    return safe.replace(QLatin1Char('\''), QLatin1String("&#39;"));
}

QString startOf(const char *name, std::initializer_list<HtmlAttribute> attributes)
{
    QString start = QLatin1Char('<') + QString::fromLatin1(name);
    for (const HtmlAttribute &attribute : attributes) {
        start += QLatin1Char(' ') + QLatin1String(attribute.name) + QLatin1String("=\"")
            + escaped(visibleLine(attribute.value, LongestAttribute)) + QLatin1Char('"');
    }
    return start;
}

} // namespace

Html Html::text(const QString &hostile)
{
    return Html(escaped(visibleLine(hostile)));
}

Html Html::lines(const QString &hostile)
{
    return Html(escaped(visibleText(hostile)));
}

Html Html::verbatim(const char *name, std::initializer_list<HtmlAttribute> attributes,
                    const QByteArray &contents)
{
    return Html(startOf(name, attributes) + QLatin1Char('>') + QString::fromUtf8(contents)
                + QLatin1String("</") + QLatin1String(name) + QLatin1Char('>'));
}

Html &Html::operator<<(const Html &more)
{
    m_markup += more.m_markup;
    return *this;
}

Html element(const char *name, std::initializer_list<HtmlAttribute> attributes, const Html &contents)
{
    return Html(startOf(name, attributes) + QLatin1Char('>') + contents.m_markup + QLatin1String("</")
                + QLatin1String(name) + QLatin1Char('>'));
}

Html element(const char *name, std::initializer_list<HtmlAttribute> attributes)
{
    return Html(startOf(name, attributes) + QLatin1String("/>"));
}

Html withClass(const char *name, const char *classes, const Html &contents)
{
    return element(name, {{"class", QString::fromLatin1(classes)}}, contents);
}

Html withClass(const char *name, const char *classes, const QString &text)
{
    return withClass(name, classes, Html::text(text));
}

} // namespace gordian
