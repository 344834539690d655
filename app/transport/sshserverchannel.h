// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A session channel of SshServer and the program that its exec request started. Lives on its connection's
// thread.

#include "transport/childprocess.h"

#include <QByteArray>

#include <vector>

struct pollfd;
struct ssh_channel_struct;

namespace gordian {

class SshServerChannel {
public:
    /// Takes over `channel`. `exec` outlives it.
    SshServerChannel(ssh_channel_struct *channel, const SshServer::ExecHandler &exec);
    ~SshServerChannel();
    SshServerChannel(const SshServerChannel &) = delete;
    SshServerChannel &operator=(const SshServerChannel &) = delete;

    /// What it waits for.
    void addDescriptors(std::vector<pollfd> &descriptors) const;
    /// Moves what can be moved now. False: the channel is done.
    bool run();

private:
    struct Callbacks;

    bool startProgram(const QByteArray &command);
    void feedProgram();
    void forward(int descriptor, bool errors);
    void finish();

    ssh_channel_struct *m_channel;
    const SshServer::ExecHandler &m_exec;
    std::unique_ptr<Callbacks> m_callbacks;
    std::unique_ptr<ChildProcess> m_child;
    QByteArray m_input; ///< from the client, not yet taken by the program
    bool m_inputEnded = false;
    bool m_finished = false;
};

} // namespace gordian
