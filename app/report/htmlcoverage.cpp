// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/htmlsections.h"

#include <algorithm>

namespace gordian {

namespace {

Html gapTable(const ReportContext &context)
{
    QVector<QVector<Html>> rows;
    for (const CoverageGap &gap : context.diagnosis().coverage.gaps) {
        rows.append({Html::text(context.nodeName(gap.node)), Html::text(context.probeTitle(gap.probe)),
                     Html::text(context.phrases.reason(gap.reason)),
                     Html::text(gap.couldChangeVerdict ? context.say(QT_TRANSLATE_NOOP("report", "yes"))
                                                       : context.say(QT_TRANSLATE_NOOP("report", "no")))});
    }
    if (rows.isEmpty()) {
        return element("p", {}, Html::text(context.say(QT_TRANSLATE_NOOP("report", "Nothing is missing."))));
    }
    return table(context.say(QT_TRANSLATE_NOOP("report", "What is missing")),
                 {context.say(QT_TRANSLATE_NOOP("report", "Node")),
                  context.say(QT_TRANSLATE_NOOP("report", "Question")),
                  context.say(QT_TRANSLATE_NOOP("report", "Why there is no answer")),
                  context.say(QT_TRANSLATE_NOOP("report", "Could change the verdict"))},
                 rows);
}

Html rightsAdvice(const ReportContext &context)
{
    const QStringList lines = context.wantedSudoers();
    if (lines.isEmpty()) {
        return {};
    }
    Html inner = element(
        "p", {},
        Html::text(context.say(QT_TRANSLATE_NOOP("report",
                                                 "Some questions need root. Ask the node's administrator for "
                                                 "these sudoers lines, then examine it again:"))));
    inner << element("pre",
                     {{"class", QStringLiteral("command")},
                      {"tabindex", QStringLiteral("0")},
                      {"role", QStringLiteral("group")},
                      {"aria-label", QStringLiteral("sudoers")}},
                     Html::lines(lines.join(QLatin1Char('\n'))));
    return withClass("div", "notice", inner);
}

Html bar(const ReportContext &context, const Coverage &coverage)
{
    const QString sentence =
        context.say(QT_TRANSLATE_NOOP("report", "Checks answered: %1 of %2. Nodes examined: %3 of %4."))
            .arg(coverage.checksAnswered)
            .arg(coverage.checks)
            .arg(coverage.nodesExamined)
            .arg(coverage.nodes);
    const auto changing = std::count_if(coverage.gaps.cbegin(), coverage.gaps.cend(),
                                        [](const CoverageGap &g) { return g.couldChangeVerdict; });
    Html inner = element("p", {{"class", QStringLiteral("lead")}}, Html::text(sentence));
    if (coverage.checks > 0) {
        inner << element("progress",
                         {{"max", QString::number(coverage.checks)},
                          {"value", QString::number(coverage.checksAnswered)},
                          {"aria-label", sentence}},
                         Html::text(sentence));
    }
    if (!coverage.gaps.isEmpty()) {
        inner << element(
            "p", {},
            Html::text(
                context
                    .say(QT_TRANSLATE_NOOP(
                        "report", "Questions without an answer: %1. Of these, could change the verdict: %2."))
                    .arg(coverage.gaps.size())
                    .arg(changing)));
    }
    return inner;
}

QString outcomeOf(const ReportContext &context, const Artifact &artifact)
{
    if (artifact.state != ArtifactState::Collected) {
        return artifact.note.isEmpty()
            ? context.phrases.artifactState(artifact.state)
            : QStringLiteral("%1 (%2)").arg(context.phrases.artifactState(artifact.state), artifact.note);
    }
    return context.say(QT_TRANSLATE_NOOP("report", "exit %1")).arg(artifact.exitCode);
}

QString sizeOf(const ReportContext &context, const Artifact &artifact)
{
    QString size = context.phrases.bytes(artifact.output.size());
    if (!artifact.truncated) {
        return size;
    }
    return artifact.outputBytes < 0 ? context.say(QT_TRANSLATE_NOOP("report", "%1, cut")).arg(size)
                                    : context.say(QT_TRANSLATE_NOOP("report", "%1 of %2"))
                                          .arg(size, context.phrases.bytes(artifact.outputBytes));
}

Html commandTable(const ReportContext &context, const QString &node)
{
    QVector<QVector<Html>> rows;
    for (const Artifact &artifact : context.investigated().artifacts) {
        if (artifact.node == node) {
            rows.append({element("code", {},
                                 Html::text(artifact.command.isEmpty() ? artifact.probe : artifact.command)),
                         Html::text(context.phrases.duration(artifact.milliseconds)),
                         Html::text(outcomeOf(context, artifact)), Html::text(sizeOf(context, artifact))});
        }
    }
    return table(context.say(QT_TRANSLATE_NOOP("report", "Commands")),
                 {context.say(QT_TRANSLATE_NOOP("report", "Command")),
                  context.say(QT_TRANSLATE_NOOP("report", "Took")),
                  context.say(QT_TRANSLATE_NOOP("report", "Outcome")),
                  context.say(QT_TRANSLATE_NOOP("report", "Output"))},
                 rows);
}

Html auditTable(const ReportContext &context)
{
    QVector<QVector<Html>> rows;
    for (const RunEntry &entry : context.investigated().runs) {
        rows.append({Html::text(context.phrases.moment(entry.at)), Html::text(context.nodeName(entry.node)),
                     Html::text(entry.what), Html::text(entry.outcome)});
    }
    return rows.isEmpty() ? Html()
                          : table(context.say(QT_TRANSLATE_NOOP("report", "Sessions")),
                                  {context.say(QT_TRANSLATE_NOOP("report", "When")),
                                   context.say(QT_TRANSLATE_NOOP("report", "Node")),
                                   context.say(QT_TRANSLATE_NOOP("report", "What")),
                                   context.say(QT_TRANSLATE_NOOP("report", "Outcome"))},
                                  rows);
}

} // namespace

Html coverageSection(const ReportContext &context)
{
    const Coverage &coverage = context.diagnosis().coverage;
    Html inner = bar(context, coverage);
    inner << gapTable(context) << rightsAdvice(context);
    return section("coverage", context.say(QT_TRANSLATE_NOOP("report", "What was and was not seen")),
                   withClass("div", "card", inner));
}

Html runsSection(const ReportContext &context)
{
    // What was changed on somebody's click stands in a section of its own.
    Html inner = withClass(
        "p", "muted",
        context.investigated().mendings.isEmpty()
            ? context.say(QT_TRANSLATE_NOOP(
                "report",
                "Every command only read. Nothing was written, installed or left behind on a node."))
            : context.say(QT_TRANSLATE_NOOP(
                "report", "Every command of an examination only read. What was changed stands above.")));
    for (const NodeRecord &record : context.investigated().nodes) {
        const auto &artifacts = context.investigated().artifacts;
        const auto count = std::count_if(artifacts.cbegin(), artifacts.cend(),
                                         [&](const Artifact &a) { return a.node == record.node.id; });
        if (count > 0) {
            inner << folded(context.say(QT_TRANSLATE_NOOP("report", "%1: commands: %2"))
                                .arg(context.nodeName(record.node.id))
                                .arg(count),
                            commandTable(context, record.node.id));
        }
    }
    if (const Html audit = auditTable(context); !audit.isEmpty()) {
        inner << folded(context.say(QT_TRANSLATE_NOOP("report", "Sessions")), audit);
    }
    return section("runs", context.say(QT_TRANSLATE_NOOP("report", "What was run")),
                   withClass("div", "card", inner));
}

Html versionsSection(const ReportContext &context)
{
    QVector<QVector<Html>> rows;
    for (const NodeRecord &record : context.investigated().nodes) {
        const QString who = record.failure
            ? QString()
            : QStringLiteral("%1 (%2)").arg(record.account, context.phrases.privilege(record.privilege));
        const QString clock = record.clockOffsetMs
            ? QStringLiteral("%1 ± %2 ms").arg(*record.clockOffsetMs).arg(record.clockUncertaintyMs)
            : QString();
        QStringList versions;
        for (const Fact &fact : context.diagnosis().facts) {
            if (fact.source.node == record.node.id && fact.key.endsWith(QLatin1String("version"))) {
                versions << QStringLiteral("%1 %2").arg(fact.key.section(QLatin1Char('.'), 0, 0),
                                                        displayValue(fact.value));
            }
        }
        versions.removeDuplicates();
        rows.append({Html::text(context.nodeName(record.node.id)), Html::text(record.node.endpoint.display()),
                     Html::text(who), Html::text(clock), Html::text(versions.join(QStringLiteral(", ")))});
    }
    Html inner = table(context.say(QT_TRANSLATE_NOOP("report", "Nodes")),
                       {context.say(QT_TRANSLATE_NOOP("report", "Node")),
                        context.say(QT_TRANSLATE_NOOP("report", "Address")),
                        context.say(QT_TRANSLATE_NOOP("report", "Account")),
                        context.say(QT_TRANSLATE_NOOP("report", "Clock against ours")),
                        context.say(QT_TRANSLATE_NOOP("report", "Versions"))},
                       rows);
    inner << withClass("p", "muted",
                       QStringLiteral("Gordian %1 · %2 %3")
                           .arg(context.investigated().gordianVersion,
                                context.say(QT_TRANSLATE_NOOP("report", "case")), context.investigated().id));
    return section("versions", context.say(QT_TRANSLATE_NOOP("report", "Nodes and versions")),
                   withClass("div", "card", inner));
}

} // namespace gordian
