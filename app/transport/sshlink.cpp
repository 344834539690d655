// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshlink.h"

#include "transport/forwardpump.h"

#include <libssh/libssh.h>

// Not netinet/tcp.h: glibc's tcp_info ends before the counters of bytes (tcp(7), TCP_INFO).
#include <linux/sockios.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace gordian {

struct SshLink::Counters {
    ssh_counter_struct sent = {};
    ssh_counter_struct received = {};
};

SshLink::SshLink(SshControl &control, SshLink *upstream)
    : m_control(control),
      m_upstream(upstream),
      m_session(ssh_new()),
      m_counters(std::make_unique<Counters>())
{
    if (m_session != nullptr) {
        ssh_set_blocking(m_session, 0);
        ssh_set_counters(m_session, &m_counters->sent, &m_counters->received);
    }
}

SshLink::~SshLink()
{
    m_pump.reset();
    if (m_session != nullptr) {
        // Not ssh_disconnect(): it forgets a socket that was given to it (SSH_OPTIONS_FD) without closing it.
        ssh_free(m_session);
    }
}

QString SshLink::errorText() const
{
    return m_session != nullptr ? QString::fromUtf8(ssh_get_error(m_session)).trimmed() : QString();
}

bool SshLink::isConnected() const
{
    return m_session != nullptr && ssh_is_connected(m_session) != 0;
}

quint64 SshLink::packetsReceived() const
{
    return m_counters->received.in_packets;
}

SshLink::Outgoing SshLink::outgoing() const
{
    const SshLink *first = this;
    while (first->m_upstream != nullptr) {
        first = first->m_upstream;
    }
    Outgoing outgoing;
    if (!first->isConnected()) {
        return outgoing;
    }
    const int socket = ssh_get_fd(first->m_session);
    tcp_info info = {};
    socklen_t size = sizeof info;
    if (::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0) {
        outgoing.acknowledged = info.tcpi_bytes_acked;
    }
    int waiting = 0;
    if (::ioctl(socket, SIOCOUTQ, &waiting) == 0) {
        outgoing.waiting = waiting;
    }
    return outgoing;
}

// libssh reads a session's packets only within a call on a channel, or for an event loop of its own.
void SshLink::process()
{
    ssh_event event = ssh_event_new();
    if (event != nullptr) {
        if (ssh_event_add_session(event, m_session) == SSH_OK) {
            ssh_event_dopoll(event, 0);
            ssh_event_remove_session(event, m_session);
        }
        ssh_event_free(event);
    }
}

// A pump that cannot pass on what it has read leaves its session unread: polling for more would spin.
bool SshLink::mayReceive() const
{
    return m_pump == nullptr || !m_pump->isInwardBlocked();
}

void SshLink::addDescriptors(std::vector<pollfd> &descriptors, Watch watch) const
{
    if (watch != Watch::Nothing) {
        const bool writes = (ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING) != 0;
        const bool reads = watch == Watch::ReadAndWrite && mayReceive();
        const int events = (reads ? POLLIN : 0) | (writes ? POLLOUT : 0);
        // poll() reports a hang-up even when nothing was asked for; a negative descriptor is passed over.
        descriptors.push_back({events != 0 ? ssh_get_fd(m_session) : -1, static_cast<short>(events), 0});
    }
    if (m_pump != nullptr) {
        const short events = m_pump->wantedEvents();
        descriptors.push_back({events != 0 ? m_pump->descriptor() : -1, events, 0});
    }
}

SshLink::Wake SshLink::wait(const QDeadlineTimer &deadline, Watch watch)
{
    if (m_control.isCancelled()) {
        return Wake::Cancelled;
    }
    std::vector<pollfd> descriptors;
    descriptors.push_back({m_control.wakeDescriptor(), POLLIN, 0});
    addDescriptors(descriptors, watch);
    for (const SshLink *link = m_upstream; link != nullptr; link = link->m_upstream) {
        link->addDescriptors(descriptors, Watch::ReadAndWrite);
    }
    const qint64 left = deadline.isForever() ? -1 : qMin<qint64>(deadline.remainingTime(), 1 << 30);
    const int ready = ::poll(descriptors.data(), descriptors.size(), static_cast<int>(left));
    m_control.clearWake();
    if (m_control.isCancelled()) {
        return Wake::Cancelled;
    }
    for (SshLink *link = m_upstream; link != nullptr; link = link->m_upstream) {
        if (link->m_pump != nullptr) {
            link->m_pump->run();
        }
    }
    return ready == 0 && deadline.hasExpired() ? Wake::TimedOut : Wake::Moved;
}

int SshLink::openForward(const QByteArray &host, quint16 port, const QDeadlineTimer &deadline)
{
    std::array<int, 2> ends = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0) {
        return -1;
    }
    auto pump = std::make_unique<ForwardPump>(m_session, ends[0]);
    const auto code = finish(SSH_AGAIN, deadline, [&] { return pump->open(host, port); });
    if (code != SSH_OK) {
        ::close(ends[1]);
        return -1;
    }
    m_pump = std::move(pump);
    return ends[1];
}

} // namespace gordian
