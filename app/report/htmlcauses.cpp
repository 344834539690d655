// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/htmlsections.h"

namespace gordian {

namespace {

Html steps(const ReportContext &context, const CauseVerdict &cause)
{
    Html items;
    for (const RemedyStep &step : cause.steps) {
        Html item = element("p", {}, Html::text(context.in(step.text)));
        if (!step.command.isEmpty()) {
            item << element("pre",
                            {{"class", QStringLiteral("command")},
                             {"tabindex", QStringLiteral("0")},
                             {"role", QStringLiteral("group")},
                             {"aria-label", context.say(QT_TRANSLATE_NOOP("report", "Command"))}},
                            Html::lines(step.command));
        }
        if (!step.risk.isEmpty()) {
            item << withClass("p", "risk", context.in(step.risk));
        }
        items << element("li", {}, item);
    }
    if (items.isEmpty()) {
        return {};
    }
    Html block = element("h4", {}, Html::text(context.say(QT_TRANSLATE_NOOP("report", "What to do"))));
    block << withClass("ol", "steps", items);
    return block;
}

Html explained(const ReportContext &context, const CauseVerdict &cause)
{
    Html items;
    for (const QString &reference : cause.explains) {
        if (const Finding *found = context.finding(reference)) {
            Html item = healthIcon(found->health);
            item << withClass("span", "muted", context.nodeName(found->node)) << Html::markup(" ")
                 << Html::text(context.in(found->says));
            items << element("li", {}, item);
        }
    }
    if (items.isEmpty() && cause.silences.isEmpty()) {
        return {};
    }
    Html block = element("h4", {},
                         Html::text(context.say(
                             QT_TRANSLATE_NOOP("report", "What follows from it, and should clear with it"))));
    if (!items.isEmpty()) {
        block << withClass("ul", "plain", items);
    }
    Html lines;
    for (const QString &reference : cause.silences) {
        lines << element("li", {}, Html::text(context.logTitle(reference)));
    }
    if (!lines.isEmpty()) {
        block << folded(context.say(QT_TRANSLATE_NOOP("report", "Log lines that should stop: %1"))
                            .arg(cause.silences.size()),
                        withClass("ul", "plain", lines));
    }
    return block;
}

Html evidenceGroup(const ReportContext &context, const char *title, const QVector<Evidence> &evidence)
{
    if (evidence.isEmpty()) {
        return {};
    }
    Html block = element("h4", {}, Html::text(context.say(title)));
    block << evidenceBlocks(context, evidence);
    return block;
}

Html foldedEvidence(const ReportContext &context, const char *title, const QVector<Evidence> &evidence)
{
    return evidence.isEmpty() ? Html() : folded(context.say(title), evidenceBlocks(context, evidence));
}

Html tells(const ReportContext &context, const CauseVerdict &cause)
{
    if (cause.tell.isEmpty() || cause.confidence == Confidence::Proved) {
        return {};
    }
    QStringList titles;
    for (const QString &probe : cause.tell) {
        titles << context.probeTitle(probe);
    }
    Html block = element("h4", {}, Html::text(context.say(QT_TRANSLATE_NOOP("report", "What would tell"))));
    block << element("p", {}, Html::text(titles.join(QStringLiteral("; "))));
    return block;
}

/// Sources are a pack's, but a pack may be anybody's: only a web address becomes a link.
Html sources(const CauseVerdict &cause)
{
    Html items;
    for (const QString &source : cause.sources) {
        const bool isWeb = source.startsWith(QLatin1String("https://"));
        items << element("li", {},
                         isWeb ? element("a",
                                         {{"href", source}, {"rel", QStringLiteral("noopener noreferrer")}},
                                         Html::text(source))
                               : Html::text(source));
    }
    return items.isEmpty() ? Html() : withClass("ul", "sources", items);
}

Html cause(const ReportContext &context, const CauseVerdict &verdict, qsizetype number)
{
    Html head = element(
        "span", {{"class", QStringLiteral("confidence c%1").arg(static_cast<int>(verdict.confidence))}},
        Html::text(context.phrases.confidence(verdict.confidence)));
    head << withClass("span", "muted",
                      QStringLiteral("%1 · %2").arg(context.componentName(verdict.component),
                                                    context.nodeName(verdict.node)));
    Html inner = withClass("p", "meta", head);
    inner << element("h3", {}, Html::text(context.in(verdict.title)))
          << withClass("p", "lead", context.in(verdict.sentence))
          << element("p", {}, Html::text(context.in(verdict.why)))
          << evidenceGroup(context, QT_TRANSLATE_NOOP("report", "Proof"), verdict.proof)
          << evidenceGroup(context, QT_TRANSLATE_NOOP("report", "What speaks for it"), verdict.supports)
          << evidenceGroup(context, QT_TRANSLATE_NOOP("report", "What speaks against it"),
                           verdict.contradicts)
          << tells(context, verdict) << explained(context, verdict) << steps(context, verdict)
          << sources(verdict);
    return element("article",
                   {{"id", QStringLiteral("cause-%1").arg(number)}, {"class", QStringLiteral("card cause")}},
                   inner);
}

Html cut(const ReportContext &context, const CycleExplanation &cycle)
{
    if (cycle.cut.isEmpty()) {
        return {};
    }
    Html block = element("h4", {}, Html::text(context.say(QT_TRANSLATE_NOOP("report", "How to cut it"))));
    block << element("p", {}, Html::text(context.in(cycle.cut)));
    return block;
}

/// Once the named causes are mended: what is not theirs.
Html remaining(const ReportContext &context)
{
    Html items;
    const QVector<const Finding *> left = context.unexplained();
    for (const Finding *finding : left) {
        Html item = healthIcon(finding->health);
        item << withClass("span", "muted", context.nodeName(finding->node)) << Html::markup(" ")
             << Html::text(context.in(finding->says));
        items << element("li", {}, item);
    }
    if (items.isEmpty()) {
        return {};
    }
    Html inner = element(
        "h3", {},
        Html::text(context.say(QT_TRANSLATE_NOOP("report", "What no cause explains, and will stay"))));
    inner << withClass("ul", "plain", items);
    return element("article", {{"id", QStringLiteral("unexplained")}, {"class", QStringLiteral("card")}},
                   inner);
}

} // namespace

Html causesSection(const ReportContext &context)
{
    Html all;
    qsizetype number = 0;
    for (const CauseVerdict &verdict : context.diagnosis().causes) {
        all << cause(context, verdict, ++number);
    }
    if (!all.isEmpty()) {
        all << remaining(context);
    }
    return all.isEmpty()
        ? Html()
        : section("causes", context.say(QT_TRANSLATE_NOOP("report", "Cause and remedy")), all);
}

Html dismissedSection(const ReportContext &context)
{
    Html items;
    for (const DismissedCause &cause : context.diagnosis().dismissed) {
        Html inner = element("p", {}, Html::text(context.in(cause.title)));
        inner << withClass(
            "p", "muted",
            QStringLiteral("%1 · %2").arg(context.nodeName(cause.node), context.phrases.dismissal(cause)))
              << foldedEvidence(context, QT_TRANSLATE_NOOP("report", "What speaks for it"), cause.supports)
              << foldedEvidence(context, QT_TRANSLATE_NOOP("report", "What speaks against it"),
                                cause.against);
        items << element("li", {}, inner);
    }
    return items.isEmpty()
        ? Html()
        : section("considered", context.say(QT_TRANSLATE_NOOP("report", "Considered and not named")),
                  withClass("ul", "plain card", items));
}

Html cyclesSection(const ReportContext &context)
{
    Html all;
    for (const CycleExplanation &cycle : context.diagnosis().cycles) {
        QStringList around;
        for (const QString &id : cycle.vertices) {
            around << context.vertexName(id);
        }
        if (!around.isEmpty()) {
            around << around.constFirst();
        }
        const bool isReal = cycle.kind == CycleKind::Real;
        Html inner = withClass("p", "meta cycle-kind", context.phrases.cycleKind(cycle.kind));
        inner << element("h3", {}, Html::text(context.in(cycle.title)))
              << withClass("p", "circle", around.join(QStringLiteral(" → ")))
              << withClass("p", "lead", context.in(cycle.text)) << cut(context, cycle)
              << folded(context.say(QT_TRANSLATE_NOOP("report", "The lines that quote each other")),
                        evidenceBlocks(context, cycle.evidence), Fold::Open);
        all << withClass("article", isReal ? "card cycle real" : "card cycle", inner);
    }
    return all.isEmpty() ? Html()
                         : section("cycles", context.say(QT_TRANSLATE_NOOP("report", "The knot")), all);
}

Html alibisSection(const ReportContext &context)
{
    Html items;
    for (const Alibi &alibi : context.diagnosis().alibis) {
        Html inner = healthIcon(Health::Healthy);
        inner << withClass("span", "muted", context.nodeName(alibi.node)) << Html::markup(" ")
              << Html::text(context.alibiText(alibi));
        inner << foldedEvidence(context, QT_TRANSLATE_NOOP("report", "Evidence"), alibi.evidence);
        items << element("li", {}, inner);
    }
    return items.isEmpty()
        ? Html()
        : section("alibis", context.say(QT_TRANSLATE_NOOP("report", "Cleared of suspicion")),
                  withClass("ul", "plain card columns", items));
}

} // namespace gordian
