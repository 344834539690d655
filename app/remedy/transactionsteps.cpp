// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// How one action is carried out, and how it is taken back.

#include "remedy/transaction.h"

#include <QCryptographicHash>

namespace gordian {

namespace {

constexpr int kCallSeconds = 60;
constexpr int kUnitSeconds = 120;
constexpr int kCopySeconds = 300;

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
            m_steps.enqueue([this, action, place] { noteAfter(action, place); });
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
         QByteArray::number(planned.action.mode, 8), id()},
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
    QByteArrayList arguments{id(), 'a' + QByteArray::number(action),
                             QByteArray::number(planned.action.seconds), planned.action.command.toUtf8(),
                             planned.was.toUtf8()};
    for (int place = 0; place < planned.kept.size(); ++place) {
        arguments << placeName(action, place) << planned.kept.at(place).path.toUtf8();
    }
    ask("gr_run", arguments, planned.action.seconds, orFail(action));
}

/// For the transcript: what the command made of it.
void Transaction::noteAfter(int action, int place)
{
    ask("gr_after", {id(), placeName(action, place)}, kCallSeconds,
        [this, action, place](const AgentReply &reply) {
            const QString digest = QString::fromUtf8(reply.output).trimmed();
            write(QStringLiteral("after"), action, QStringLiteral("%1 %2").arg(place).arg(digest)) ? next()
                                                                                                   : end();
        });
}

void Transaction::undo()
{
    m_trouble.reset();
    m_undoTrouble.reset();
    m_leftAlone.clear();
    takeBack();
}

void Transaction::takeBack()
{
    m_isUndoing = true;
    m_steps.clear();
    m_steps.enqueue([this] { lookWhoWeAre(); });
    m_steps.enqueue([this] { ask("gr_open", {id()}, kCallSeconds, orFail(-1)); });
    m_steps.enqueue([this] {
        enter(MendingState::Undoing);
        next();
    });
    // For another laptop; without room for it there all is taken back none the less.
    m_steps.enqueue([this] {
        ask("gr_note", {id(), "undoing"}, kCallSeconds, [this](const AgentReply &) { next(); });
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
    if (at(action).action.kind == Action::Kind::Command) {
        m_steps.enqueue([this, action] { undoCommand(action); });
    }
    for (int place = 0; place < at(action).kept.size(); ++place) {
        m_steps.enqueue([this, action, place] { restore(action, place); });
    }
    m_steps.enqueue([this, action] {
        if (m_states.at(action) == ActionState::LeftAlone) {
            next();
            return;
        }
        show(action, ActionState::Undone);
        write(QStringLiteral("undone"), action) ? next() : end();
    });
}

/// Only what was begun there is to be undone, and only when it has ended. An undoing that failed is tried
/// anew.
void Transaction::undoCommand(int action)
{
    const QByteArray name = 'u' + QByteArray::number(action);
    const int seconds = at(action).action.seconds;
    ask("gr_ran", {id(), 'a' + QByteArray::number(action)}, seconds, [=, this](const AgentReply &reply) {
        // Without the node's own memory of it, what was kept counts as changed: better stuck than taken for
        // undone.
        const bool mayHaveRun =
            reply.exitCode == AgentExit::BackupBad && wasWritten(QStringLiteral("kept"), action);
        if (reply.exitCode != 0 && !mayHaveRun) {
            m_neverRan.insert(action);
        }
        if (m_neverRan.contains(action) || at(action).action.undo.isEmpty()) {
            next();
            return;
        }
        ask("gr_again", {id(), name}, seconds, [=, this](const AgentReply &) {
            ask("gr_run",
                {id(), name, QByteArray::number(seconds), at(action).action.undo.toUtf8(),
                 at(action).was.toUtf8()},
                seconds, orFail(action));
        });
    });
}

/// What somebody else changed since is theirs: it stays, and they are told.
void Transaction::restore(int action, int place)
{
    if (m_neverRan.contains(action)) {
        next();
        return;
    }
    const KeptPlace &kept = at(action).kept.at(place);
    const QByteArray wasKept = wasWritten(QStringLiteral("kept"), action) ? "kept" : "";
    ask("gr_restore",
        {id(), placeName(action, place), kept.path.toUtf8(), digestAfter(at(action)).toUtf8(),
         kept.digest.toUtf8(), wasKept},
        kCopySeconds, [this, action, path = kept.path](const AgentReply &reply) {
            if (reply.exitCode == AgentExit::ChangedMeanwhile) {
                m_leftAlone.append(path);
                show(action, ActionState::LeftAlone);
                write(QStringLiteral("left"), action, path) ? next() : end();
            } else if (reply.exitCode == AgentExit::BackupBad
                       && at(action).action.kind == Action::Kind::Edit) {
                writeBack(action);
            } else {
                orFail(action)(reply);
            }
        });
}

/// The backup is gone or altered; the plan has the file as it was.
void Transaction::writeBack(int action)
{
    const PlannedAction &planned = at(action);
    const KeptPlace &file = planned.kept.first();
    ask("gr_write",
        {file.path.toUtf8(), digestAfter(planned).toUtf8(), planned.before.toBase64(),
         QCryptographicHash::hash(planned.before, QCryptographicHash::Sha256).toHex(), "0", id()},
        kCallSeconds, [this, action, &file](const AgentReply &reply) {
            const bool isAsItWas = QString::fromUtf8(reply.output).trimmed() == file.digest;
            if (reply.exitCode == 0 && !isAsItWas) {
                fail({Trouble::BackupBad, action, AgentExit::BackupBad, file.path});
            } else {
                orFail(action)(reply);
            }
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
    bool isIrreversible = false;
    for (int i = 0; i < plan().actions.size(); ++i) {
        isIrreversible =
            isIrreversible || (at(i).action.isIrreversible && wasWritten(QStringLiteral("kept"), i));
    }
    // What is not as it was may need its backup yet.
    const bool isStuck = !m_leftAlone.isEmpty();
    const QByteArray last = isStuck || isIrreversible ? "gr_close" : "gr_forget";
    // First gone from the node: what is over here is never looked at again.
    ask(last, {id()}, kCallSeconds, [this, isStuck](const AgentReply &) {
        enter(isStuck ? MendingState::Stuck : MendingState::Undone);
        next();
    });
}

} // namespace gordian
