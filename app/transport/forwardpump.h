// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Carries bytes between a direct-tcpip channel of a jump host's session and a local socket, on which the next
// hop's session stands. Owned by the jump host's SshLink and used on its worker's thread; run() never waits.

#include <QByteArray>

struct ssh_channel_struct;
struct ssh_session_struct;

namespace gordian {

class ForwardPump {
public:
    /// Takes over `descriptor`, a non-blocking socket.
    ForwardPump(ssh_session_struct *session, int descriptor);
    ~ForwardPump();
    ForwardPump(const ForwardPump &) = delete;
    ForwardPump &operator=(const ForwardPump &) = delete;

    /// libssh's code; to be repeated while it is SSH_AGAIN.
    int open(const QByteArray &host, quint16 port);
    int descriptor() const { return m_descriptor; }
    /// The poll() events that would let it go on.
    short wantedEvents() const;
    /// The local socket is full: nothing more is read from the channel.
    bool isInwardBlocked() const { return !m_inward.isEmpty(); }
    /// Moves what can be moved now.
    void run();

private:
    bool fromChannel();
    bool toChannel();

    ssh_channel_struct *m_channel;
    int m_descriptor;
    QByteArray m_inward; ///< read from the channel, not yet taken by the socket
    QByteArray m_outward; ///< read from the socket, not yet taken by the channel
    bool m_isOpen = false;
    bool m_inwardEnded = false;
    bool m_outwardEnded = false;
};

} // namespace gordian
