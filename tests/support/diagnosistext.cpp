// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "support/diagnosistext.h"

#include <QTextStream>

namespace gordian::test {

namespace {

const char *word(Health health)
{
    constexpr const char *words[] = {"healthy", "degraded", "failed", "blocked", "unknown"};
    return words[int(health)];
}

const char *word(Confidence confidence)
{
    constexpr const char *words[] = {"proved", "likely", "possible"};
    return words[int(confidence)];
}

QString words(const LocalText &text)
{
    return text.in(QStringLiteral("en")) + QLatin1String(" | ") + text.in(QStringLiteral("ru"));
}

void write(QTextStream &out, const char *kind, const QVector<Evidence> &evidence)
{
    for (const Evidence &each : evidence) {
        out << "    " << kind << ' ' << each.source.node << ' ' << each.source.probe << ' '
            << each.source.section << ':' << each.source.firstLine << '-' << each.source.lastLine << " x"
            << each.occurrences << ' ' << each.time.toString(Qt::ISODateWithMs) << " [" << each.command
            << "]\n";
        for (const QString &line : each.lines) {
            out << "      " << line << '\n';
        }
    }
}

void writeCauses(QTextStream &out, const Diagnosis &diagnosis)
{
    for (const CauseVerdict &cause : diagnosis.causes) {
        out << "cause " << cause.id << ' ' << cause.node << ' ' << word(cause.confidence) << ' '
            << cause.weight << ": " << words(cause.sentence) << '\n';
        write(out, "proof", cause.proof);
        write(out, "supports", cause.supports);
        write(out, "contradicts", cause.contradicts);
        out << "    explains " << cause.explains.join(QLatin1Char(' ')) << "\n    tell "
            << cause.tell.join(QLatin1Char(' ')) << '\n';
        for (const RemedyStep &step : cause.steps) {
            out << "    step " << words(step.text) << " $ " << step.command << '\n';
        }
    }
}

void writeGraph(QTextStream &out, const Diagnosis &diagnosis)
{
    for (const GraphVertex &vertex : diagnosis.vertices) {
        out << "vertex " << vertex.id << ' ' << word(vertex.health) << ' ' << int(vertex.reason) << ' '
            << vertex.blockedBy << ' ' << vertex.causes.join(QLatin1Char(' ')) << '\n';
    }
    for (const GraphEdge &edge : diagnosis.edges) {
        out << "edge " << edge.from << ' ' << edge.to << ' ' << int(edge.kind) << ' ' << words(edge.why)
            << '\n';
    }
    for (const CycleExplanation &cycle : diagnosis.cycles) {
        out << (cycle.kind == CycleKind::Real ? "circle " : "cycle ") << cycle.id << ' '
            << cycle.vertices.join(QLatin1Char(' ')) << ' ' << words(cycle.text) << '\n';
        write(out, "shows", cycle.evidence);
    }
}

void writeRest(QTextStream &out, const Diagnosis &diagnosis)
{
    for (const Alibi &alibi : diagnosis.alibis) {
        out << "alibi " << alibi.node << ' ' << alibi.component << ' ' << words(alibi.text) << '\n';
    }
    for (const TimelineEvent &event : diagnosis.timeline) {
        out << "event " << event.time.toString(Qt::ISODateWithMs) << ' ' << event.node << ' '
            << event.component << ' ' << event.subject << ' ' << int(event.kind) << ' ' << event.attempt
            << ' ' << event.line << '\n';
    }
    for (const Fact &fact : diagnosis.facts) {
        out << "fact " << fact.source.node << ' ' << fact.key << " [" << fact.subject << "] "
            << displayValue(fact.value) << " @" << fact.source.probe << ':' << fact.source.firstLine << '\n';
    }
    out << "coverage " << diagnosis.coverage.nodesExamined << '/' << diagnosis.coverage.nodes << ' '
        << diagnosis.coverage.checksAnswered << '/' << diagnosis.coverage.checks << '\n';
    for (const CoverageGap &gap : diagnosis.coverage.gaps) {
        out << "gap " << gap.node << ' ' << gap.probe << ' ' << int(gap.reason) << ' '
            << gap.couldChangeVerdict << '\n';
    }
}

} // namespace

QString diagnosisText(const Diagnosis &diagnosis)
{
    QString text;
    QTextStream out(&text);
    out << "overall " << int(diagnosis.overall) << '\n';
    writeCauses(out, diagnosis);
    for (const Finding &finding : diagnosis.findings) {
        out << "finding " << finding.node << ' ' << finding.component << ' ' << finding.id << ' '
            << word(finding.health) << ' ' << int(finding.reason) << ' ' << words(finding.says) << '\n';
        write(out, "because", finding.evidence);
    }
    writeGraph(out, diagnosis);
    writeRest(out, diagnosis);
    return text;
}

QString verdictText(const Diagnosis &diagnosis)
{
    QString text;
    QTextStream out(&text);
    for (const CauseVerdict &cause : diagnosis.causes) {
        out << word(cause.confidence) << ' ' << cause.id << '@' << cause.node << ' ' << cause.weight << ": "
            << cause.sentence.in(QStringLiteral("en")) << '\n';
    }
    for (const Finding &finding : diagnosis.findings) {
        if (finding.health == Health::Failed || finding.health == Health::Degraded) {
            out << "  " << word(finding.health) << ' ' << finding.node << '/' << finding.id << ": "
                << finding.says.in(QStringLiteral("en")) << '\n';
        }
    }
    return text;
}

} // namespace gordian::test
