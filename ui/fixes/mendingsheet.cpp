// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/mendingsheet.h"

#include "remedy/transcript.h"
#include "shared/labels.h"
#include "shared/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace gordian::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MendingSheet)
};

const Finding *findingOf(const QString &id, const Diagnosis &diagnosis)
{
    const auto found =
        std::find_if(diagnosis.findings.cbegin(), diagnosis.findings.cend(), [&](const Finding &finding) {
            return finding.node + QLatin1Char('/') + finding.id == id;
        });
    return found == diagnosis.findings.cend() ? nullptr : &*found;
}

/// As it was found when it was foretold; a mending of an earlier version knows the ids alone.
QStringList says(const QStringList &ids, const Plan &plan, const Diagnosis &diagnosis,
                 const QString &language)
{
    QStringList said;
    for (const QString &id : ids) {
        const Finding *finding = findingOf(id, diagnosis);
        const QString then = plan.says.value(id).in(language);
        const QString now = finding != nullptr ? finding->says.in(language) : id;
        said.append(safeText(then.isEmpty() ? now : then));
    }
    said.removeDuplicates();
    return said;
}

QString shownDeed(const PlannedAction &planned)
{
    return planned.action.kind == Action::Kind::SetAside
        ? QStringLiteral("mv %1  →  %2").arg(planned.action.file, Texts::tr("the backup"))
        : deedOf(planned);
}

/// Blanks at the end of its last line are part of it.
QString shownDiff(const PlannedAction &planned)
{
    const QString diff = deedOf(planned);
    return visibleLines(diff.endsWith(u'\n') ? diff.chopped(1) : diff);
}

MendingAction actionOf(const PlannedAction &planned, const QString &language)
{
    MendingAction made;
    made.text = safeText(planned.action.text.in(language));
    made.isDone = planned.isDone;
    made.risk = safeText(planned.action.risk.in(language));
    made.isIrreversible = planned.action.isIrreversible;
    if (planned.isDone) {
        return made;
    }
    made.isDiff = planned.action.kind == Action::Kind::Edit || planned.action.kind == Action::Kind::Place;
    made.deed = made.isDiff ? shownDiff(planned) : safeText(shownDeed(planned)).trimmed();
    made.undo = safeText(undoOf(planned));
    for (const KeptPlace &kept : planned.kept) {
        made.kept.append(safeText(kept.path));
    }
    return made;
}

} // namespace

QString remedyFacts(const Remedy &remedy, const Phrases &phrases)
{
    QStringList facts{Texts::tr("Risk: %1").arg(phrases.risk(remedy.risk))};
    if (remedy.downtimeSeconds > 0) {
        constexpr qint64 second = 1000;
        facts.append(
            Texts::tr("Expected downtime: %1").arg(phrases.duration(remedy.downtimeSeconds * second)));
    }
    if (!remedy.interrupts.isEmpty()) {
        facts.append(Texts::tr("Stops meanwhile: %1").arg(safeText(remedy.interrupts.join(u", "))));
    }
    return facts.join(QLatin1Char('\n'));
}

MendingSheet sheetOf(const Plan &plan, const Diagnosis &diagnosis, const Phrases &phrases)
{
    const QString language = phrases.language();
    MendingSheet made;
    made.title = safeText(plan.remedy.title.in(language));
    made.effect = safeText(plan.remedy.effect.in(language));
    made.node = safeText(plan.node.name.isEmpty() ? plan.node.endpoint.host : plan.node.name);
    for (const Refusal &refusal : plan.refusals) {
        const QString where = refusal.action < 0 ? QString() : Texts::tr("Step %1: ").arg(refusal.action + 1);
        made.refusals.append(where + safeText(phrases.refusal(refusal)));
    }
    for (const PlannedAction &planned : plan.actions) {
        made.actions.append(actionOf(planned, language));
        made.toDo += planned.isDone ? 0 : 1;
    }
    made.verification = Texts::tr("Then, for %1 s without a break: %2")
                            .arg(plan.remedy.verification.stableSeconds)
                            .arg(safeText(plan.remedy.verification.says.in(language)));
    made.verificationCommand = safeText(plan.remedy.verification.command);
    made.clears = says(plan.clears, plan, diagnosis, language);
    made.stays = says(plan.stays, plan, diagnosis, language);
    return made;
}

QString comparisonText(const Plan &plan, const Diagnosis &after)
{
    const auto cleared = std::count_if(plan.clears.cbegin(), plan.clears.cend(), [&after](const QString &id) {
        const Finding *finding = findingOf(id, after);
        return finding == nullptr
            || (finding->health != Health::Failed && finding->health != Health::Degraded);
    });
    return Texts::tr("%1 of %2 symptoms that were foretold to clear have cleared.")
        .arg(cleared)
        .arg(plan.clears.size());
}

QString whyNotMended(const Node &node)
{
    if (node.origin == NodeOrigin::Recorded) {
        return Texts::tr(
            "This is the demo node, played from a recording: there is nothing to mend. On a node "
            "of yours the preview shows every command here.");
    }
    if (node.via == Via::Offline) {
        return Texts::tr("This node was read from a file. Connect to it to let Gordian mend it.");
    }
    return {};
}

} // namespace gordian::ui
