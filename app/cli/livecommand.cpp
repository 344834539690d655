// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/livecommand.h"

#include "cli/outputs.h"
#include "cli/verdicttext.h"
#include "cli/words.h"

#include <QDir>
#include <QTemporaryDir>

namespace gordian {

namespace {

QString questionFor(const SecretRequest &request, const SecretPrompt &prompt)
{
    const QString who = request.hop.display();
    switch (request.kind) {
    case SecretKind::Password:
        return Words::tr("Password of %1:").arg(who);
    case SecretKind::KeyPassphrase:
        return Words::tr("Passphrase of the key %1:").arg(request.identity);
    case SecretKind::SudoPassword:
        return Words::tr("Password for sudo on %1:").arg(who);
    case SecretKind::KeyboardInteractive:
        break;
    }
    const QString title = request.title.isEmpty() ? QString() : request.title + QStringLiteral(": ");
    return who + QStringLiteral(": ") + title + prompt.text;
}

} // namespace

LiveCommand::LiveCommand(const Arguments &arguments, Investigation &investigation, Terminal &terminal,
                         const Phrases &phrases, QObject *parent)
    : QObject(parent),
      m_arguments(arguments),
      m_investigation(investigation),
      m_terminal(terminal),
      m_phrases(phrases)
{
    // Queued: questions block the terminal and must not be asked from inside the code that raised them.
    connect(&m_investigation, &Investigation::pendingHostKeysChanged, this, &LiveCommand::askHostKeys,
            Qt::QueuedConnection);
    connect(&m_investigation, &Investigation::pendingSecretChanged, this, &LiveCommand::askSecret,
            Qt::QueuedConnection);
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

Result<void> LiveCommand::readSecrets()
{
    const auto nothing = [](const QString &option, int descriptor) {
        return failure(
            ErrorCode::FileNotReadable,
            Words::tr("%1: nothing can be read from file descriptor %2").arg(option).arg(descriptor));
    };
    if (m_arguments.passwordFd) {
        m_password = readSecret(*m_arguments.passwordFd);
        if (!m_password) {
            return nothing(QStringLiteral("--password-fd"), *m_arguments.passwordFd);
        }
    }
    if (m_arguments.sudoPasswordFd) {
        m_sudoPassword = m_arguments.sudoPasswordFd == m_arguments.passwordFd
            ? m_password
            : readSecret(*m_arguments.sudoPasswordFd);
        if (!m_sudoPassword) {
            return nothing(QStringLiteral("--sudo-password-fd"), *m_arguments.sudoPasswordFd);
        }
    }
    return {};
}

void LiveCommand::start(const QVector<Node> &nodes)
{
    m_investigation.addNodes(nodes);
    CollectOptions options;
    if (!m_arguments.useSudo) {
        options.rights = ShellRights::Account;
    } else if (m_sudoPassword) {
        options.rights = ShellRights::SudoPassword;
    }
    m_investigation.collect(options);
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

void LiveCommand::askHostKeys()
{
    const QVector<HostKeyOffer> offers = m_investigation.pendingHostKeys();
    if (offers.isEmpty()) {
        return;
    }
    QStringList nodes;
    QString question =
        Words::tr(
            "These host keys are not known yet. Compare the fingerprints with what the nodes' consoles say:")
        + QLatin1Char('\n');
    for (const HostKeyOffer &offer : offers) {
        nodes.append(offer.node);
        question +=
            QStringLiteral("  %1  %2 %3\n").arg(offer.hop.display(), offer.key.type, offer.key.sha256);
    }
    question += Words::tr("Trust them from now on? (yes/no)");
    if (m_terminal.canAsk() && m_terminal.confirm(question)) {
        m_investigation.acceptHostKeys(nodes);
    } else {
        m_investigation.rejectHostKeys(nodes);
    }
}

std::optional<Secret> LiveCommand::secretFor(const SecretRequest &request, const SecretPrompt &prompt)
{
    const bool sudo = request.kind == SecretKind::SudoPassword;
    const std::optional<Secret> &given = sudo ? m_sudoPassword : m_password;
    // What a descriptor gave is tried once: asking again for what was refused would never end.
    if (given && request.attempt == 1) {
        return given;
    }
    if (sudo && !m_sudoPassword && m_arguments.sudoPasswordFd) {
        return std::nullopt;
    }
    if (request.attempt > 1) {
        m_terminal.say(Words::tr("The last answer was refused."));
    }
    return m_terminal.askSecret(Terminal::harmless(questionFor(request, prompt)), prompt.echo);
}

void LiveCommand::askSecret()
{
    const SecretRequest *request = m_investigation.pendingSecret();
    if (request == nullptr) {
        return;
    }
    QVector<Secret> answers;
    for (const SecretPrompt &prompt : request->prompts) {
        const auto answer = secretFor(*request, prompt);
        if (!answer) {
            m_investigation.declineSecret();
            return;
        }
        answers.append(*answer);
    }
    m_investigation.answerSecret(answers, Investigation::Remember::ThisSession);
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
