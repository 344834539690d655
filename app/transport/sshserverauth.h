// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who may sign in to an SshServer, decided for one connection. Lives on the connection's thread.

#include "transport/sshserver.h"

#include <QSet>

struct ssh_channel_struct;
struct ssh_message_struct;
struct ssh_session_struct;

namespace gordian {

class SshServerAuth {
public:
    /// Makes a channel for one who has signed in; null refuses it.
    using OpenChannel = std::function<ssh_channel_struct *()>;

    /// Session and options outlive it.
    SshServerAuth(ssh_session_struct *session, const SshServer::Options &options, OpenChannel openChannel);
    ~SshServerAuth();

    bool isDone() const { return m_done; }
    bool isRefused() const { return m_failures >= 6; }

private:
    struct Callbacks;

    const SshServer::Account *account(const QByteArray &user);
    int denied();
    int passed(const QByteArray &user, const SshServer::Account &wanted, int method);
    int remainingMethods(const SshServer::Account &account) const;
    int tryPassword(const QByteArray &user, const QByteArray &password);
    int tryKey(const QByteArray &user, const QByteArray &base64, bool isSigned);
    bool handleInteractive(ssh_message_struct *message);
    bool answersRight(const QVector<SshServer::KeyboardPrompt> &round) const;
    void sendRound(ssh_message_struct *message, const QVector<SshServer::KeyboardPrompt> &round) const;

    ssh_session_struct *m_session;
    const SshServer::Options &m_options;
    OpenChannel m_openChannel;
    std::unique_ptr<Callbacks> m_callbacks;
    QSet<int> m_passed;
    QByteArray m_interactiveUser; ///< an answer to prompts does not repeat the name
    qsizetype m_round = 0;
    int m_failures = 0;
    bool m_done = false;
};

} // namespace gordian
