// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One connection of SshServer: key exchange, sign-in, and the programs that its channels run. A thread of its
// own owns everything of it; the server owns the thread.

#include "transport/sshserver.h"

#include <QThread>

#include <atomic>
#include <list>

struct ssh_channel_struct;
struct ssh_session_struct;

namespace gordian {

class SshServerAuth;
class SshServerChannel;

class SshServerConnection : public QThread {
    Q_OBJECT

public:
    /// Takes over `session`, which has just been accepted.
    SshServerConnection(ssh_session_struct *session, SshServer::Options options);
    ~SshServerConnection() override;

protected:
    void run() override;

private:
    bool exchangeKeys();
    void serve();
    void wait(int milliseconds);
    ssh_channel_struct *openChannel();

    ssh_session_struct *m_session;
    SshServer::Options m_options;
    std::unique_ptr<SshServerAuth> m_auth;
    std::list<std::unique_ptr<SshServerChannel>> m_channels;
    int m_stop = -1; ///< eventfd: readable when the connection is to end
};

} // namespace gordian
