// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/report.h"

#include "casefile/casestore.h"
#include "casefile/codenames.h"
#include "casefile/mendingrecords.h"
#include "report/mendingtranscript.h"
#include "report/reportcontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gordian {

namespace {

// Names never change once given: scripts read them. In the order of their enumerations.
const char *const Healths[] = {"healthy", "degraded", "failed", "blocked", "unknown"};
const char *const EdgeKinds[] = {"needs", "apparent", "circular"};
const char *const CycleKinds[] = {"apparent", "real"};
const char *const Precedences[] = {"",       "surer", "not-a-consequence", "explains-more", "more-evidence",
                                   "deeper", "order"};
const char *const Confidences[] = {"proved", "likely", "possible"};
const char *const Dismissals[] = {"excluded",         "disproved", "outweighed",
                                  "explains-nothing", "covered",   "settled"};
const char *const Reasons[] = {"",          "not-collected",  "not-permitted",  "command-missing",
                               "timed-out", "not-applicable", "not-understood", "node-not-reached"};
const char *const Overalls[] = {"nothing-examined", "nothing-wrong", "partly-examined-nothing-wrong",
                                "warnings", "failures"};
const char *const Kinds[] = {"started",        "stopped",         "restarted", "killed",   "first-error",
                             "config-changed", "certificate-end", "boot",      "collected"};

template <typename Code, size_t N> QString name(const char *const (&table)[N], Code code)
{
    return QLatin1String(table[static_cast<size_t>(code)]);
}

QString moment(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

void insertIf(QJsonObject &json, const char *key, const QString &value)
{
    if (!value.isEmpty()) {
        json.insert(QLatin1String(key), value);
    }
}

template <typename Value, typename Convert>
QJsonArray array(const QVector<Value> &values, const Convert &convert)
{
    QJsonArray all;
    for (const Value &value : values) {
        all.append(convert(value));
    }
    return all;
}

QJsonObject evidence(const Evidence &piece)
{
    QJsonObject json{{QStringLiteral("node"), piece.source.node},
                     {QStringLiteral("probe"), piece.source.probe},
                     {QStringLiteral("command"), piece.command},
                     {QStringLiteral("firstLine"), piece.source.firstLine},
                     {QStringLiteral("lastLine"), piece.source.lastLine},
                     {QStringLiteral("lines"), QJsonArray::fromStringList(piece.lines)},
                     {QStringLiteral("occurrences"), piece.occurrences}};
    insertIf(json, "section", piece.source.section);
    insertIf(json, "time", piece.time.isValid() ? moment(piece.time) : QString());
    return json;
}

class Writer {
public:
    explicit Writer(const ReportContext &context) : m_context(context) { }

    QJsonObject report() const
    {
        const Case &investigated = m_context.investigated();
        const Diagnosis &diagnosis = m_context.diagnosis();
        return {
            {QStringLiteral("schema"), QStringLiteral("gordian.report/1")},
            {QStringLiteral("gordian"), QStringLiteral(GORDIAN_VERSION)},
            {QStringLiteral("language"), m_context.phrases.language()},
            {QStringLiteral("id"), investigated.id},
            {QStringLiteral("title"), investigated.title},
            {QStringLiteral("createdAt"), moment(investigated.createdAt)},
            {QStringLiteral("overall"), name(Overalls, diagnosis.overall)},
            {QStringLiteral("verdict"), m_context.headline()},
            {QStringLiteral("nodes"),
             array(investigated.nodes, [&](const NodeRecord &r) { return node(r); })},
            {QStringLiteral("causes"),
             array(diagnosis.causes, [&](const CauseVerdict &c) { return cause(c); })},
            {QStringLiteral("dismissed"),
             array(diagnosis.dismissed, [&](const DismissedCause &c) { return dismissed(c); })},
            {QStringLiteral("unexplained"), unexplained()},
            {QStringLiteral("findings"),
             array(diagnosis.findings, [&](const Finding &f) { return finding(f); })},
            {QStringLiteral("components"),
             array(diagnosis.vertices, [&](const GraphVertex &v) { return vertex(v); })},
            {QStringLiteral("edges"), array(diagnosis.edges, [&](const GraphEdge &e) { return edge(e); })},
            {QStringLiteral("cycles"),
             array(diagnosis.cycles, [&](const CycleExplanation &c) { return cycle(c); })},
            {QStringLiteral("alibis"), array(diagnosis.alibis, [&](const Alibi &a) { return alibi(a); })},
            {QStringLiteral("timeline"),
             array(diagnosis.timeline, [&](const TimelineEvent &e) { return event(e); })},
            {QStringLiteral("coverage"), coverage(diagnosis.coverage)},
            {QStringLiteral("mendings"),
             array(investigated.mendings, [&](const MendingRecord &m) { return mending(m); })},
            {QStringLiteral("runs"),
             array(investigated.artifacts, [&](const Artifact &a) { return run(a); })}};
    }

private:
    QJsonObject node(const NodeRecord &record) const
    {
        QJsonObject json{{QStringLiteral("id"), record.node.id},
                         {QStringLiteral("name"), record.node.name},
                         {QStringLiteral("address"), record.node.endpoint.display()},
                         {QStringLiteral("role"), codeName(record.node.role)},
                         {QStringLiteral("state"), codeName(record.state)},
                         {QStringLiteral("privilege"), codeName(record.privilege)},
                         {QStringLiteral("account"), record.account}};
        if (record.clockOffsetMs) {
            json.insert(QStringLiteral("clockOffsetMs"), *record.clockOffsetMs);
        }
        if (record.failure) {
            const Phrases::Explanation why = m_context.phrases.failure(*record.failure);
            json.insert(QStringLiteral("failure"),
                        QJsonObject{{QStringLiteral("layer"), codeName(record.failure->layer)},
                                    {QStringLiteral("title"), why.title},
                                    {QStringLiteral("advice"), why.advice}});
        }
        return json;
    }

    QJsonObject cause(const CauseVerdict &cause) const
    {
        const auto step = [&](const RemedyStep &s) {
            QJsonObject json{{QStringLiteral("text"), m_context.in(s.text)}};
            insertIf(json, "command", s.command);
            insertIf(json, "risk", m_context.in(s.risk));
            return json;
        };
        QJsonObject json{{QStringLiteral("id"), cause.id},
                         {QStringLiteral("node"), cause.node},
                         {QStringLiteral("component"), cause.component},
                         {QStringLiteral("confidence"), name(Confidences, cause.confidence)},
                         {QStringLiteral("weight"), cause.weight},
                         {QStringLiteral("title"), m_context.in(cause.title)},
                         {QStringLiteral("sentence"), m_context.in(cause.sentence)},
                         {QStringLiteral("why"), m_context.in(cause.why)},
                         {QStringLiteral("proof"), array(cause.proof, evidence)},
                         {QStringLiteral("supports"), array(cause.supports, evidence)},
                         {QStringLiteral("contradicts"), array(cause.contradicts, evidence)},
                         {QStringLiteral("explains"), QJsonArray::fromStringList(cause.explains)},
                         {QStringLiteral("silences"), QJsonArray::fromStringList(cause.silences)},
                         {QStringLiteral("tell"), QJsonArray::fromStringList(cause.tell)},
                         {QStringLiteral("steps"), array(cause.steps, step)},
                         {QStringLiteral("sources"), QJsonArray::fromStringList(cause.sources)}};
        insertIf(json, "outrankedBy", name(Precedences, cause.outrankedBy));
        return json;
    }

    QJsonArray unexplained() const
    {
        QStringList left;
        const QVector<const Finding *> findings = m_context.unexplained();
        for (const Finding *finding : findings) {
            left += finding->node + QLatin1Char('/') + finding->id;
        }
        return QJsonArray::fromStringList(left);
    }

    QJsonObject dismissed(const DismissedCause &cause) const
    {
        QJsonObject json{{QStringLiteral("id"), cause.id},
                         {QStringLiteral("node"), cause.node},
                         {QStringLiteral("component"), cause.component},
                         {QStringLiteral("why"), name(Dismissals, cause.why)},
                         {QStringLiteral("title"), m_context.in(cause.title)},
                         {QStringLiteral("supports"), array(cause.supports, evidence)},
                         {QStringLiteral("against"), array(cause.against, evidence)}};
        insertIf(json, "by", cause.by);
        return json;
    }

    QJsonObject finding(const Finding &finding) const
    {
        QJsonObject json{{QStringLiteral("id"), finding.id},
                         {QStringLiteral("node"), finding.node},
                         {QStringLiteral("component"), finding.component},
                         {QStringLiteral("health"), name(Healths, finding.health)},
                         {QStringLiteral("title"), m_context.in(finding.title)},
                         {QStringLiteral("says"), m_context.in(finding.says)},
                         {QStringLiteral("evidence"), array(finding.evidence, evidence)}};
        insertIf(json, "reason", name(Reasons, finding.reason));
        return json;
    }

    QJsonObject vertex(const GraphVertex &vertex) const
    {
        QJsonObject json{{QStringLiteral("id"), vertex.id},
                         {QStringLiteral("node"), vertex.node},
                         {QStringLiteral("component"), vertex.component},
                         {QStringLiteral("name"), m_context.in(vertex.name)},
                         {QStringLiteral("health"), name(Healths, vertex.health)},
                         {QStringLiteral("causes"), QJsonArray::fromStringList(vertex.causes)}};
        insertIf(json, "reason", name(Reasons, vertex.reason));
        insertIf(json, "blockedBy", vertex.blockedBy);
        return json;
    }

    QJsonObject edge(const GraphEdge &edge) const
    {
        return {{QStringLiteral("from"), edge.from},
                {QStringLiteral("to"), edge.to},
                {QStringLiteral("kind"), name(EdgeKinds, edge.kind)},
                {QStringLiteral("why"), m_context.in(edge.why)}};
    }

    QJsonObject cycle(const CycleExplanation &cycle) const
    {
        QJsonObject json{{QStringLiteral("id"), cycle.id},
                         {QStringLiteral("node"), cycle.node},
                         {QStringLiteral("kind"), name(CycleKinds, cycle.kind)},
                         {QStringLiteral("components"), QJsonArray::fromStringList(cycle.vertices)},
                         {QStringLiteral("title"), m_context.in(cycle.title)},
                         {QStringLiteral("text"), m_context.in(cycle.text)},
                         {QStringLiteral("evidence"), array(cycle.evidence, evidence)}};
        insertIf(json, "cut", m_context.in(cycle.cut));
        return json;
    }

    QJsonObject alibi(const Alibi &alibi) const
    {
        return {{QStringLiteral("node"), alibi.node},
                {QStringLiteral("component"), alibi.component},
                {QStringLiteral("text"), m_context.in(alibi.text)},
                {QStringLiteral("evidence"), array(alibi.evidence, evidence)}};
    }

    QJsonObject event(const TimelineEvent &event) const
    {
        QJsonObject json{{QStringLiteral("time"), moment(event.time)},
                         {QStringLiteral("node"), event.node},
                         {QStringLiteral("component"), event.component},
                         {QStringLiteral("kind"), name(Kinds, event.kind)}};
        insertIf(json, "subject", event.subject);
        insertIf(json, "line", event.line);
        if (event.attempt >= 0) {
            json.insert(QStringLiteral("attempt"), event.attempt);
        }
        return json;
    }

    QJsonObject coverage(const Coverage &coverage) const
    {
        const auto gap = [](const CoverageGap &g) {
            return QJsonObject{{QStringLiteral("node"), g.node},
                               {QStringLiteral("probe"), g.probe},
                               {QStringLiteral("reason"), name(Reasons, g.reason)},
                               {QStringLiteral("couldChangeVerdict"), g.couldChangeVerdict}};
        };
        QJsonObject json{{QStringLiteral("nodes"), coverage.nodes},
                         {QStringLiteral("nodesExamined"), coverage.nodesExamined},
                         {QStringLiteral("checks"), coverage.checks},
                         {QStringLiteral("checksAnswered"), coverage.checksAnswered},
                         {QStringLiteral("gaps"), array(coverage.gaps, gap)}};
        if (const QStringList sudoers = m_context.wantedSudoers(); !sudoers.isEmpty()) {
            json.insert(QStringLiteral("sudoers"), QJsonArray::fromStringList(sudoers));
        }
        return json;
    }

    QJsonObject mending(const MendingRecord &record) const
    {
        const auto foretold = [&](const Foretold &f) {
            return QJsonObject{{QStringLiteral("finding"), f.finding},
                               {QStringLiteral("says"), m_context.in(f.says)}};
        };
        QJsonObject json{
            {QStringLiteral("id"), record.id},
            {QStringLiteral("node"), record.node},
            {QStringLiteral("address"), record.address},
            {QStringLiteral("by"), record.by},
            {QStringLiteral("account"), record.account},
            {QStringLiteral("cause"), record.cause},
            {QStringLiteral("remedy"), record.remedy},
            {QStringLiteral("title"), m_context.in(record.title)},
            {QStringLiteral("planHash"), record.planHash},
            {QStringLiteral("state"), nameOf(record.state)},
            {QStringLiteral("plannedAt"), moment(record.plannedAt)},
            {QStringLiteral("steps"), array(record.steps, [&](const MendingStep &s) { return step(s); })},
            {QStringLiteral("verification"), record.verificationCommand},
            {QStringLiteral("clears"), array(record.clears, foretold)},
            {QStringLiteral("stays"), array(record.stays, foretold)},
            {QStringLiteral("events"), array(record.events, mendingEvent)}};
        if (record.state == MendingState::Applied) {
            const Clearing clearing = clearingOf(record.clears, m_context.diagnosis());
            json.insert(QStringLiteral("cleared"), array(clearing.cleared, foretold));
            json.insert(QStringLiteral("notCleared"), array(clearing.left, foretold));
        }
        return json;
    }

    QJsonObject step(const MendingStep &step) const
    {
        const auto place = [](const MendedPlace &p) {
            return QJsonObject{{QStringLiteral("path"), p.path},
                               {QStringLiteral("before"), p.before},
                               {QStringLiteral("after"), p.after}};
        };
        QJsonObject json{{QStringLiteral("text"), m_context.in(step.text)},
                         {QStringLiteral("state"), nameOf(step.state)},
                         {QStringLiteral("places"), array(step.places, place)}};
        insertIf(json, step.isDiff ? "diff" : "command", step.deed);
        insertIf(json, "undo", step.undo);
        insertIf(json, "began", moment(step.began));
        insertIf(json, "ended", moment(step.ended));
        insertIf(json, "undone", moment(step.undone));
        insertIf(json, "trouble", step.trouble);
        return json;
    }

    static QJsonObject mendingEvent(const MendingEvent &event)
    {
        QJsonObject json{{QStringLiteral("at"), moment(event.at)}, {QStringLiteral("what"), event.what}};
        insertIf(json, "detail", event.detail);
        if (event.step >= 0) {
            json.insert(QStringLiteral("step"), event.step + 1);
        }
        return json;
    }

    QJsonObject run(const Artifact &artifact) const
    {
        QJsonObject json{{QStringLiteral("node"), artifact.node},
                         {QStringLiteral("probe"), artifact.probe},
                         {QStringLiteral("command"), artifact.command},
                         {QStringLiteral("state"), codeName(artifact.state)},
                         {QStringLiteral("exitCode"), artifact.exitCode},
                         {QStringLiteral("milliseconds"), artifact.milliseconds},
                         {QStringLiteral("bytes"), static_cast<qint64>(artifact.output.size())},
                         {QStringLiteral("truncated"), artifact.truncated}};
        insertIf(json, "note", artifact.note);
        return json;
    }

    const ReportContext &m_context;
};

} // namespace

QByteArray renderJson(const ReportInput &input, const ReportOptions &options)
{
    const ReportContext context(input, options);
    QJsonObject report = Writer(context).report();
    if (options.embedCase) {
        report.insert(QStringLiteral("case"),
                      QJsonObject{{QStringLiteral("encoding"),
                                   QStringLiteral("%1;base64").arg(QLatin1String(EmbeddedCaseType))},
                                  {QStringLiteral("data"), QString::fromLatin1(context.embeddedCase())}});
    }
    return QJsonDocument(report).toJson(QJsonDocument::Indented);
}

} // namespace gordian
