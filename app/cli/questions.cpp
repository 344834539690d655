// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/questions.h"

#include "cli/words.h"

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

Questions::Questions(const Arguments &arguments, Investigation &investigation, Terminal &terminal,
                     QObject *parent)
    : QObject(parent),
      m_arguments(arguments),
      m_investigation(investigation),
      m_terminal(terminal)
{
    // Queued: questions block the terminal and must not be asked from inside the code that raised them.
    connect(&m_investigation, &Investigation::pendingHostKeysChanged, this, &Questions::askHostKeys,
            Qt::QueuedConnection);
    connect(&m_investigation, &Investigation::pendingSecretChanged, this, &Questions::askSecret,
            Qt::QueuedConnection);
}

CollectOptions Questions::collectOptions() const
{
    CollectOptions options;
    if (m_arguments.sudo == SudoUse::Never) {
        options.rights = ShellRights::Account;
    } else if (m_sudoPassword || m_arguments.sudo == SudoUse::Ask) {
        options.rights = ShellRights::SudoPassword;
    }
    return options;
}

Result<void> Questions::readSecrets()
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

void Questions::askHostKeys()
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

std::optional<Secret> Questions::secretFor(const SecretRequest &request, const SecretPrompt &prompt)
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

void Questions::askSecret()
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

} // namespace gordian
