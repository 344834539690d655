// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Stands between libssh and the user's ssh-agent, so that libssh sees one chosen identity at a time: it would
// offer all of them in the agent's order and use up the server's tries. It also makes a waiting agent (a
// touch, a confirmation) cancellable. Owned by a sign-in on a worker's thread; a thread of its own carries
// the messages.

#include "transport/sshcontrol.h"

#include <QByteArray>
#include <QVector>

#include <memory>
#include <mutex>
#include <thread>

namespace gordian {

struct AgentIdentity {
    QByteArray blob;
    QByteArray comment;
};

class AgentBridge {
public:
    /// Null when no agent listens there.
    static std::unique_ptr<AgentBridge> connect(SshControl &control, const QString &socket);
    ~AgentBridge();
    AgentBridge(const AgentBridge &) = delete;
    AgentBridge &operator=(const AgentBridge &) = delete;

    const QVector<AgentIdentity> &identities() const { return m_identities; }
    /// The end for libssh, which then owns it.
    int takeNearEnd();
    /// The only identity libssh is told of from now on.
    void offer(const AgentIdentity &identity);

private:
    AgentBridge(SshControl &control, int agent);
    void serve() const;
    QByteArray answerTo(const QByteArray &message) const;

    SshControl &m_control;
    int m_agent;
    int m_near = -1;
    int m_far = -1;
    QVector<AgentIdentity> m_identities;
    mutable std::mutex m_mutex;
    AgentIdentity m_offered;
    std::thread m_thread;
};

} // namespace gordian
