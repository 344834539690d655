// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/linkpulse.h"

#include <libssh/libssh.h>
#include <libssh/server.h> // ssh_send_keepalive() stands there although clients use it too

namespace gordian {

namespace {
constexpr qint64 ShortestPatience = 5000;
constexpr qint64 LongestPatience = 30000;
constexpr qint64 LookInterval = 1000;
// More than the question for a sign of life takes.
constexpr qint64 Much = 512;
} // namespace

LinkPulse::LinkPulse(SshLink &link, int intervalSeconds, int roundTripMilliseconds)
    : m_link(link),
      m_interval(1000 * qMax(1, intervalSeconds)),
      m_answerLimit(qBound(ShortestPatience, ShortestPatience / 2 + 20 * qint64(roundTripMilliseconds),
                           LongestPatience))
{
    m_packets = m_link.packetsReceived();
    m_outgoing = m_link.outgoing();
    m_heard.start();
    m_saidAt.start();
}

bool LinkPulse::beat()
{
    const quint64 packets = m_link.packetsReceived();
    if (packets != m_packets) {
        m_packets = packets;
        m_heard.restart();
        m_asked = false;
    }
    const SshLink::Outgoing outgoing = m_link.outgoing();
    if (outgoing.acknowledged != m_outgoing.acknowledged) {
        m_carried = m_carried || m_outgoing.waiting > Much;
        m_heard.restart();
        m_askedAt.restart();
    }
    m_outgoing = outgoing;
    if (!m_asked && m_heard.elapsed() >= m_interval) {
        // A call of libssh either sends a request or collects the answer to the one before: two calls do
        // both.
        ssh_send_keepalive(m_link.session());
        ssh_send_keepalive(m_link.session());
        m_asked = true;
        m_askedAt.start();
    }
    return !m_asked || m_askedAt.elapsed() < m_answerLimit;
}

bool LinkPulse::hasCarried()
{
    if (!m_carried || m_saidAt.elapsed() < LookInterval) {
        return false;
    }
    m_carried = false;
    m_saidAt.restart();
    return true;
}

void LinkPulse::pause()
{
    m_asked = false;
    m_heard.restart();
}

QDeadlineTimer LinkPulse::next() const
{
    const qint64 left = m_asked ? m_answerLimit - m_askedAt.elapsed() : m_interval - m_heard.elapsed();
    return QDeadlineTimer(qMax<qint64>(m_outgoing.waiting > 0 ? qMin(left, LookInterval) : left, 0));
}

} // namespace gordian
