// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/plantext.h"

#include "cli/terminal.h"
#include "cli/words.h"
#include "remedy/transcript.h"
#include "report/mendingtranscript.h"

#include <algorithm>

namespace gordian {

namespace {

/// Collects the lines; texts become harmless here.
class Sheet {
public:
    explicit Sheet(const Phrases &phrases) : m_phrases(phrases) { }

    void add(Tone tone, int indent, const QString &text)
    {
        const QStringList parts = text.split(QLatin1Char('\n'));
        for (const QString &part : parts) {
            m_lines.append({tone, indent, Terminal::harmless(part), 0});
        }
    }
    QString in(const LocalText &text) const { return text.in(m_phrases.language()); }
    const QVector<TextLine> &lines() const { return m_lines; }

private:
    const Phrases &m_phrases;
    QVector<TextLine> m_lines;
};

void addDiff(Sheet &sheet, const QByteArray &diff)
{
    const QStringList lines = QString::fromUtf8(diff).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const Tone tone = line.startsWith(QLatin1Char('+')) ? Tone::Healthy
            : line.startsWith(QLatin1Char('-'))             ? Tone::Failed
                                                            : Tone::Evidence;
        sheet.add(tone, 6, line);
    }
}

/// The very commands.
void addDeed(Sheet &sheet, const PlannedAction &planned)
{
    const Action &action = planned.action;
    switch (action.kind) {
    case Action::Kind::Edit:
    case Action::Kind::Place:
        addDiff(sheet, planned.diff);
        break;
    case Action::Kind::SetAside:
        sheet.add(Tone::Command, 6,
                  QStringLiteral("mv %1").arg(action.file) + QStringLiteral(" -> ")
                      + Words::tr("the backup"));
        break;
    case Action::Kind::Unit:
        sheet.add(Tone::Command, 6, deedOf(planned));
        break;
    case Action::Kind::Command:
        sheet.add(Tone::Command, 6, action.command);
        if (!action.undo.isEmpty()) {
            sheet.add(Tone::Evidence, 6, Words::tr("to undo: %1").arg(undoOf(planned)));
        }
        break;
    }
}

const Finding *findingOf(const QString &id, const Diagnosis &diagnosis)
{
    const auto found =
        std::find_if(diagnosis.findings.cbegin(), diagnosis.findings.cend(), [&](const Finding &finding) {
            return finding.node + QLatin1Char('/') + finding.id == id;
        });
    return found == diagnosis.findings.cend() ? nullptr : &*found;
}

void addFindings(Sheet &sheet, const QStringList &ids, const Plan &plan, const Diagnosis &diagnosis)
{
    for (const QString &id : ids) {
        const Finding *finding = findingOf(id, diagnosis);
        const QString said = sheet.in(plan.says.value(id));
        sheet.add(Tone::Plain, 6, finding != nullptr ? sheet.in(finding->says) : said.isEmpty() ? id : said);
    }
}

void addActions(Sheet &sheet, const Plan &plan, const Phrases &phrases)
{
    int number = 0;
    for (const PlannedAction &planned : plan.actions) {
        const QString done = planned.isDone
            ? QStringLiteral(" (%1)").arg(phrases.actionState(ActionState::Skipped))
            : QString();
        sheet.add(Tone::Plain, 2,
                  QStringLiteral("%1. %2%3").arg(++number).arg(actionText(planned, phrases), done));
        if (!planned.isDone) {
            addDeed(sheet, planned);
            for (const KeptPlace &kept : planned.kept) {
                sheet.add(Tone::Evidence, 6, Words::tr("kept first: %1").arg(kept.path));
            }
        }
        if (planned.action.isIrreversible) {
            sheet.add(Tone::Degraded, 6, Words::tr("This cannot be undone"));
        }
        if (!planned.action.risk.isEmpty()) {
            sheet.add(Tone::Degraded, 6, sheet.in(planned.action.risk));
        }
    }
}

} // namespace

QString actionText(const PlannedAction &planned, const Phrases &phrases)
{
    return Terminal::harmless(planned.action.text.in(phrases.language()));
}

QVector<TextLine> offerLines(const CauseVerdict &cause, const Remedy &remedy, const Phrases &phrases)
{
    Sheet sheet(phrases);
    sheet.add(Tone::Heading, 0, sheet.in(cause.sentence));
    sheet.add(Tone::Plain, 2, QStringLiteral("%1  %2").arg(remedy.id, sheet.in(remedy.title)));
    sheet.add(Tone::Plain, 2, sheet.in(remedy.effect));
    sheet.add(Tone::Plain, 2, Words::tr("Risk: %1").arg(phrases.risk(remedy.risk)));
    sheet.add(Tone::Command, 2, QStringLiteral("gordianctl remedy plan ... --remedy %1").arg(remedy.id));
    sheet.add(Tone::Plain, 0, {});
    return sheet.lines();
}

