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
    void takePlan(const Plan &plan);
    void takeEnd(const MendingEnd &end);
    void takeUp(Mender::Way way);
    void leave();
    void sayUnknown();
    std::optional<Mending> named() const;
    void printStatus();
    void printTranscript();
    bool printsJson() const { return m_arguments.outputs.jsonToStandardOutput; }
    void printJson(const QByteArray &json);
    ExitCode withReports(ExitCode code);
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
    Plan m_plan;
    bool m_compares = false; ///< with what was foretold, once it is applied
    std::optional<QDeadlineTimer> m_symptomsUntil; ///< to clear
    bool m_saidThatItLooks = false;
    bool m_done = false;
};

} // namespace gordian
