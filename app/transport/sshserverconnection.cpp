// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshserverconnection.h"

#include "transport/sshserverauth.h"
#include "transport/sshserverchannel.h"

#include <libssh/libssh.h>
#include <libssh/server.h>
#include <openssl/crypto.h>

#include <QDeadlineTimer>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <csignal>

namespace gordian {

namespace {

constexpr int SignInMilliseconds = 60 * 1000;
// A child's end is not among the descriptors that are waited for.
constexpr int LongestWait = 100;

} // namespace

SshServerConnection::SshServerConnection(ssh_session_struct *session, SshServer::Options options)
    : m_session(session),
      m_options(std::move(options)),
      m_stop(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
}

SshServerConnection::~SshServerConnection()
{
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(m_stop, &one, sizeof one);
    QThread::wait();
    m_channels.clear();
    // Not ssh_disconnect(): it forgets a socket that was given to it without closing it.
    ssh_free(m_session);
    ::close(m_stop);
}

void SshServerConnection::run()
{
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    ssh_set_blocking(m_session, 0);
    m_auth = std::make_unique<SshServerAuth>(m_session, m_options, [this] { return openChannel(); });
    if (exchangeKeys()) {
        serve();
    }
    m_channels.clear();
    OPENSSL_thread_stop(); // as in SshWorker::run()
}

ssh_channel_struct *SshServerConnection::openChannel()
{
    ssh_channel channel = ssh_channel_new(m_session);
    if (channel != nullptr) {
        m_channels.push_back(std::make_unique<SshServerChannel>(channel, m_options.exec));
    }
    return channel;
}

bool SshServerConnection::exchangeKeys()
{
    const QDeadlineTimer limit(SignInMilliseconds);
    for (;;) {
        const int code = ssh_handle_key_exchange(m_session);
        if (code != SSH_AGAIN) {
            return code == SSH_OK;
        }
        if (limit.hasExpired() || isInterruptionRequested() || ssh_get_fd(m_session) < 0) {
            return false;
        }
        wait(LongestWait);
    }
}

void SshServerConnection::serve()
{
    const QDeadlineTimer limit(SignInMilliseconds);
    ssh_event event = ssh_event_new();
    ssh_event_add_session(event, m_session);
    while (!isInterruptionRequested() && ssh_is_connected(m_session) != 0 && !m_auth->isRefused()
           && (m_auth->isDone() || !limit.hasExpired())) {
        if (ssh_event_dopoll(event, 0) == SSH_ERROR) {
            break;
        }
        m_channels.remove_if([](const auto &channel) { return !channel->run(); });
        wait(LongestWait);
    }
    ssh_event_remove_session(event, m_session);
    ssh_event_free(event);
}

void SshServerConnection::wait(int milliseconds)
{
    const int flags = ssh_get_poll_flags(m_session);
    std::vector<pollfd> descriptors;
    descriptors.push_back({m_stop, POLLIN, 0});
    descriptors.push_back({ssh_get_fd(m_session),
                           static_cast<short>(POLLIN | ((flags & SSH_WRITE_PENDING) != 0 ? POLLOUT : 0)), 0});
    for (const auto &channel : m_channels) {
        channel->addDescriptors(descriptors);
    }
    ::poll(descriptors.data(), descriptors.size(), milliseconds);
    if ((descriptors.front().revents & POLLIN) != 0) {
        requestInterruption();
    }
}

} // namespace gordian