QVector<TextLine> planLines(const Plan &plan, const Diagnosis &diagnosis, const Phrases &phrases)
{
    Sheet sheet(phrases);
    const Remedy &remedy = plan.remedy;
    sheet.add(Tone::Heading, 0, QStringLiteral("%1: %2").arg(plan.node.name, sheet.in(remedy.title)));
    sheet.add(Tone::Plain, 2, sheet.in(remedy.effect));
    sheet.add(Tone::Plain, 2, Words::tr("Risk: %1").arg(phrases.risk(remedy.risk)));
    if (remedy.downtimeSeconds > 0) {
        sheet.add(
            Tone::Plain, 2,
            Words::tr("Expected downtime: %1").arg(phrases.duration(remedy.downtimeSeconds * qint64(1000))));
    }
    addActions(sheet, plan, phrases);
    sheet.add(Tone::Plain, 2,
              Words::tr("Then, for %1 s without a break: %2")
                  .arg(remedy.verification.stableSeconds)
                  .arg(sheet.in(remedy.verification.says)));
    sheet.add(Tone::Command, 6, remedy.verification.command);
    sheet.add(Tone::Plain, 2, Words::tr("If that fails, all of it is undone."));
    sheet.add(Tone::Plain, 2, Words::tr("%n symptom(s) should clear", nullptr, int(plan.clears.size())));
    addFindings(sheet, plan.clears, plan, diagnosis);
    if (!plan.stays.isEmpty()) {
        sheet.add(Tone::Plain, 2, Words::tr("%n will stay", nullptr, int(plan.stays.size())));
        addFindings(sheet, plan.stays, plan, diagnosis);
    }
    for (const Refusal &refusal : plan.refusals) {
        const QString where = refusal.action < 0 ? QString() : QStringLiteral("%1. ").arg(refusal.action + 1);
        sheet.add(Tone::Failed, 2, where + phrases.refusal(refusal));
    }
    if (plan.isAllowed()) {
        sheet.add(Tone::Plain, 0, Words::tr("Nothing was changed. To do exactly this:"));
        sheet.add(
            Tone::Command, 2,
            QStringLiteral("gordianctl remedy apply ... --remedy %1 --yes %2").arg(remedy.id, hashOf(plan)));
    } else {
        sheet.add(Tone::Failed, 0,
                  Words::tr("Refused: nothing was changed, and this plan cannot be applied."));
    }
    return sheet.lines();
}

QVector<TextLine> transcriptLines(const MendingRecord &record, const Diagnosis &now, const Phrases &phrases)
{
    Sheet sheet(phrases);
    const Transcript transcript = transcriptText(record, now, phrases);
    sheet.add(Tone::Heading, 0, transcript.title);
    for (const auto &[name, value] : transcript.facts) {
        sheet.add(Tone::Plain, 2, QStringLiteral("%1: %2").arg(name, value));
    }
    for (const TranscriptStep &step : transcript.steps) {
        sheet.add(Tone::Plain, 0, step.title);
        if (!step.when.isEmpty()) {
            sheet.add(Tone::Evidence, 4, step.when);
        }
        if (step.isDiff) {
            addDiff(sheet, step.deed.toUtf8());
        } else if (!step.deed.isEmpty()) {
            sheet.add(Tone::Command, 6, step.deed);
        }
        for (const MendedPlace &place : step.places) {
            sheet.add(Tone::Evidence, 4, place.path);
            sheet.add(Tone::Evidence, 6, Words::tr("before: %1").arg(place.before));
            if (!place.after.isEmpty()) {
                sheet.add(Tone::Evidence, 6, Words::tr("after: %1").arg(place.after));
            }
        }
        for (const QString &note : step.notes) {
            sheet.add(Tone::Degraded, 4, note);
        }
    }
    sheet.add(Tone::Plain, 0, Words::tr("Then: %1").arg(transcript.verification));
    sheet.add(Tone::Command, 6, transcript.verificationCommand);
    for (const auto &[when, what] : transcript.events) {
        sheet.add(Tone::Evidence, 2, when + QStringLiteral("  ") + what);
    }
    return sheet.lines();
}

QVector<TextLine> comparisonLines(const Plan &plan, const Diagnosis &after, const Phrases &phrases)
{
    Sheet sheet(phrases);
    QStringList cleared;
    QStringList left;
    for (const QString &id : plan.clears) {
        const Finding *finding = findingOf(id, after);
        const bool isWrong =
            finding != nullptr && (finding->health == Health::Failed || finding->health == Health::Degraded);
        (isWrong ? left : cleared).append(id);
    }
    sheet.add(Tone::Healthy, 0,
              Words::tr("%1 of %2 symptoms that were foretold to clear have cleared")
                  .arg(cleared.size())
                  .arg(plan.clears.size()));
    for (const QString &id : std::as_const(left)) {
        const Finding *finding = findingOf(id, after);
        sheet.add(Tone::Degraded, 2,
                  Words::tr("not yet: %1").arg(finding != nullptr ? sheet.in(finding->says) : id));
    }
    return sheet.lines() + namedLines(after, phrases);
}

QVector<TextLine> namedLines(const Diagnosis &diagnosis, const Phrases &phrases)
{
    Sheet sheet(phrases);
    sheet.add(Tone::Plain, 0,
              diagnosis.causes.isEmpty() ? phrases.overall(diagnosis) : Words::tr("What is named now:"));
    for (const CauseVerdict &cause : diagnosis.causes) {
        sheet.add(Tone::Plain, 2, sheet.in(cause.sentence));
    }
    return sheet.lines();
}

} // namespace gordian
