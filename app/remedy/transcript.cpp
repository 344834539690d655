// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/transcript.h"

#include <utility>

namespace gordian {

namespace {

/// What the journal says of one step, in the order in which it was written.
void follow(MendingStep &step, const JournalEntry &entry)
{
    if (entry.what == QLatin1String("begin")) {
        step.began = step.began.isValid() ? step.began : entry.at;
        step.state = ActionState::Running;
    } else if (entry.what == QLatin1String("done")) {
        step.ended = entry.at;
        step.state = ActionState::Done;
    } else if (entry.what == QLatin1String("failed")) {
        step.ended = step.ended.isValid() ? step.ended : entry.at;
        step.state = ActionState::Failed;
        step.trouble = entry.detail;
    } else if (entry.what == QLatin1String("undone")) {
        step.undone = entry.at;
        step.state = ActionState::Undone;
    } else if (entry.what == QLatin1String("left")) {
        step.state = ActionState::LeftAlone;
    } else if (entry.what == QLatin1String("after")) {
        const int place = entry.detail.section(QLatin1Char(' '), 0, 0).toInt();
        if (place >= 0 && place < step.places.size()) {
            step.places[place].after = entry.detail.section(QLatin1Char(' '), 1);
        }
    }
}

MendingStep stepOf(const PlannedAction &planned)
{
    MendingStep made;
    made.text = planned.action.text;
    made.isIrreversible = planned.action.isIrreversible;
    if (planned.isDone) {
        made.state = ActionState::Skipped;
        return made;
    }
    made.isDiff = !planned.diff.isEmpty();
    made.deed = deedOf(planned);
    made.undo = undoOf(planned);
    for (const KeptPlace &kept : planned.kept) {
        made.places.append({kept.path, kept.digest, {}});
    }
    return made;
}

QVector<Foretold> foretold(const QStringList &findings, const Plan &plan)
{
    QVector<Foretold> made;
    for (const QString &finding : findings) {
        made.append({finding, plan.says.value(finding)});
    }
    return made;
}

} // namespace

QString deedOf(const PlannedAction &planned)
{
    const Action &action = planned.action;
    switch (action.kind) {
    case Action::Kind::Edit:
    case Action::Kind::Place:
        return QString::fromUtf8(planned.diff);
    case Action::Kind::SetAside:
        return QStringLiteral("rm %1").arg(action.file);
    case Action::Kind::Unit:
        return action.unit.startsWith(QLatin1String("static-pod:"))
            ? QStringLiteral("pkill -TERM -f '^%1 '").arg(action.unit.section(QLatin1Char(':'), 1))
            : QStringLiteral("systemctl %1 %2").arg(action.verb, action.unit);
    case Action::Kind::Command:
        break;
    }
    return action.command;
}

QString undoOf(const PlannedAction &planned)
{
    const QString &undo = planned.action.undo;
    return undo.isEmpty() || planned.was.isEmpty() ? undo
                                                   : QStringLiteral("WAS='%1'; %2").arg(planned.was, undo);
}

MendingRecord transcriptOf(const Mending &mending, const QString &node)
{
    const Plan &plan = mending.plan;
    MendingRecord made;
    made.id = plan.id;
    made.node = node;
    made.nodeName = plan.node.name;
    made.address = plan.node.endpoint.display();
    made.by = plan.by;
    made.account = plan.account;
    made.cause = plan.cause;
    made.causeSentence = plan.causeSentence;
    made.remedy = plan.remedy.id;
    made.title = plan.remedy.title;
    made.effect = plan.remedy.effect;
    made.planHash = hashOf(plan);
    made.state = mending.state;
    made.plannedAt = plan.at;
    made.verification = plan.remedy.verification.says;
    made.verificationCommand = plan.remedy.verification.command;
    made.clears = foretold(plan.clears, plan);
    made.stays = foretold(plan.stays, plan);
    for (const PlannedAction &planned : plan.actions) {
        made.steps.append(stepOf(planned));
    }
    for (const JournalEntry &entry : mending.entries) {
        made.events.append({entry.at, entry.what, entry.action, entry.detail});
        if (entry.action >= 0 && entry.action < made.steps.size()) {
            follow(made.steps[entry.action], entry);
            if (const QString after = digestAfter(plan.actions.at(entry.action));
                entry.what == QLatin1String("done") && !after.isEmpty()) {
                made.steps[entry.action].places.first().after = after;
            }
        }
    }
    return made;
}

} // namespace gordian
