// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/forwardpump.h"

#include <libssh/libssh.h>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace gordian {

namespace {
constexpr qsizetype Portion = 32 * 1024;
} // namespace

ForwardPump::ForwardPump(ssh_session_struct *session, int descriptor)
    : m_channel(ssh_channel_new(session)),
      m_descriptor(descriptor)
{
}

ForwardPump::~ForwardPump()
{
    // Closing a channel whose opening was refused makes sshd end the whole session: such a one is only freed.
    if (m_channel != nullptr) {
        if (m_isOpen && ssh_channel_is_open(m_channel) != 0) {
            ssh_channel_close(m_channel);
        }
        ssh_channel_free(m_channel);
    }
    ::close(m_descriptor);
}

int ForwardPump::open(const QByteArray &host, quint16 port)
{
    const int code = ssh_channel_open_forward(m_channel, host.constData(), port, "127.0.0.1", 0);
    m_isOpen = code == SSH_OK;
    return code;
}

short ForwardPump::wantedEvents() const
{
    int events = 0;
    if (m_outward.isEmpty() && !m_outwardEnded && ssh_channel_window_size(m_channel) > 0) {
        events |= POLLIN;
    }
    if (!m_inward.isEmpty()) {
        events |= POLLOUT;
    }
    return static_cast<short>(events);
}

void ForwardPump::run()
{
    for (bool moved = true; moved;) {
        const bool outward = fromChannel(); // both directions move in every round
        moved = toChannel() || outward;
    }
}

bool ForwardPump::fromChannel()
{
    if (m_inwardEnded) {
        return false;
    }
    if (m_inward.isEmpty()) {
        QByteArray portion(Portion, Qt::Uninitialized);
        const int got = ssh_channel_read_nonblocking(m_channel, portion.data(), Portion, 0);
        if (got > 0) {
            m_inward = portion.left(got);
        } else if (got == SSH_EOF || got == SSH_ERROR || ssh_channel_is_eof(m_channel) != 0
                   || ssh_channel_is_closed(m_channel) != 0) {
            m_inwardEnded = true;
            ::shutdown(m_descriptor, SHUT_WR);
            return false;
        }
    }
    if (m_inward.isEmpty()) {
        return false;
    }
    const auto sent =
        ::send(m_descriptor, m_inward.constData(), static_cast<size_t>(m_inward.size()), MSG_NOSIGNAL);
    if (sent > 0) {
        m_inward.remove(0, sent);
    } else if (errno != EAGAIN && errno != EINTR) {
        m_inwardEnded = true;
        m_inward.clear();
    }
    return sent > 0;
}

bool ForwardPump::toChannel()
{
    const qsizetype window = ssh_channel_window_size(m_channel);
    if (m_outward.isEmpty() && !m_outwardEnded && window > 0) {
        QByteArray portion(qMin(Portion, window), Qt::Uninitialized);
        const auto got = ::recv(m_descriptor, portion.data(), static_cast<size_t>(portion.size()), 0);
        if (got > 0) {
            m_outward = portion.left(got);
        } else if (got == 0) {
            m_outwardEnded = true;
            ssh_channel_send_eof(m_channel);
            return true; // this call may have read what comes inward
        }
    }
    if (m_outward.isEmpty()) {
        return false;
    }
    const int sent =
        ssh_channel_write(m_channel, m_outward.constData(), static_cast<uint32_t>(m_outward.size()));
    if (sent > 0) {
        m_outward.remove(0, sent);
    } else if (sent == SSH_ERROR) {
        m_outwardEnded = true;
        m_outward.clear();
    }
    return sent > 0;
}

} // namespace gordian
