// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/mendingpresenter.h"

#include "remedy/transcript.h"
#include "shared/labels.h"
#include "shared/language.h"

#include <algorithm>

namespace gordian::ui {

namespace {
constexpr qsizetype LongestLog = 200'000; ///< what a command prints without end would fill the memory
}

MendingPresenter::MendingPresenter(Mender &mender, Investigation &investigation, const Language &language,
                                   QObject *parent)
    : QObject(parent),
      m_mender(mender),
      m_investigation(investigation),
      m_language(language)
{
    follow();
}

void MendingPresenter::follow()
{
    connect(&m_mender, &Mender::planned, this, &MendingPresenter::takePlan);
    connect(&m_mender, &Mender::adopted, this, &MendingPresenter::takeAdopted);
    connect(&m_mender, &Mender::finished, this, &MendingPresenter::takeEnd);
    connect(&m_mender, &Mender::lost, this, &MendingPresenter::takeLoss);
    connect(&m_mender, &Mender::printed, this, &MendingPresenter::takeOutput);
    connect(&m_mender, &Mender::stateChanged, this, [this](MendingState state) {
        m_state = state;
        emit changed();
    });
    connect(&m_mender, &Mender::actionChanged, this, [this](int action, ActionState state) {
        if (action >= 0 && action < m_states.size()) {
            m_states[action] = state;
            m_running = state == ActionState::Running ? action : m_running;
            emit actionChanged(action);
            if (state == ActionState::Running
                && (m_state == MendingState::Planned || m_state == MendingState::Claimed)) {
                m_state =
                    MendingState::Applying; // one that goes on is in that state already, and says nothing
                emit changed();
            }
        }
    });
    connect(&m_mender, &Mender::verified, this, [this](int seconds, int wanted) {
        m_wellFor = seconds;
        m_wellWanted = wanted;
        emit changed();
    });
    connect(&m_investigation, &Investigation::pendingSecretChanged, this, &MendingPresenter::changed);
    connect(&m_investigation, &Investigation::pendingHostKeysChanged, this, &MendingPresenter::changed);
    connect(&m_investigation, &Investigation::diagnosisChanged, this, [this] {
        m_isCompared = m_phase == Phase::Ended && !m_investigation.isCollecting();
        emit changed();
    });
    connect(&m_investigation, &Investigation::caseReplaced, this, [this] {
        // A preview is of the case it was made from.
        if (m_phase != Phase::Working) {
            close();
        }
    });
}

void MendingPresenter::enter(Phase phase)
{
    m_phase = phase;
    emit changed();
    emit unfinishedChanged();
}

void MendingPresenter::look(const CauseVerdict &cause, const Remedy &remedy)
{
    const NodeRecord *record = m_investigation.currentCase().node(remedy.node);
    if (m_mender.isBusy() || record == nullptr || !whyNotMended(record->node).isEmpty()) {
        return;
    }
    m_cause = cause;
    m_plan = {};
    m_plan.remedy = remedy;
    m_plan.node = record->node;
    forget();
    m_states.clear();
    enter(Phase::Looking);
    m_mender.plan(cause, remedy);
}

/// A step that was begun and has not ended is asked for again when it goes on.
void MendingPresenter::nothingRuns()
{
    std::replace(m_states.begin(), m_states.end(), ActionState::Running, ActionState::Waiting);
}

void MendingPresenter::lookAgain()
{
    if (mayLookAgain()) {
        const CauseVerdict cause = m_cause;
        Remedy remedy = m_plan.remedy;
        remedy.node = nodeHere();
        look(cause, remedy);
    }
}

bool MendingPresenter::mayLookAgain() const
{
    return !m_cause.id.isEmpty() && !nodeHere().isEmpty();
}

void MendingPresenter::takeOver()
{
    const QString node = nodeHere();
    if (!deeds().testFlag(TakeOver) || m_mender.isBusy()) {
        return;
    }
    Plan asked; // the refused one is over, and a lost link must not offer to go on with it
    asked.remedy = m_plan.remedy;
    asked.node = m_plan.node;
    m_plan = asked;
    forget();
    m_isTakingOver = true;
    enter(Phase::Looking);
    m_mender.adopt(node);
}

void MendingPresenter::takeAdopted(const QVector<Mending> &mendings)
{
    const bool isWaiting = std::any_of(mendings.cbegin(), mendings.cend(),
                                       [](const Mending &mending) { return mending.isUnfinished(); });
    enter(isWaiting ? Phase::None : Phase::Ended);
}

void MendingPresenter::takePlan(const Plan &plan)
{
    m_plan = plan;
    forget();
    enter(Phase::Preview);
}

/// What is so already is not waited for.
void MendingPresenter::forget()
{
    m_states.clear();
    for (const PlannedAction &planned : m_plan.actions) {
        m_states.append(planned.isDone ? ActionState::Skipped : ActionState::Waiting);
    }
    m_state = MendingState::Planned;
    m_end = {};
    m_wellWanted = 0;
    m_isStopping = false;
    m_isCompared = false;
    m_isTakingOver = false;
    m_log.clear();
    m_output = {};
    m_running = -1;
    m_printing = -1;
    m_error.clear();
}

void MendingPresenter::apply()
{
    if (m_phase != Phase::Preview || !m_plan.isAllowed()) {
        return;
    }
    const Plan shown = m_plan;
    forget();
    enter(Phase::Working);
    if (const auto begun = m_mender.apply(shown, hashOf(shown)); !begun) {
        m_error = m_language.phrases().error(begun.error());
        enter(Phase::Ended);
    }
}

void MendingPresenter::takeUp(const QString &id, Mender::Way way)
{
    const std::optional<Mending> known = m_mender.remembered(id);
    if (!known || m_mender.isBusy()) {
        return;
    }
    if (m_plan.id != id) {
        m_cause = {};
    }
    m_plan = known->plan;
    forget();
    const MendingRecord so = transcriptOf(*known, {});
    for (qsizetype i = 0; i < std::min(m_states.size(), so.steps.size()); ++i) {
        m_states[i] = so.steps.at(i).state;
    }
    nothingRuns();
    enter(Phase::Working);
    if (const auto begun = m_mender.takeUp(id, way); !begun) {
        m_error = m_language.phrases().error(begun.error());
        enter(Phase::Ended);
    }
}

void MendingPresenter::leave(const QString &id)
{
    [[maybe_unused]] const auto left = m_mender.leave(id); // what cannot be left stays in the bar
    emit unfinishedChanged();
}

void MendingPresenter::stop()
{
    if (m_phase == Phase::Working) {
        m_isStopping = true;
        m_mender.stop();
        emit changed();
    }
}

void MendingPresenter::goOn()
{
    takeUp(m_plan.id, Mender::Way::GoOn);
}

void MendingPresenter::undo()
{
    takeUp(m_plan.id, Mender::Way::Undo);
}

void MendingPresenter::close()
{
    if (m_phase == Phase::Working || m_phase == Phase::None) {
        return;
    }
    if (m_phase == Phase::Looking) {
        m_mender.cancelLook();
    }
    enter(Phase::None);
}

void MendingPresenter::takeEnd(const MendingEnd &end)
{
    m_end = end;
    m_state = end.state;
    nothingRuns();
    enter(Phase::Ended);
    if (end.state != MendingState::Planned && !end.wasStopped) {
        emit examinationWanted(nodeHere());
    }
}

void MendingPresenter::takeLoss(const ConnectFailure &failure)
{
    m_failure = failure;
    if (m_failure.hop.host.isEmpty()) {
        m_failure.hop = m_plan.node.endpoint; // the shell knows no names
    }
    nothingRuns();
    enter(Phase::Lost);
}

void MendingPresenter::takeOutput(const QByteArray &bytes)
{
    QString text = m_output.take(bytes);
    if (text.isEmpty() || m_log.size() > LongestLog) {
        return;
    }
    if (m_printing != m_running) {
        m_printing = m_running;
        text.prepend(logHeading());
    }
    if (m_log.size() + text.size() > LongestLog) {
        text.append(u'\n' + tr("What follows is not shown any more.") + u'\n');
    }
    m_log += text;
    emit logGrown(text);
}

QString MendingPresenter::logHeading() const
{
    const bool isInLine = !m_log.isEmpty() && !m_log.endsWith(u'\n');
    const QString title = safeText(m_plan.actions.value(m_running).action.text.in(m_language.code()));
    return (isInLine ? QStringLiteral("\n") : QString())
        + QStringLiteral("── %1. %2\n").arg(m_running + 1).arg(title);
}

MendingPresenter::Progress MendingPresenter::progress() const
{
    if (m_phase != Phase::Working || m_isStopping) {
        return {};
    }
    if (m_state == MendingState::Verifying) {
        return {m_wellFor, m_wellWanted};
    }
    return m_state == MendingState::Applying ? stepsDone() : Progress();
}

MendingPresenter::Progress MendingPresenter::stepsDone() const
{
    const auto skipped = std::count(m_states.cbegin(), m_states.cend(), ActionState::Skipped);
    return {int(std::count(m_states.cbegin(), m_states.cend(), ActionState::Done)),
            int(m_states.size() - skipped)};
}

MendingPresenter::Deeds MendingPresenter::deeds() const
{
    const Deeds again = mayLookAgain() ? Deeds(LookAgain) : Deeds();
    switch (m_phase) {
    case Phase::None:
        return {};
    case Phase::Looking:
        return Cancel;
    case Phase::Preview:
        return m_plan.isAllowed()
            ? Apply | Cancel
            : again | Close | (!nodeHere().isEmpty() && m_mender.isOthers(m_plan) ? TakeOver : Deeds());
    case Phase::Working:
        return m_isStopping ? Deeds() : Deeds(Stop);
    case Phase::Lost:
        return m_plan.id.isEmpty() ? again | Close : GoOn | Undo;
    case Phase::Ended:
        break;
    }
    switch (m_end.state) {
    case MendingState::Planned:
    case MendingState::Undone:
        return again | Close;
    case MendingState::Applied:
    case MendingState::Stuck:
    case MendingState::Undoing:
        return Undo | Close;
    default:
        return GoOn | Undo | Close;
    }
}

MendingSheet MendingPresenter::sheet() const
{
    return sheetOf(m_plan, m_investigation.diagnosis(), m_language.phrases());
}

QString MendingPresenter::stateText(int action) const
{
    const bool isOver = m_phase == Phase::Ended
        && (m_end.state == MendingState::Undone || m_end.state == MendingState::Planned);
    return isOver && stateOf(action) == ActionState::Waiting
        ? QString() // it will not be done any more
        : m_language.phrases().actionState(stateOf(action));
}

bool MendingPresenter::isAsked() const
{
    return isBusy()
        && (m_investigation.pendingSecret() != nullptr || !m_investigation.pendingHostKeys().isEmpty());
}

QString MendingPresenter::nodeName() const
{
    return safeText(m_plan.node.name.isEmpty() ? m_plan.node.endpoint.host : m_plan.node.name);
}

// In a case that was opened since, the machine may have another id.
QString MendingPresenter::nodeHere() const
{
    for (const NodeRecord &record : m_investigation.currentCase().nodes) {
        if (record.node.via == m_plan.node.via && record.node.endpoint == m_plan.node.endpoint) {
            return record.node.id;
        }
    }
    return {};
}

QVector<MendingPresenter::Remembered> MendingPresenter::unfinished() const
{
    QVector<Remembered> found;
    const QVector<Mending> all = m_mender.remembered();
    for (const Mending &mending : all) {
        const Plan &plan = mending.plan;
        if (!mending.isUnfinished() || (m_phase != Phase::None && plan.id == m_plan.id)) {
            continue;
        }
        const QString node = plan.node.name.isEmpty() ? plan.node.endpoint.host : plan.node.name;
        found.append({plan.id,
                      tr("A mending of %1 stands half-way (%2): %3")
                          .arg(safeText(node), m_language.phrases().mendingState(mending.state),
                               safeText(plan.remedy.title.in(m_language.code()))),
                      mending.state == MendingState::Undoing || mending.state == MendingState::Stuck});
    }
    return found;
}

} // namespace gordian::ui
