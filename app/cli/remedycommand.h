// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// `remedy list|plan|apply|resume|undo|status`: examines the nodes, shows what could be done about the causes,
// and does it when the plan that was read is named by its hash. Owned by main(); lives on the main thread;
// finished() carries the exit code.

#include "cli/arguments.h"
#include "cli/questions.h"
#include "cli/terminal.h"
#include "report/phrases.h"
#include "session/mender.h"

#include <QDeadlineTimer>
#include <QObject>

#include <optional>

namespace gordian {

class RemedyCommand : public QObject {
    Q_OBJECT

public:
    RemedyCommand(const Arguments &arguments, Investigation &investigation, Terminal &terminal,
                  const Phrases &phrases, QObject *parent = nullptr);
    ~RemedyCommand() override;

    Result<void> readSecrets() { return m_questions.readSecrets(); }
    void start(const QVector<Node> &nodes);
    /// Stops after the step under way; again: at once, and what is under way on the node goes on there.
    void interrupt();

signals:
    void finished(gordian::ExitCode code);

private:
    struct Offer {
        const CauseVerdict *cause = nullptr;
        const Remedy *remedy = nullptr;
    };
    void followMender();
    void judged();
    QVector<Offer> offers() const;
    void printOffers();
    void makePlan();
    bool mayShowYet();
    void takePlan(const Plan &plan);
    void takeEnd(const MendingEnd &end);
    void takeUp(Mender::Way way);
    void adoptNext();
    void takeAdopted(const QVector<Mending> &mendings);
    void sayWhoHasIt(const Plan &plan);
    void leave();
    void sayUnknown();
    std::optional<Mending> named() const;
    void printStatus();
    void printMendings(const QVector<Mending> &all);
    void printTranscript();
    bool printsJson() const { return m_arguments.outputs.jsonToStandardOutput; }
    void printJson(const QByteArray &json);
    ExitCode withReports(ExitCode code);
    void takeOutput(const QByteArray &bytes);
    void showOutput(const QByteArray &lines);
    void showAction(int action, ActionState state);
    void compare();
    void lookAgain();
    void end(ExitCode code);

    const Arguments &m_arguments;
    Investigation &m_investigation;
    Terminal &m_terminal;
    const Phrases &m_phrases;
    Questions m_questions;
    Mender m_mender;
    QStringList m_toAdopt; ///< nodes that are still to be asked
    QVector<Mending> m_adopted;
    Plan m_plan;
    QByteArray m_output; ///< of the step under way, from its last line's beginning; hostile
    std::optional<QDeadlineTimer> m_symptomsUntil; ///< to clear
    std::optional<QDeadlineTimer> m_causeUntil; ///< to show
    bool m_saidThatItLooks = false;
    bool m_done = false;
};

} // namespace gordian
