// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/livecommand.h"

#include "cli/outputs.h"
#include "cli/verdicttext.h"
#include "cli/words.h"

#include <QDir>
#include <QTemporaryDir>

namespace gordian {

LiveCommand::LiveCommand(const Arguments &arguments, Investigation &investigation, Terminal &terminal,
                         const Phrases &phrases, QObject *parent)
    : QObject(parent),
      m_arguments(arguments),
      m_investigation(investigation),
      m_terminal(terminal),
      m_phrases(phrases),
      m_questions(arguments, investigation, terminal)
{
    connect(&m_investigation, &Investigation::nodeChanged, this, &LiveCommand::showProgress);
    connect(&m_investigation, &Investigation::artifactArrived, this, &LiveCommand::showProgress);
    connect(&m_investigation, &Investigation::collectingChanged, this, &LiveCommand::finishIfDone);
    connect(&m_investigation, &Investigation::diagnosisChanged, this, &LiveCommand::finishIfDone);
    connect(&m_investigation, &Investigation::savingFailed, this, [this](const Error &error) {
        m_savingFailed = true;
        m_terminal.say(m_phrases.error(error));
    });
}

LiveCommand::~LiveCommand() = default;

void LiveCommand::start(const QVector<Node> &nodes)
{
    m_investigation.addNodes(nodes);
    m_investigation.collect(m_questions.collectOptions());
    if (m_interrupted) {
        m_investigation.cancel();
    }
}

void LiveCommand::interrupt()
{
    m_interrupted = true;
    m_terminal.say(Words::tr("Interrupted: judging what has come so far. Once more to end at once."));
    m_investigation.cancel();
}

void LiveCommand::showProgress()
{
    if (m_arguments.quiet || !m_terminal.showsProgress() || m_done) {
        return;
    }
    QStringList parts;
    for (const NodeRecord &record : m_investigation.currentCase().nodes) {
        const NodeProgress progress = m_investigation.progress(record.node.id);
        const QString state = progress.probesTotal > 0
            ? QStringLiteral("%1/%2").arg(progress.probesDone).arg(progress.probesTotal)
            : m_phrases.connectState(progress.state);
        parts.append(Terminal::harmless(record.node.name) + QLatin1Char(' ') + state);
    }
    m_terminal.progress(parts.join(QStringLiteral("  ")));
}

void LiveCommand::finishIfDone()
{
    if (m_done || m_investigation.isCollecting() || m_investigation.isDiagnosing()) {
        return;
    }
    m_done = true;
    emit finished(m_arguments.command == Command::Discover ? printDiscovered() : conclude());
}

ExitCode LiveCommand::conclude()
{
    const ReportInput input{m_investigation.currentCase(), m_investigation.diagnosis(),
                            m_investigation.knowledge()};
    if (!m_arguments.outputs.jsonToStandardOutput) {
        m_terminal.print(laidOut(verdictLines(input, m_phrases), m_terminal.screen()));
    }
    const auto errors = writeOutputs(m_arguments.outputs, input, m_terminal, m_phrases.language());
    for (const Error &error : errors) {
        m_terminal.say(m_phrases.error(error));
    }
    if (!errors.isEmpty() || m_savingFailed) {
        keepCase();
        return ExitCode::UsageOrInternal;
    }
    return exitCodeFor(input.diagnosis.overall, m_arguments.failOn);
}

/// Collecting may have taken long and the cluster may be another by now: what came is not thrown away because
/// a report has no place.
void LiveCommand::keepCase()
{
    if (m_investigation.currentCase().artifacts.isEmpty()) {
        return;
    }
    QString path = m_savingFailed ? QString() : m_investigation.filePath();
    if (path.isEmpty()) {
        // A folder of its own, which nobody else may read.
        QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/gordianctl-XXXXXX"));
        path = folder.filePath(QStringLiteral("case.gordian"));
        if (!folder.isValid() || !m_investigation.saveAs(path)) {
            return;
        }
        folder.setAutoRemove(false);
    }
    m_terminal.say(
        Words::tr("Nothing is lost: the case is in %1. The reports can be written from it: gordianctl "
                  "report %1 --html FILE")
            .arg(path));
}

ExitCode LiveCommand::printDiscovered()
{
    if (m_investigation.diagnosis().overall == Overall::NothingExamined) {
        return conclude();
    }
    const QVector<InventoryFind> finds = m_investigation.discovered();
    for (const InventoryFind &find : finds) {
        m_terminal.print(QStringLiteral("%1\t%2\t%3\t%4\n")
                             .arg(Terminal::harmless(find.node.endpoint.host),
                                  Terminal::harmless(find.node.name),
                                  find.node.role == NodeRole::ControlPlane ? QStringLiteral("control-plane")
                                                                           : QStringLiteral("-"),
                                  find.already ? Words::tr("examined") : Terminal::harmless(find.source)));
    }
    return ExitCode::NothingWrong;
}

} // namespace gordian
