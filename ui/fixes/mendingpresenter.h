// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the Fix page knows about the mending at hand: where it stands, in which words, and what may be done
// next. Nothing on a node is changed but by apply() of a plan that was shown, goOn() and undo(). Owned by the
// Fix page; GUI thread; what is handed in outlives it.

#include "fixes/mendingsheet.h"
#include "fixes/outputtext.h"
#include "session/mender.h"

#include <QObject>

namespace gordian::ui {

class Language;

class MendingPresenter : public QObject {
    Q_OBJECT

public:
    enum class Phase {
        None, ///< no mending is shown
        Looking,
        Preview, ///< or refused
        Working, ///< applying, verifying or undoing
        Ended,
        Lost, ///< the connection broke
    };
    enum Deed {
        Apply = 1,
        Cancel = 2,
        Stop = 4,
        GoOn = 8,
        Undo = 16,
        Close = 32,
        LookAgain = 64,
        TakeOver = 128
    };
    Q_DECLARE_FLAGS(Deeds, Deed)

    MendingPresenter(Mender &mender, Investigation &investigation, const Language &language,
                     QObject *parent = nullptr);

    Phase phase() const { return m_phase; }
    bool isBusy() const { return m_phase == Phase::Looking || m_phase == Phase::Working; }
    Deeds deeds() const;
    const Plan &plan() const { return m_plan; }
    MendingSheet sheet() const;
    QString headline() const; ///< what happens or happened, in one sentence
    QString detail() const; ///< why, and what to do; may be empty
    Health tone() const;
    ActionState stateOf(int action) const { return m_states.value(action); }
    QString stateText(int action) const;
    const QString &log() const { return m_log; }
    struct Progress {
        int done = 0;
        int wanted = 0; ///< 0: nobody knows how long it takes
    };
    /// Of the steps; while verifying, of the seconds that it must be well.
    Progress progress() const;
    QString risks() const; ///< risk, expected downtime, what stops meanwhile
    QString keptWhere() const; ///< where on the node what is changed is kept
    QString undoneHow() const; ///< how a person takes it back, now and later
    /// The node asks for a password or shows an unknown key: under Connect.
    bool isAsked() const;

    struct Remembered {
        QString id;
        QString text;
        bool isGoingBack = false; ///< it can only be undone
    };
    /// Those that stand half-way, but for the one shown.
    QVector<Remembered> unfinished() const;

public slots:
    void look(const gordian::CauseVerdict &cause, const gordian::Remedy &remedy);
    /// A new preview of what was shown: the node may be another one by now.
    void lookAgain();
    /// What another laptop began there is remembered here from now on, and stands among the unfinished.
    void takeOver();
    void apply();
    void stop();
    void goOn();
    void undo();
    /// The preview or what has ended goes.
    void close();
    void takeUp(const QString &id, gordian::Mender::Way way);
    /// Nothing more is done about it.
    void leave(const QString &id);

signals:
    void changed();
    void actionChanged(int action);
    void logGrown(const QString &text);
    void unfinishedChanged();
    /// Something was changed there: what is shown is out of date.
    void examinationWanted(const QString &node);

private:
    void follow();
    void enter(Phase phase);
    void takePlan(const Plan &plan);
    void takeAdopted(const QVector<Mending> &mendings);
    void takeEnd(const MendingEnd &end);
    void takeLoss(const ConnectFailure &failure);
    void takeOutput(const QByteArray &bytes);
    bool mayLookAgain() const;
    Progress stepsDone() const;
    void nothingRuns();
    void forget();
    QString logHeading() const;
    QString workingText() const;
    QString endText() const;
    QString troubleText(const MendingTrouble &trouble) const;
    bool isIrreversible() const;
    QString nodeName() const;
    QString nodeHere() const;

    Mender &m_mender;
    Investigation &m_investigation;
    const Language &m_language;
    Phase m_phase = Phase::None;
    CauseVerdict m_cause; ///< of the last look; one that was taken up has none
    Plan m_plan; ///< while looking: the remedy alone
    QVector<ActionState> m_states;
    MendingState m_state = MendingState::Planned;
    MendingEnd m_end;
    ConnectFailure m_failure;
    QString m_error; ///< it could not begin
    QString m_log;
    OutputText m_output;
    int m_running = -1; ///< the action under way
    int m_printing = -1; ///< whose output is at the log's end
    int m_wellFor = 0;
    int m_wellWanted = 0;
    bool m_isStopping = false;
    bool m_isCompared = false;
    bool m_isTakingOver = false;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(MendingPresenter::Deeds)

} // namespace gordian::ui
