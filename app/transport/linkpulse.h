// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tells a link that has nothing to say from one that is dead: after a while of silence the peer is asked for
// a sign of life, and what it may take follows the measured round trip. Bytes of ours that are acknowledged
// are a sign, too: on a slow link the question waits behind a script for longer than any answer may take.
// Used on a worker's thread.

#include "transport/sshlink.h"

#include <QElapsedTimer>

namespace gordian {

class LinkPulse {
public:
    LinkPulse(SshLink &link, int intervalSeconds, int roundTripMilliseconds);

    /// Looks at what was received since the last call; asks when it is time. False: the peer is gone.
    bool beat();
    /// While nothing is read, silence is ours.
    void pause();
    /// More of what was written has arrived, and more is on its way; said at most once a second.
    bool hasCarried();
    /// When beat() is to be called next.
    QDeadlineTimer next() const;

private:
    SshLink &m_link;
    qint64 m_interval;
    qint64 m_answerLimit;
    quint64 m_packets = 0;
    SshLink::Outgoing m_outgoing;
    bool m_carried = false;
    bool m_asked = false;
    QElapsedTimer m_heard;
    QElapsedTimer m_askedAt;
    QElapsedTimer m_saidAt;
};

} // namespace gordian
