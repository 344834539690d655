// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshserverchannel.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h>

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace gordian {

namespace {
constexpr uint32_t Portion = 32 * 1024;
constexpr qsizetype MostInput = 4 * 1024 * 1024;
} // namespace

struct SshServerChannel::Callbacks {
    ssh_channel_callbacks_struct table = {};

    static int onExec(ssh_session, ssh_channel, const char *command, void *self)
    {
        return static_cast<SshServerChannel *>(self)->startProgram(command) ? SSH_OK : SSH_ERROR;
    }
    // What is not taken stays with libssh, whose window then stops the client.
    static int onData(ssh_session, ssh_channel, void *data, uint32_t length, int isErrors, void *self)
    {
        auto *channel = static_cast<SshServerChannel *>(self);
        const qsizetype room = MostInput - channel->m_input.size();
        const qsizetype taken = isErrors != 0 ? length : qMin<qsizetype>(length, room);
        if (isErrors == 0) {
            channel->m_input.append(static_cast<const char *>(data), taken);
        }
        return static_cast<int>(taken);
    }
    static void onEof(ssh_session, ssh_channel, void *self)
    {
        static_cast<SshServerChannel *>(self)->m_inputEnded = true;
    }
    static int onEnvironment(ssh_session, ssh_channel, const char *, const char *, void *) { return 1; }
};

SshServerChannel::SshServerChannel(ssh_channel_struct *channel, const SshServer::ExecHandler &exec)
    : m_channel(channel),
      m_exec(exec),
      m_callbacks(std::make_unique<Callbacks>())
{
    m_callbacks->table.userdata = this;
    m_callbacks->table.channel_exec_request_function = &Callbacks::onExec;
    m_callbacks->table.channel_data_function = &Callbacks::onData;
    m_callbacks->table.channel_eof_function = &Callbacks::onEof;
    m_callbacks->table.channel_env_request_function = &Callbacks::onEnvironment;
    ssh_callbacks_init(&m_callbacks->table);
    ssh_set_channel_callbacks(m_channel, &m_callbacks->table);
}

SshServerChannel::~SshServerChannel()
{
    ssh_remove_channel_callbacks(m_channel, &m_callbacks->table);
    ssh_channel_free(m_channel);
}

bool SshServerChannel::startProgram(const QByteArray &command)
{
    if (m_child || !m_exec) {
        return false;
    }
    const SshServer::Command wanted = m_exec(QString::fromUtf8(command));
    m_child = wanted.program.isEmpty() ? nullptr : ChildProcess::start(wanted);
    return m_child != nullptr;
}

void SshServerChannel::addDescriptors(std::vector<pollfd> &descriptors) const
{
    if (!m_child) {
        return;
    }
    if (!m_input.isEmpty() && m_child->input() >= 0) {
        descriptors.push_back({m_child->input(), POLLOUT, 0});
    }
    if (ssh_channel_window_size(m_channel) > 0) {
        for (const int descriptor : {m_child->output(), m_child->errors()}) {
            if (descriptor >= 0) {
                descriptors.push_back({descriptor, POLLIN, 0});
            }
        }
    }
}

bool SshServerChannel::run()
{
    if (ssh_channel_is_closed(m_channel) != 0) {
        return false;
    }
    if (m_child) {
        feedProgram();
        forward(m_child->output(), false);
        forward(m_child->errors(), true);
        finish();
    }
    return !m_finished;
}

void SshServerChannel::feedProgram()
{
    while (!m_input.isEmpty() && m_child->input() >= 0) {
        const auto written =
            ::write(m_child->input(), m_input.constData(), static_cast<size_t>(m_input.size()));
        if (written > 0) {
            m_input.remove(0, written);
        } else if (errno == EAGAIN) {
            return;
        } else {
            m_child->closeInput();
        }
    }
    if (m_child->input() < 0) {
        m_input.clear(); // it no longer listens
    } else if (m_inputEnded) {
        m_child->closeInput();
    }
}

void SshServerChannel::forward(int descriptor, bool errors)
{
    const uint32_t window = ssh_channel_window_size(m_channel);
    if (descriptor < 0 || window == 0) {
        return;
    }
    QByteArray bytes(qMin(window, Portion), Qt::Uninitialized);
    const auto got = ::read(descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
    if (got > 0 && errors) {
        ssh_channel_write_stderr(m_channel, bytes.constData(), static_cast<uint32_t>(got));
    } else if (got > 0) {
        ssh_channel_write(m_channel, bytes.constData(), static_cast<uint32_t>(got));
    } else if (got == 0 || errno != EAGAIN) {
        errors ? m_child->closeErrors() : m_child->closeOutput();
    }
}

void SshServerChannel::finish()
{
    if (m_child->output() >= 0 || m_child->errors() >= 0) {
        return;
    }
    if (const auto code = m_child->exitCode()) {
        ssh_channel_request_send_exit_status(m_channel, *code);
        ssh_channel_send_eof(m_channel);
        ssh_channel_close(m_channel);
        m_finished = true;
    }
}

} // namespace gordian
