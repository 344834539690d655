// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/htmlsections.h"

#include <algorithm>

namespace gordian {

namespace {

Health healthOfNode(const ReportContext &context, const QString &node)
{
    // Worst first; blocked is not a fault of the node's own.
    static const Health order[] = {Health::Failed, Health::Degraded, Health::Blocked, Health::Unknown,
                                   Health::Healthy};
    const auto &vertices = context.diagnosis().vertices;
    for (const Health health : order) {
        if (std::any_of(vertices.cbegin(), vertices.cend(),
                        [&](const GraphVertex &v) { return v.node == node && v.health == health; })) {
            return health;
        }
    }
    return Health::Unknown;
}

Html nodeChips(const ReportContext &context)
{
    Html chips;
    for (const NodeRecord &record : context.investigated().nodes) {
        const Health health = record.failure ? Health::Unknown : healthOfNode(context, record.node.id);
        Html chip = healthIcon(health);
        chip << withClass("strong", "name", context.nodeName(record.node.id))
             << withClass("span", "muted",
                          record.failure ? context.phrases.connectState(ConnectState::Failed)
                                         : context.phrases.role(record.node.role))
             << withClass("span", "hidden", context.phrases.health(health));
        chips << element("li", {{"class", QStringLiteral("chip")}}, chip);
    }
    return chips.isEmpty() ? Html()
                           : element("ul",
                                     {{"class", QStringLiteral("chips")},
                                      {"aria-label", context.say(QT_TRANSLATE_NOOP("report", "Nodes"))}},
                                     chips);
}

Html tile(const QString &number, const QString &label)
{
    Html inner = withClass("dt", "label", label);
    inner << withClass("dd", "number", number);
    return withClass("div", "tile", inner);
}

Html tiles(const ReportContext &context)
{
    const Coverage &coverage = context.diagnosis().coverage;
    const auto count = [&](Health health) {
        const auto &findings = context.diagnosis().findings;
        return QString::number(std::count_if(findings.cbegin(), findings.cend(),
                                             [&](const Finding &f) { return f.health == health; }));
    };
    const QString of = context.say(QT_TRANSLATE_NOOP("report", "%1 of %2"));
    Html all = tile(of.arg(coverage.nodesExamined).arg(coverage.nodes),
                    context.say(QT_TRANSLATE_NOOP("report", "nodes examined")));
    all << tile(of.arg(coverage.checksAnswered).arg(coverage.checks),
                context.say(QT_TRANSLATE_NOOP("report", "checks answered")))
        << tile(count(Health::Failed), context.say(QT_TRANSLATE_NOOP("report", "failed")))
        << tile(count(Health::Degraded), context.say(QT_TRANSLATE_NOOP("report", "degraded")));
    return withClass("dl", "tiles", all);
}

Html otherCauses(const ReportContext &context)
{
    const auto &causes = context.diagnosis().causes;
    Html items;
    for (qsizetype i = 1; i < causes.size(); ++i) {
        Html item = withClass("span", "confidence", context.phrases.confidence(causes.at(i).confidence));
        item << element("a", {{"href", QStringLiteral("#cause-%1").arg(i + 1)}},
                        Html::text(context.in(causes.at(i).sentence)));
        items << element("li", {}, item);
    }
    if (items.isEmpty()) {
        return {};
    }
    Html block = withClass("p", "label", context.say(QT_TRANSLATE_NOOP("report", "Also")));
    block << withClass("ul", "also", items);
    return block;
}

Html unreached(const ReportContext &context)
{
    Html all;
    for (const NodeRecord &record : context.investigated().nodes) {
        if (!record.failure) {
            continue;
        }
        const Phrases::Explanation why = context.phrases.failure(*record.failure);
        Html inner = withClass("strong", "", why.title);
        inner << element("p", {}, Html::text(why.advice));
        if (!why.detail.isEmpty()) {
            inner << withClass("pre", "quote", Html::lines(why.detail));
        }
        all << withClass("div", "notice", inner);
    }
    return all;
}

} // namespace

Html verdictSection(const ReportContext &context)
{
    Html inner = healthBadge(context, context.worst());
    inner << element("h1", {{"id", QStringLiteral("verdict-title")}}, Html::text(context.headline()));
    if (const QStringList reasons = context.headlineReasons(); !reasons.isEmpty()) {
        inner << withClass("p", "reasons", reasons.join(QStringLiteral(" · ")));
    }
    inner << otherCauses(context) << tiles(context) << nodeChips(context) << unreached(context);
    return element("section",
                   {{"id", QStringLiteral("verdict")},
                    {"class", QStringLiteral("verdict ") + healthClass(context.worst())},
                    {"aria-labelledby", QStringLiteral("verdict-title")}},
                   inner);
}

} // namespace gordian
