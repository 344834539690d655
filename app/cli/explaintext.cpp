// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/explaintext.h"

#include "cli/linesheet.h"
#include "cli/verdicttext.h"
#include "cli/words.h"
#include "report/reportcontext.h"

namespace gordian {

namespace {

constexpr int partIndent = 4;
constexpr int lineIndent = 6;

class ExplanationWriter {
public:
    ExplanationWriter(const ReportInput &input, const Phrases &phrases)
        : m_options{phrases.language()},
          m_context(input, m_options),
          m_sheet(input, phrases)
    {
    }

    QVector<TextLine> all();
    QVector<TextLine> only(const QString &causeId);

private:
    const Diagnosis &diagnosis() const { return m_context.diagnosis(); }
    void addNamed(const CauseVerdict &cause, qsizetype place);
    void addDismissed(const DismissedCause &cause);
    void addConsequences(const CauseVerdict &cause);
    void addUnexplained();
    void addFinding(const Finding &finding, int indent);
    void addPart(const QString &title, const QVector<Evidence> &evidence);
    void addUnspokenFor(const QString &causeId);
    QString probes(const QStringList &ids) const;

    const ReportOptions m_options;
    const ReportContext m_context;
    LineSheet m_sheet;
};

QString ExplanationWriter::probes(const QStringList &ids) const
{
    QStringList titles;
    for (const QString &id : ids) {
        titles += QStringLiteral("%1 (%2)").arg(m_context.probeTitle(id), id);
    }
    return titles.join(QStringLiteral("; "));
}

void ExplanationWriter::addPart(const QString &title, const QVector<Evidence> &evidence)
{
    if (!evidence.isEmpty()) {
        m_sheet.add(Tone::Plain, partIndent, title);
        m_sheet.addEvidence(evidence, lineIndent);
    }
}

void ExplanationWriter::addFinding(const Finding &finding, int indent)
{
    m_sheet.add(Tone::Evidence, indent,
                QStringLiteral("%1 | %2").arg(m_context.nodeName(finding.node), m_sheet.in(finding.says)), 2);
}

void ExplanationWriter::addConsequences(const CauseVerdict &cause)
{
    if (cause.explains.isEmpty() && cause.silences.isEmpty()) {
        return;
    }
    m_sheet.add(Tone::Plain, partIndent, Words::tr("What follows from it, and should clear with it:"));
    for (const QString &reference : cause.explains) {
        if (const Finding *finding = m_context.finding(reference)) {
            addFinding(*finding, lineIndent);
        }
    }
    for (const QString &reference : cause.silences) {
        m_sheet.add(Tone::Evidence, lineIndent,
                    Words::tr("log lines that should stop | %1").arg(m_context.logTitle(reference)), 2);
    }
}

void ExplanationWriter::addNamed(const CauseVerdict &cause, qsizetype place)
{
    m_sheet.addBlank();
    m_sheet.add(
        Tone::Heading, 0,
        QStringLiteral("%1. %2: %3  [%4]")
            .arg(place)
            .arg(m_context.phrases.confidence(cause.confidence), m_sheet.in(cause.sentence), cause.id),
        3);
    if (cause.outrankedBy != Precedence::None) {
        m_sheet.add(Tone::Plain, partIndent, m_context.phrases.precedence(cause.outrankedBy));
    }
    addPart(Words::tr("Proof:"), cause.proof);
    addPart(Words::tr("What speaks for it:"), cause.supports);
    addPart(Words::tr("What speaks against it:"), cause.contradicts);
    if (!cause.tell.isEmpty()) {
        m_sheet.add(Tone::Plain, partIndent,
                    Words::tr("What is missing and would tell: %1").arg(probes(cause.tell)));
    }
    addConsequences(cause);
    if (!cause.why.isEmpty()) {
        m_sheet.add(Tone::Plain, partIndent, m_sheet.in(cause.why));
    }
}

void ExplanationWriter::addDismissed(const DismissedCause &cause)
{
    m_sheet.addBlank();
    m_sheet.add(Tone::Heading, 0,
                QStringLiteral("%1 · %2  [%3]")
                    .arg(m_context.nodeName(cause.node), m_sheet.in(cause.title), cause.id));
    m_sheet.add(Tone::Plain, partIndent, m_context.phrases.dismissal(cause));
    addPart(Words::tr("What speaks for it:"), cause.supports);
    addPart(Words::tr("What speaks against it:"), cause.against);
}

void ExplanationWriter::addUnexplained()
{
    const QVector<const Finding *> left = m_context.unexplained();
    if (left.isEmpty()) {
        return;
    }
    m_sheet.addBlank();
    m_sheet.add(Tone::Heading, 0, Words::tr("What no cause explains, and will stay"));
    for (const Finding *finding : left) {
        addFinding(*finding, partIndent);
    }
}

/// The packs know the cause, and nothing that was found points at it.
void ExplanationWriter::addUnspokenFor(const QString &causeId)
{
    const CauseRule *rule = m_context.input.knowledge.cause(causeId);
    if (!rule) {
        return;
    }
    m_sheet.add(Tone::Heading, 0, QStringLiteral("%1  [%2]").arg(m_sheet.in(rule->title), causeId));
    m_sheet.add(Tone::Plain, partIndent, Words::tr("Not named: nothing that was found speaks for it."));
    QStringList open;
    for (const CoverageGap &gap : diagnosis().coverage.gaps) {
        if (rule->tell.contains(gap.probe) && !open.contains(gap.probe)) {
            open += gap.probe;
        }
    }
    if (!open.isEmpty()) {
        m_sheet.add(Tone::Plain, partIndent,
                    Words::tr("What is missing and would tell: %1").arg(probes(open)));
    }
}

QVector<TextLine> ExplanationWriter::all()
{
    m_sheet.add(Tone::Heading, 0,
                namesACause(diagnosis()) ? m_context.headline() : m_context.phrases.overall(diagnosis()));
    qsizetype place = 0;
    for (const CauseVerdict &cause : diagnosis().causes) {
        addNamed(cause, ++place);
    }
    if (!diagnosis().dismissed.isEmpty()) {
        m_sheet.addBlank();
        m_sheet.add(Tone::Heading, 0, Words::tr("What else was considered, and why it is not named"));
    }
    for (const DismissedCause &cause : diagnosis().dismissed) {
        addDismissed(cause);
    }
    addUnexplained();
    m_sheet.addCycles();
    return m_sheet.lines();
}

QVector<TextLine> ExplanationWriter::only(const QString &causeId)
{
    qsizetype place = 0;
    for (const CauseVerdict &cause : diagnosis().causes) {
        ++place;
        if (cause.id == causeId) {
            addNamed(cause, place);
        }
    }
    for (const DismissedCause &cause : diagnosis().dismissed) {
        if (cause.id == causeId) {
            addDismissed(cause);
        }
    }
    if (m_sheet.lines().isEmpty()) {
        addUnspokenFor(causeId);
    }
    return m_sheet.lines();
}

} // namespace

QVector<TextLine> explanationLines(const ReportInput &input, const Phrases &phrases, const QString &causeId)
{
    ExplanationWriter writer(input, phrases);
    return causeId.isEmpty() ? writer.all() : writer.only(causeId);
}

} // namespace gordian
