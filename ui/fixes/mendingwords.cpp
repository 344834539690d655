// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What the presenter says of where a mending stands.

#include "fixes/mendingpresenter.h"

#include "fixes/mendingadvice.h"
#include "shared/labels.h"
#include "shared/language.h"

namespace gordian::ui {

QString MendingPresenter::headline() const
{
    switch (m_phase) {
    case Phase::None:
        return {};
    case Phase::Looking:
        return m_isTakingOver
            ? tr("Asking %1 what another laptop began there. Nothing is changed.").arg(nodeName())
            : tr("Looking at %1. Nothing is changed.").arg(nodeName());
    case Phase::Preview:
        return m_plan.isAllowed()
            ? tr("This is what will be done on %1. Nothing was changed yet.").arg(nodeName())
            : tr("Refused. Nothing was changed on %1.").arg(nodeName());
    case Phase::Working:
        return workingText();
    case Phase::Lost:
        return m_plan.id.isEmpty() ? tr("%1 could not be looked at. Nothing was changed.").arg(nodeName())
                                   : tr("The connection to %1 broke. Nothing is forgotten.").arg(nodeName());
    case Phase::Ended:
        break;
    }
    return endText();
}

QString MendingPresenter::workingText() const
{
    if (m_isStopping) {
        return tr("Stopping after this step…");
    }
    switch (m_state) {
    case MendingState::Verifying:
        return m_wellWanted > 0
            ? tr("Verifying on %1: well for %2 of %3 s").arg(nodeName()).arg(m_wellFor).arg(m_wellWanted)
            : tr("Verifying on %1…").arg(nodeName());
    case MendingState::Undoing:
        return tr("Undoing on %1…").arg(nodeName());
    case MendingState::Planned:
    case MendingState::Claimed:
        return tr("Connecting to %1…").arg(nodeName());
    default:
        return tr("Applying on %1…").arg(nodeName());
    }
}

QString MendingPresenter::endText() const
{
    if (!m_error.isEmpty()) {
        return tr("It could not begin.");
    }
    switch (m_end.state) {
    case MendingState::Applied:
        return tr("Applied on %1, and found well.").arg(nodeName());
    case MendingState::Undone:
        if (isIrreversible()) {
            return tr("Undone on %1, but for what cannot be undone. Its backup was kept.").arg(nodeName());
        }
        return m_end.trouble ? tr("It was undone: %1 is as it was before.").arg(nodeName())
                             : tr("Undone: %1 is as it was before.").arg(nodeName());
    case MendingState::Stuck:
        return tr("Partly undone: somebody else changed what was to be put back.");
    case MendingState::Planned:
        return tr("Nothing was changed on %1.").arg(nodeName());
    case MendingState::Undoing:
        return m_end.wasStopped
            ? tr("Undoing was stopped on %1, with nothing half done.").arg(nodeName())
            : tr("It could not all be undone on %1 yet. Undo again once the reason is gone.").arg(nodeName());
    case MendingState::Verifying:
        return tr("All steps are done on %1, but nobody has seen that they helped. Go on or undo.")
            .arg(nodeName());
    default:
        return tr("It stands half-way on %1, with nothing half done. Go on or undo.").arg(nodeName());
    }
}

/// Something was done that nothing takes back.
bool MendingPresenter::isIrreversible() const
{
    for (int i = 0; i < m_plan.actions.size(); ++i) {
        if (m_plan.actions.at(i).action.isIrreversible && stateOf(i) != ActionState::Waiting
            && stateOf(i) != ActionState::Skipped) {
            return true;
        }
    }
    return false;
}

QString MendingPresenter::troubleText(const MendingTrouble &trouble) const
{
    const QString said = safeText(m_language.phrases().trouble(trouble));
    return trouble.action < 0 ? said : tr("Step %1: %2").arg(trouble.action + 1).arg(said);
}

QString MendingPresenter::risks() const
{
    return remedyFacts(m_plan.remedy, m_language.phrases());
}

QString MendingPresenter::keptWhere() const
{
    if (m_plan.id.isEmpty()) {
        return {};
    }
    if (m_state == MendingState::Undone && !isIrreversible()) {
        return tr("What was kept was put back; nothing of it is left on %1.").arg(nodeName());
    }
    return tr("On %1 in %2. What a step changes is copied there first, and the copy is compared by its hash.")
        .arg(nodeName(), safeText(m_mender.nodeFolder() + QLatin1Char('/') + m_plan.id));
}

QString MendingPresenter::undoneHow() const
{
    if (m_plan.id.isEmpty() || (m_state == MendingState::Undone && m_phase == Phase::Ended)) {
        return {};
    }
    return tr("With the button Undo, here; also after a restart of Gordian, while it stands half-way. At any "
              "time: "
              "gordianctl remedy undo %1")
        .arg(m_plan.id);
}

QString MendingPresenter::detail() const
{
    const Phrases &phrases = m_language.phrases();
    if (isAsked()) {
        return tr("The node asks something. Answer it under Connect.");
    }
    if (m_phase == Phase::Preview && !m_plan.isAllowed()) {
        QStringList advice;
        for (const Refusal &refusal : m_plan.refusals) {
            advice.append(adviceFor(refusal));
        }
        if (m_mender.isOthers(m_plan)) {
            advice.append(tr("If that computer is lost, take the mending over; it then stands above, to go "
                             "on with or to undo."));
        }
        advice.removeAll(QString());
        advice.removeDuplicates();
        return advice.join(QLatin1Char('\n'));
    }
    if (m_phase == Phase::Lost) {
        const Phrases::Explanation why = phrases.failure(m_failure);
        const QString next = m_plan.id.isEmpty()
            ? why.advice
            : tr("Gordian can find out what became of it there, and go on from there or undo it.");
        return m_failure.layer == ConnectLayer::LinkLost && !m_plan.id.isEmpty()
            ? next // the headline has said it
            : safeText(why.title + QLatin1Char('\n') + next);
    }
    if (m_phase != Phase::Ended) {
        return {};
    }
    QStringList lines;
    if (!m_error.isEmpty()) {
        lines.append(safeText(m_error));
    }
    for (const auto &trouble : {m_end.trouble, m_end.undoTrouble}) {
        if (trouble) {
            lines.append(troubleText(*trouble));
        }
    }
    const auto &last = m_end.undoTrouble ? m_end.undoTrouble : m_end.trouble;
    if (last) {
        lines.append(adviceFor(*last));
    }
    if (m_isTakingOver && !m_end.trouble) {
        lines.append(tr("Nothing of another laptop's is under way there any more. Look again."));
    }
    if (m_end.state == MendingState::Applying) {
        const Progress steps = stepsDone();
        lines.append(tr("%1 of %2 steps are done.").arg(steps.done).arg(steps.wanted));
    }
    for (const QString &path : m_end.leftAlone) {
        lines.append(tr("Somebody else changed %1 since; it was left as it is.").arg(safeText(path)));
    }
    if (!m_end.leftAlone.isEmpty()) {
        lines.append(
            tr("Compare theirs with what was kept, put right by hand what is wrong, then leave it so; or put "
               "theirs aside and undo again."));
    }
    if (m_end.state == MendingState::Applied) {
        lines.append(m_isCompared ? comparisonText(m_plan, m_investigation.diagnosis())
                                  : tr("Gordian collects from the node again to see what has cleared."));
    }
    return lines.join(QLatin1Char('\n'));
}

Health MendingPresenter::tone() const
{
    switch (m_phase) {
    case Phase::Lost:
        return Health::Failed;
    case Phase::Preview:
        return m_plan.isAllowed() ? Health::Unknown : Health::Failed;
    case Phase::Ended:
        break;
    default:
        return Health::Unknown;
    }
    if (!m_error.isEmpty() || m_end.trouble) {
        return Health::Failed;
    }
    return m_end.state == MendingState::Applied || m_end.state == MendingState::Undone ? Health::Healthy
                                                                                       : Health::Degraded;
}

} // namespace gordian::ui
