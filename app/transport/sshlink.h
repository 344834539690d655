// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One libssh session in non-blocking mode, and the waiting for it. Owned by a worker and used on its thread
// alone. A link that was reached through a jump host knows that host's link (upstream) and keeps its bytes
// flowing while it waits.

#include "transport/sshcontrol.h"

#include <QDeadlineTimer>

#include <memory>
#include <vector>

struct pollfd;
struct ssh_session_struct;

namespace gordian {

class ForwardPump;

class SshLink {
public:
    static constexpr int HungUp = -1; ///< SSH_ERROR and SSH_AUTH_ERROR alike
    enum class Wake { Moved, TimedOut, Cancelled };

    /// `upstream` (may be null) outlives it.
    SshLink(SshControl &control, SshLink *upstream);
    ~SshLink();
    SshLink(const SshLink &) = delete;
    SshLink &operator=(const SshLink &) = delete;

    ssh_session_struct *session() const { return m_session; }
    SshControl &control() const { return m_control; }
    /// The library's own words for the last failure.
    QString errorText() const;
    bool isConnected() const;
    /// Packets received so far: tells a silent peer from a living one.
    quint64 packetsReceived() const;
    /// What the machine at the other end of the cable (the first hop) has done with our bytes.
    struct Outgoing {
        quint64 acknowledged = 0; ///< since the link was made
        qint64 waiting = 0; ///< sent or to be sent, not acknowledged yet
    };
    Outgoing outgoing() const;

    /// Reads what has come while no channel is open.
    void process();
    /// Which of this link's own bytes are waited for; a link above it is always looked after.
    enum class Watch { ReadAndWrite, WriteOnly, Nothing };
    /// Waits until bytes moved on this link or one above it, something was said by the owner, or the time is
    /// over.
    Wake wait(const QDeadlineTimer &deadline, Watch watch = Watch::ReadAndWrite);

    /// Repeats a libssh call until it no longer says `again`. nullopt: cancelled or out of time (see
    /// isCancelled).
    template <typename Call> std::optional<int> finish(int again, const QDeadlineTimer &deadline, Call call)
    {
        for (;;) {
            const int code = call();
            if (code != again) {
                return code;
            }
            // Some calls go on asking for patience after the peer has hung up.
            if (!isConnected()) {
                return HungUp;
            }
            if (wait(deadline) != Wake::Moved) {
                return std::nullopt;
            }
        }
    }

    /// Opens a channel to `host`:`port` as seen from this link's machine; the descriptor of its near end, or
    /// -1.
    int openForward(const QByteArray &host, quint16 port, const QDeadlineTimer &deadline);

private:
    void addDescriptors(std::vector<pollfd> &descriptors, Watch watch) const;
    bool mayReceive() const;

    SshControl &m_control;
    SshLink *m_upstream;
    ssh_session_struct *m_session;
    struct Counters;
    std::unique_ptr<Counters> m_counters;
    std::unique_ptr<ForwardPump> m_pump;
};

} // namespace gordian
