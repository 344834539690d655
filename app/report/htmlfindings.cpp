// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/htmlsections.h"

#include <algorithm>

namespace gordian {

namespace {

Html findingRow(const ReportContext &context, const Finding &finding)
{
    Html inner = healthBadge(context, finding.health);
    Html words;
    if (context.in(finding.title) != context.in(finding.says)) {
        words << withClass("span", "muted", context.in(finding.title));
    }
    words << withClass("p", "says", context.in(finding.says));
    if (finding.health == Health::Unknown && finding.reason != UnknownReason::None) {
        words << withClass("p", "muted", context.phrases.reason(finding.reason));
    }
    if (!finding.evidence.isEmpty()) {
        words << folded(context.say(QT_TRANSLATE_NOOP("report", "Evidence")),
                        evidenceBlocks(context, finding.evidence));
    }
    inner << withClass("div", "words", words);
    return element("li", {{"class", QStringLiteral("finding ") + healthClass(finding.health)}}, inner);
}

/// The findings of one node and component, worst first; the healthy ones folded away.
struct Group {
    QString node;
    QString component;
    QVector<const Finding *> findings;
    int worst = 9;
};

QVector<Group> grouped(const QVector<Finding> &findings)
{
    QVector<Group> groups;
    for (const Finding &finding : findings) {
        auto place = std::find_if(groups.begin(), groups.end(), [&](const Group &g) {
            return g.node == finding.node && g.component == finding.component;
        });
        if (place == groups.end()) {
            groups.append({finding.node, finding.component, {}, 9});
            place = groups.end() - 1;
        }
        place->findings.append(&finding);
        place->worst = std::min(place->worst, rankOf(finding.health));
    }
    for (Group &group : groups) {
        std::stable_sort(
            group.findings.begin(), group.findings.end(),
            [](const Finding *a, const Finding *b) { return rankOf(a->health) < rankOf(b->health); });
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group &a, const Group &b) { return a.worst < b.worst; });
    return groups;
}

Html groupCard(const ReportContext &context, const Group &group)
{
    Html items;
    for (const Finding *finding : group.findings) {
        items << findingRow(context, *finding);
    }
    Html head = Html::text(context.componentName(group.component));
    head << Html::markup(" ") << withClass("span", "muted", context.nodeName(group.node));
    Html inner = element("h3", {}, head);
    inner << withClass("ul", "plain", items);
    return withClass("article", "card group", inner);
}

} // namespace

Html findingsSection(const ReportContext &context)
{
    Html wrong;
    Html right;
    int healthy = 0;
    const QVector<Group> groups = grouped(context.diagnosis().findings);
    for (const Group &group : groups) {
        const bool isHealthy = group.worst == rankOf(Health::Healthy);
        healthy += isHealthy ? static_cast<int>(group.findings.size()) : 0;
        (isHealthy ? right : wrong) << groupCard(context, group);
    }
    Html all = wrong;
    if (!right.isEmpty()) {
        all << folded(context.say(QT_TRANSLATE_NOOP("report", "Healthy: %1")).arg(healthy), right);
    }
    return all.isEmpty() ? Html()
                         : section("findings", context.say(QT_TRANSLATE_NOOP("report", "Findings")), all);
}

} // namespace gordian
