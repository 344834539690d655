// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// `diagnose` and `discover`: collects from live nodes with a person, or nobody, at the terminal. Owned by
// main(); lives on the main thread; finished() carries the exit code.

#include "cli/arguments.h"
#include "cli/questions.h"
#include "cli/terminal.h"
#include "report/phrases.h"
#include "session/investigation.h"

#include <QObject>

namespace gordian {

class DemoNode;

class LiveCommand : public QObject {
    Q_OBJECT

public:
    LiveCommand(const Arguments &arguments, Investigation &investigation, Terminal &terminal,
                const Phrases &phrases, QObject *parent = nullptr);
    ~LiveCommand() override;

    Result<void> readSecrets() { return m_questions.readSecrets(); }
    void start(const QVector<Node> &nodes);
    /// Ends collecting now; what came is judged and written.
    void interrupt();

signals:
    void finished(gordian::ExitCode code);

private:
    void showProgress();
    void finishIfDone();
    ExitCode conclude();
    void keepCase();
    ExitCode printDiscovered();

    Arguments m_arguments;
    Investigation &m_investigation;
    Terminal &m_terminal;
    const Phrases &m_phrases;
    Questions m_questions;
    bool m_interrupted = false;
    bool m_savingFailed = false;
    bool m_done = false;
};

} // namespace gordian
