// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tells a link that has nothing to say from one that is dead: after a while of silence the peer is asked for
// a sign of life, and what it may take follows the measured round trip. Used on a worker's thread.

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
    /// When beat() is to be called next.
    QDeadlineTimer next() const;

private:
    SshLink &m_link;
    qint64 m_interval;
    qint64 m_answerLimit;
    quint64 m_packets = 0;
    bool m_asked = false;
    QElapsedTimer m_heard;
    QElapsedTimer m_askedAt;
};

} // namespace gordian
