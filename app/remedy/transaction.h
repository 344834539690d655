// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Carries a plan out on its node and takes it back, one step after another, each written down on the laptop
// and on the node before it is taken. Whatever breaks in between, another Transaction with the same journal
// goes on or undoes: every step may be asked for twice. Owned by whoever mends; on its thread; the shell and
// the journal outlive it.

#include "remedy/journal.h"
#include "remedy/nodeshell.h"

#include <QObject>
#include <QQueue>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace gordian {

class Transaction : public QObject {
    Q_OBJECT

public:
    Transaction(NodeShell &shell, Journal &journal, QObject *parent = nullptr);

    /// Begins, or goes on where it was interrupted. What goes wrong is undone by itself.
    void apply();
    void undo();
    /// Ends after the step under way, with nothing half done; apply() goes on, undo() takes back.
    void stop() { m_stopWanted = true; }
    ActionState actionState(int action) const { return m_states.value(action); }

signals:
    void stateChanged(gordian::MendingState state);
    void actionChanged(int action, gordian::ActionState state);
    /// Seconds that it has been well, and has to be.
    void verified(int seconds, int wanted);
    void finished(const gordian::MendingEnd &end);

private:
    using Step = std::function<void()>;
    using Take = std::function<void(const AgentReply &)>;

    void next();
    void ask(const QByteArray &function, const QByteArrayList &arguments, int seconds, const Take &take);
    /// The reply's code as trouble with `action`; goes on if it is 0.
    Take orFail(int action);
    void fail(const MendingTrouble &trouble);
    void enter(MendingState state);
    bool write(const QString &what, int action, const QString &detail = {});
    void show(int action, ActionState state);
    void end();

    void lookWhoWeAre();
    void begin();
    void giveUp();
    void applyAction(int action);
    void checkAgain(int action);
    void keepAll(int action, int place);
    void carryOut(int action);
    void changeFile(int action);
    void writeFile(int action);
    void runUnit(int action);
    void runCommand(int action);
    void noteAfter(int action, int place);
    void done(int action);
    void verify();
    void takeVerification(const AgentReply &reply);

    void takeBack();
    void undoAction(int action);
    void undoCommand(int action);
    void restore(int action, int place);
    void writeBack(int action);
    void bringBackUnits();
    void bringBackUnit(const PlannedAction &planned);
    void concludeUndo();

    const Plan &plan() const { return m_journal.mending().plan; }
    const PlannedAction &at(int action) const { return plan().actions.at(action); }
    QByteArray id() const { return plan().id.toLatin1(); }
    bool wasWritten(const QString &what, int action) const { return m_journal.has(what, action); }

    NodeShell &m_shell;
    Journal &m_journal;
    QQueue<Step> m_steps;
    QVector<ActionState> m_states;
    QTimer m_pause;
    QDateTime m_verifiedSince;
    QDateTime m_verifyUntil;
    std::optional<MendingTrouble> m_trouble;
    std::optional<MendingTrouble> m_undoTrouble;
    QStringList m_leftAlone;
    QSet<int> m_neverRan; ///< commands: what they touch was never ours
    bool m_stopWanted = false;
    bool m_isUndoing = false;
};

} // namespace gordian
