// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// How one action is carried out, and how it is taken back.

#include "remedy/transaction.h"

#include <QCryptographicHash>
#include <QSet>

namespace gordian {

namespace {

constexpr int kCallSeconds = 60;
constexpr int kUnitSeconds = 120;

QByteArray placeName(int action, int place)
{
    return QByteArray::number(action) + '.' + QByteArray::number(place);
}

} // namespace

void Transaction::carryOut(int action)
{
    switch (at(action).action.kind) {
    case Action::Kind::Edit:
    case Action::Kind::Place:
    case Action::Kind::SetAside:
        m_steps.enqueue([this, action] { changeFile(action); });
        break;
    case Action::Kind::Unit:
        m_steps.enqueue([this, action] { runUnit(action); });
        break;
    case Action::Kind::Command:
        m_steps.enqueue([this, action] { runCommand(action); });
        for (int place = 0; place < at(action).kept.size(); ++place) {
            m_steps.enqueue([this, action, place] { settle(action, place); });
        }
        break;
    }
}

/// What is so already, because an earlier try got that far, is not done again.
void Transaction::changeFile(int action)
{
    ask("gr_digest", {at(action).kept.first().path.toUtf8()}, kCallSeconds,
        [this, action](const AgentReply &reply) {
            if (QString::fromUtf8(reply.output).trimmed() == digestAfter(at(action))) {
                next();
            } else {
                writeFile(action);
            }
        });
}

void Transaction::writeFile(int action)
{
    const PlannedAction &planned = at(action);
    const KeptPlace &file = planned.kept.first();
    if (planned.action.kind == Action::Kind::SetAside) {
        ask("gr_aside", {file.path.toUtf8(), file.digest.toUtf8()}, kCallSeconds, orFail(action));
        return;
    }
    ask("gr_write",
        {file.path.toUtf8(), file.digest.toUtf8(), planned.after.toBase64(),
         QCryptographicHash::hash(planned.after, QCryptographicHash::Sha256).toHex(),
         QByteArray::number(planned.action.mode, 8)},
        kCallSeconds, orFail(action));
}

void Transaction::runUnit(int action)
{
    const Action &unit = at(action).action;
    ask("gr_service", {unit.verb.toUtf8(), unit.unit.toUtf8()}, kUnitSeconds, orFail(action));
}

void Transaction::runCommand(int action)
{
    const PlannedAction &planned = at(action);
    ask("gr_run",
        {id(), 'a' + QByteArray::number(action), QByteArray::number(planned.action.seconds),
         planned.action.command.toUtf8(), planned.was.toUtf8()},
        planned.action.seconds, orFail(action));
}

void Transaction::settle(int action, int place)
{
    ask("gr_settle", {id(), placeName(action, place), at(action).kept.at(place).path.toUtf8()}, kCallSeconds,
        orFail(action));
}

void Transaction::undo()
{
    m_isUndoing = true;
    m_steps.clear();
    m_steps.enqueue([this] { ask("gr_open", {id()}, kCallSeconds, orFail(-1)); });
    m_steps.enqueue([this] {
        enter(MendingState::Undoing);
        next();
    });
    for (int i = int(plan().actions.size()) - 1; i >= 0; --i) {
        if (wasWritten(QStringLiteral("begin"), i)) {
            undoAction(i);
        }
    }
    bringBackUnits();
    m_steps.enqueue([this] { concludeUndo(); });
    next();
}

void Transaction::undoAction(int action)
{
    m_steps.enqueue([this, action] {
        show(action, ActionState::Running);
        write(QStringLiteral("undoing"), action) ? next() : end();
    });
    if (!at(action).action.undo.isEmpty()) {
        m_steps.enqueue([this, action] { undoCommand(action); });
    }
    for (int place = 0; place < at(action).kept.size(); ++place) {
        m_steps.enqueue([this, action, place] { restore(action, place); });
    }
    m_steps.enqueue([this, action] {
        if (m_states.at(action) == ActionState::Running) {
            show(action, ActionState::Undone);
        }
        write(QStringLiteral("undone"), action) ? next() : end();
    });
}

/// Only what was begun there is to be undone.
void Transaction::undoCommand(int action)
{
    ask("gr_ran", {id(), 'a' + QByteArray::number(action)}, kCallSeconds,
        [this, action](const AgentReply &reply) {
            if (reply.exitCode != 0) {
                next();
                return;
            }
            const PlannedAction &planned = at(action);
            ask("gr_run",
                {id(), 'u' + QByteArray::number(action), QByteArray::number(planned.action.seconds),
                 planned.action.undo.toUtf8(), planned.was.toUtf8()},
                planned.action.seconds, orFail(action));
        });
}

/// What somebody else changed since is theirs: it stays, and they are told.
void Transaction::restore(int action, int place)
{
    const KeptPlace &kept = at(action).kept.at(place);
    ask("gr_restore", {id(), placeName(action, place), kept.path.toUtf8(), digestAfter(at(action)).toUtf8()},
        kCallSeconds, [this, action, path = kept.path](const AgentReply &reply) {
            if (reply.exitCode != AgentExit::ChangedMeanwhile) {
                orFail(action)(reply);
                return;
            }
            m_leftAlone.append(path);
            show(action, ActionState::LeftAlone);
            next();
        });
}

void Transaction::bringBackUnits()
{
    QSet<QString> seen;
    for (int i = 0; i < plan().actions.size(); ++i) {
        const PlannedAction &planned = at(i);
        const bool isUnit = planned.action.kind == Action::Kind::Unit;
        const bool isItsRun =
            planned.action.verb != QLatin1String("enable") && planned.action.verb != QLatin1String("unmask");
        if (isUnit && wasWritten(QStringLiteral("begin"), i)
            && !(isItsRun && seen.contains(planned.action.unit))) {
            if (isItsRun) {
                seen.insert(planned.action.unit);
            }
            m_steps.enqueue([this, i] { bringBackUnit(at(i)); });
        }
    }
}

/// As it was: one that ran is restarted with the files it had, one that had failed may fail again.
void Transaction::bringBackUnit(const PlannedAction &planned)
{
    const QString runs = planned.unitState.section(QLatin1Char(' '), 0, 0);
    const QString starts = planned.unitState.section(QLatin1Char(' '), 1, 1);
    QString verb = runs == QLatin1String("inactive") ? QStringLiteral("stop") : QStringLiteral("restart");
    if (planned.action.verb == QLatin1String("enable")) {
        verb = starts == QLatin1String("disabled") ? QStringLiteral("disable") : QString();
    } else if (planned.action.verb == QLatin1String("unmask")) {
        verb = starts.startsWith(QLatin1String("masked")) ? QStringLiteral("mask") : QString();
    }
    if (verb.isEmpty()) {
        next();
        return;
    }
    const bool ranWell = runs == QLatin1String("active");
    ask("gr_service", {verb.toUtf8(), planned.action.unit.toUtf8()}, kUnitSeconds,
        [this, ranWell](const AgentReply &reply) {
            if (ranWell) {
                orFail(-1)(reply);
            } else {
                next();
            }
        });
}

void Transaction::concludeUndo()
{
    if (!m_leftAlone.isEmpty()) {
        enter(MendingState::Stuck);
        m_steps.enqueue([this] { ask("gr_close", {id()}, kCallSeconds, orFail(-1)); });
        next();
        return;
    }
    // First gone from the node: what is Undone here is never looked at again.
    ask("gr_forget", {id()}, kCallSeconds, [this](const AgentReply &) {
        enter(MendingState::Undone);
        next();
    });
}

} // namespace gordian
