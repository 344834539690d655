// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/htmlsections.h"

namespace gordian {

Html section(const char *id, const QString &title, const Html &contents)
{
    Html inner = element("h2", {{"id", QLatin1String(id) + QLatin1String("-title")}}, Html::text(title));
    inner << contents;
    return element(
        "section",
        {{"id", QLatin1String(id)}, {"aria-labelledby", QLatin1String(id) + QLatin1String("-title")}}, inner);
}

QString healthClass(Health health)
{
    static const char *const classes[] = {"healthy", "degraded", "failed", "blocked", "unknown"};
    return QLatin1String(classes[static_cast<int>(health)]);
}

Html healthIcon(Health health)
{
    static const auto shape = [](Health wanted) {
        switch (wanted) {
        case Health::Healthy:
            return Html::markup(R"(<circle cx="8" cy="8" r="6.5"/>)");
        case Health::Degraded:
            return Html::markup("<path d=\"M8 1.2 15.2 14.4H.8Z\"/>");
        case Health::Failed:
            return Html::markup(R"(<rect x="1.5" y="1.5" width="13" height="13" rx="1.5"/>)");
        case Health::Blocked:
            return Html::markup("<path d=\"M8 .9 15.1 8 8 15.1.9 8Z\"/>");
        case Health::Unknown:
            break;
        }
        return Html::markup(R"(<circle cx="8" cy="8" r="6"/>)");
    };
    return element("svg",
                   {{"class", QStringLiteral("icon ") + healthClass(health)},
                    {"viewBox", QStringLiteral("0 0 16 16")},
                    {"aria-hidden", QStringLiteral("true")}},
                   shape(health));
}

Html healthBadge(const ReportContext &context, Health health)
{
    Html inner = healthIcon(health);
    inner << Html::text(context.phrases.health(health));
    return element("span", {{"class", QStringLiteral("badge ") + healthClass(health)}}, inner);
}

Html evidenceBlock(const ReportContext &context, const Evidence &evidence)
{
    Html place;
    const QStringList parts = context.evidencePlace(evidence);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isCommand = i == 1;
        place << (i > 0 ? Html::markup(" <span aria-hidden=\"true\">·</span> ") : Html())
              << element(isCommand ? "code" : "span", {}, Html::text(parts.at(i)));
    }
    Html lines;
    for (qsizetype i = 0; i < evidence.lines.size(); ++i) {
        const QString number =
            evidence.source.firstLine > 0 ? QString::number(evidence.source.firstLine + i) : QString();
        // The number is no part of the text: copying the lines copies the lines.
        Html line = Html::text(evidence.lines.at(i));
        line << Html::markup("\n");
        lines << element("span", {{"class", QStringLiteral("line")}, {"data-line", number}}, line);
    }
    Html figure = element("figcaption", {}, place);
    if (!evidence.lines.isEmpty()) {
        figure << element("pre",
                          {{"tabindex", QStringLiteral("0")},
                           {"aria-label", parts.join(QStringLiteral(", "))},
                           {"role", QStringLiteral("group")}},
                          lines);
    }
    return element("figure", {{"class", QStringLiteral("evidence")}}, figure);
}

Html evidenceBlocks(const ReportContext &context, const QVector<Evidence> &evidence)
{
    Html all;
    for (const Evidence &piece : evidence) {
        all << evidenceBlock(context, piece);
    }
    return all;
}

Html folded(const QString &summary, const Html &contents, Fold fold)
{
    Html inner = element("summary", {}, Html::text(summary));
    inner << contents;
    return fold == Fold::Open ? element("details", {{"open", QString()}}, inner)
                              : element("details", {}, inner);
}

Html table(const QString &caption, const QStringList &heads, const QVector<QVector<Html>> &rows)
{
    Html head;
    for (const QString &name : heads) {
        head << element("th", {{"scope", QStringLiteral("col")}}, Html::text(name));
    }
    Html body;
    for (const QVector<Html> &row : rows) {
        Html cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            // On a narrow screen a row becomes a card, and each cell says what it is.
            cells << element("td", {{"data-head", heads.value(i)}}, row.at(i));
        }
        body << element("tr", {}, cells) << Html::markup("\n");
    }
    Html inner = withClass("caption", "hidden", caption);
    inner << element("thead", {}, element("tr", {}, head)) << element("tbody", {}, body);
    return element("table", {}, inner);
}

} // namespace gordian
