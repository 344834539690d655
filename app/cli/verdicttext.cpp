// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/verdicttext.h"

#include "cli/linesheet.h"
#include "cli/words.h"
#include "core/overallhealth.h"

namespace gordian {

namespace {

constexpr int textIndent = 4;
constexpr int evidenceIndent = 6;

class VerdictWriter {
public:
    VerdictWriter(const ReportInput &input, const Phrases &phrases)
        : m_input(input),
          m_phrases(phrases),
          m_sheet(input, phrases)
    {
    }

    QVector<TextLine> write();

private:
    void add(Tone tone, int indent, const QString &text, int hang = 0)
    {
        m_sheet.add(tone, indent, text, hang);
    }
    void addBlank() { m_sheet.addBlank(); }
    void addHeadline();
    void addCause(const CauseVerdict &cause);
    void addSteps(const CauseVerdict &cause);
    void addConnections();
    void addRights();
    void addCoverage();
    QString in(const LocalText &text) const { return text.in(m_phrases.language()); }

    const ReportInput &m_input;
    const Phrases &m_phrases;
    LineSheet m_sheet;
};

Tone toneOf(Health health)
{
    switch (health) {
    case Health::Failed:
        return Tone::Failed;
    case Health::Degraded:
        return Tone::Degraded;
    case Health::Healthy:
        return Tone::Healthy;
    default:
        return Tone::Heading;
    }
}

void VerdictWriter::addHeadline()
{
    const Diagnosis &diagnosis = m_input.diagnosis;
    const bool named = namesACause(diagnosis);
    add(toneOf(named ? Health::Failed : healthOf(diagnosis.overall)), 0,
        named ? QStringLiteral("%1: %2").arg(m_phrases.health(Health::Failed).toUpper(),
                                             in(diagnosis.causes.first().sentence))
              : m_phrases.overall(diagnosis));
}

void VerdictWriter::addCause(const CauseVerdict &cause)
{
    addBlank();
    add(Tone::Heading, 0,
        QStringLiteral("%1: %2  [%3]")
            .arg(m_phrases.confidence(cause.confidence), in(cause.sentence), cause.id));
    m_sheet.addEvidence(cause.confidence == Confidence::Proved ? cause.proof : cause.supports,
                        evidenceIndent);
    if (!cause.why.isEmpty()) {
        add(Tone::Plain, textIndent, in(cause.why));
    }
    if (cause.confidence != Confidence::Proved && !cause.tell.isEmpty()) {
        add(Tone::Plain, textIndent,
            Words::tr("what would tell: %1").arg(cause.tell.join(QStringLiteral(", "))));
    }
}

void VerdictWriter::addSteps(const CauseVerdict &cause)
{
    if (cause.steps.isEmpty()) {
        return;
    }
    addBlank();
    add(Tone::Heading, 0, Words::tr("What to do"));
    int number = 0;
    for (const RemedyStep &step : cause.steps) {
        add(Tone::Plain, 2, QStringLiteral("%1. %2").arg(++number).arg(in(step.text)), 3);
        const QStringList commands = step.command.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &command : commands) {
            add(Tone::Command, evidenceIndent + 1, QStringLiteral("$ ") + command);
        }
    }
}

void VerdictWriter::addConnections()
{
    for (const NodeRecord &record : m_input.investigated.nodes) {
        if (!record.failure) {
            continue;
        }
        const auto explained = m_phrases.failure(*record.failure);
        addBlank();
        add(Tone::Heading, 0, QStringLiteral("%1: %2").arg(record.node.name, explained.title));
        const QStringList details = explained.detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &detail : details) {
            add(Tone::Evidence, textIndent, detail, 2);
        }
        add(Tone::Plain, textIndent, explained.advice);
    }
}

void VerdictWriter::addRights()
{
    for (const NodeRecord &record : m_input.investigated.nodes) {
        if (record.failure || record.state == ConnectState::Idle || record.privilege != Privilege::None
            || record.node.via == Via::Offline) {
            continue;
        }
        addBlank();
        add(Tone::Plain, 0,
            Words::tr(
                "%1 was examined as %2, without root: what needs root is unknown. Give its sudo password "
                "(--ask-sudo), or ask for:")
                .arg(record.node.name, record.account));
        const QStringList wanted =
            m_phrases.sudoersLines(record.account).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &line : wanted) {
            add(Tone::Command, textIndent, line);
        }
    }
}

void VerdictWriter::addCoverage()
{
    const Coverage &coverage = m_input.diagnosis.coverage;
    int decisive = 0;
    for (const CoverageGap &gap : coverage.gaps) {
        decisive += gap.couldChangeVerdict ? 1 : 0;
    }
    addBlank();
    add(Tone::Plain, 0,
        Words::tr("%1 of %2 checks answered on %3 of %4 nodes; %5 of the missing answers could change the "
                  "verdict.")
            .arg(coverage.checksAnswered)
            .arg(coverage.checks)
            .arg(coverage.nodesExamined)
            .arg(coverage.nodes)
            .arg(decisive));
}

QVector<TextLine> VerdictWriter::write()
{
    addHeadline();
    for (const CauseVerdict &cause : m_input.diagnosis.causes) {
        addCause(cause);
    }
    m_sheet.addCycles();
    for (const CauseVerdict &cause : m_input.diagnosis.causes) {
        if (cause.confidence == Confidence::Proved) {
            addSteps(cause);
        }
    }
    addConnections();
    addRights();
    addCoverage();
    return m_sheet.lines();
}

} // namespace

bool namesACause(const Diagnosis &diagnosis)
{
    return !diagnosis.causes.isEmpty() && diagnosis.causes.first().confidence != Confidence::Possible;
}

QVector<TextLine> verdictLines(const ReportInput &input, const Phrases &phrases)
{
    return VerdictWriter(input, phrases).write();
}

} // namespace gordian
