// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshshell.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>

namespace gordian {

namespace {

constexpr uint32_t Portion = 64 * 1024;
constexpr qsizetype KeptErrors = 4096;
// Start-up files, a slow directory server behind sudo and a loaded node all lie before the first byte.
constexpr int ReadyMilliseconds = 30 * 1000;

ConnectFailure failureOf(ConnectLayer layer, const QString &detail)
{
    ConnectFailure failure;
    failure.layer = layer;
    failure.detail = detail;
    return failure;
}

} // namespace

struct SshShell::Exit {
    ssh_channel_callbacks_struct callbacks = {};
    int code = -1;
    QString signal;

    static void onStatus(ssh_session, ssh_channel, int status, void *self)
    {
        static_cast<Exit *>(self)->code = status;
    }
    static void onSignal(ssh_session, ssh_channel, const char *name, int, const char *, const char *,
                         void *self)
    {
        static_cast<Exit *>(self)->signal = QString::fromUtf8(name);
    }
};

SshShell::SshShell(SshLink &link, LinkPulse &pulse, ShellRights rights, Events events)
    : m_link(link),
      m_pulse(pulse),
      m_launcher(rights),
      m_events(std::move(events)),
      m_exit(std::make_unique<Exit>()),
      m_readyLimit(ReadyMilliseconds)
{
    m_exit->callbacks.userdata = m_exit.get();
    m_exit->callbacks.channel_exit_status_function = &Exit::onStatus;
    m_exit->callbacks.channel_exit_signal_function = &Exit::onSignal;
    ssh_callbacks_init(&m_exit->callbacks);
}

SshShell::~SshShell()
{
    if (m_channel != nullptr) {
        ssh_remove_channel_callbacks(m_channel, &m_exit->callbacks);
        // A channel whose opening was refused must not be closed: sshd would end the whole session.
        if (m_isOpen && ssh_channel_is_open(m_channel) != 0) {
            ssh_channel_close(m_channel);
        }
        ssh_channel_free(m_channel);
    }
}

tl::expected<ShellEnd, ConnectFailure> SshShell::run()
{
    auto problem = start();
    while (!problem && !isOver() && !m_declined) {
        problem = pump();
    }
    if (problem) {
        return tl::unexpected(*problem);
    }
    m_declined = m_declined || m_launcher.sudoNeverAsked();
    if (!m_launcher.isReady() && !m_declined) {
        return tl::unexpected(failureOf(m_launcher.failureLayer(), m_launcher.failureDetail()));
    }
    return end();
}

std::optional<ConnectFailure> SshShell::start()
{
    m_channel = ssh_channel_new(m_link.session());
    if (m_channel == nullptr) {
        return failureOf(ConnectLayer::Internal, m_link.errorText());
    }
    ssh_add_channel_callbacks(m_channel, &m_exit->callbacks);
    const auto opened =
        m_link.finish(SSH_AGAIN, m_readyLimit, [this] { return ssh_channel_open_session(m_channel); });
    if (opened != SSH_OK) {
        return m_link.isConnected() && opened ? failureOf(ConnectLayer::Shell, m_link.errorText())
                                              : brokenLink();
    }
    m_isOpen = true;
    const QByteArray command = m_launcher.command();
    const auto ran = m_link.finish(SSH_AGAIN, m_readyLimit,
                                   [&] { return ssh_channel_request_exec(m_channel, command.constData()); });
    if (ran != SSH_OK) {
        return m_link.isConnected() && ran ? failureOf(ConnectLayer::Shell, m_link.errorText())
                                           : brokenLink();
    }
    return std::nullopt;
}

// One round: what can be read and written now, then the wait for more.
std::optional<ConnectFailure> SshShell::pump()
{
    // Any call may read packets that another one has to see: the socket is empty then, and nobody would wake
    // us.
    const quint64 packets = m_link.packetsReceived();
    // Of a channel whose other end will say no more libssh reads nothing: what else comes, the hang-up above
    // all, would lie on the socket and keep poll() from waiting.
    if (ssh_channel_is_eof(m_channel) != 0) {
        m_link.process();
    }
    const bool mayRead = m_link.control().mayDeliver();
    bool moved = mayRead && readOutput();
    moved = readErrors() || moved;
    if (m_passwordWanted) {
        return sendSudoPassword();
    }
    moved = writeInput() || moved;
    if (isOver()) {
        return std::nullopt;
    }
    if (!m_link.isConnected()) {
        return brokenLink();
    }
    if (!m_launcher.isReady() && (m_readyLimit.hasExpired() || m_launcher.saysTooMuch())) {
        return failureOf(m_launcher.failureLayer(), m_launcher.failureDetail());
    }
    if (!mayRead) {
        m_pulse.pause();
    } else if (!m_pulse.beat()) {
        return brokenLink();
    }
    if (m_pulse.hasCarried()) {
        m_events.inputCarried();
    }
    if (moved || m_link.packetsReceived() != packets) {
        return m_link.control().isCancelled() ? std::optional(brokenLink()) : std::nullopt;
    }
    const QDeadlineTimer limit = m_launcher.isReady() ? m_pulse.next() : qMin(m_readyLimit, m_pulse.next());
    const auto watch = mayRead ? SshLink::Watch::ReadAndWrite : SshLink::Watch::WriteOnly;
    return m_link.wait(limit, watch) == SshLink::Wake::Cancelled ? std::optional(brokenLink()) : std::nullopt;
}

bool SshShell::readOutput()
{
    QByteArray bytes(Portion, Qt::Uninitialized);
    const int got = ssh_channel_read_nonblocking(m_channel, bytes.data(), Portion, 0);
    if (got <= 0) {
        return false;
    }
    bytes.truncate(got);
    if (!m_launcher.isReady() && m_launcher.takeOutput(bytes) == ShellLauncher::Event::Ready) {
        m_events.started(m_launcher.privilege());
    }
    if (!bytes.isEmpty()) {
        m_link.control().delivered(bytes.size());
        m_events.output(bytes);
    }
    return true;
}

bool SshShell::readErrors()
{
    QByteArray bytes(Portion, Qt::Uninitialized);
    const int got = ssh_channel_read_nonblocking(m_channel, bytes.data(), Portion, 1);
    if (got <= 0) {
        return false;
    }
    bytes.truncate(got);
    if (!m_launcher.isReady()) {
        m_passwordWanted = m_launcher.takeErrors(bytes) == ShellLauncher::Event::PasswordWanted;
    } else {
        m_errors += bytes.left(KeptErrors - m_errors.size());
    }
    return true;
}

bool SshShell::writeInput()
{
    // Nothing of the script may reach sudo, a menu or whatever else answers before the shell does.
    if (!m_launcher.isReady() || m_inputEnded) {
        return false;
    }
    const qsizetype window = ssh_channel_window_size(m_channel);
    if (m_input.isEmpty() && window > 0) {
        m_input = m_link.control().takeInput(qMin<qsizetype>(Portion, window));
    }
    if (m_input.isEmpty()) {
        if (m_link.control().isInputClosed()) {
            ssh_channel_send_eof(m_channel);
            m_inputEnded = true;
        }
        return false;
    }
    const int sent = ssh_channel_write(m_channel, m_input.constData(), static_cast<uint32_t>(m_input.size()));
    if (sent <= 0) {
        return false;
    }
    m_input.remove(0, sent);
    return true;
}

std::optional<ConnectFailure> SshShell::sendSudoPassword()
{
    m_passwordWanted = false;
    const auto password = m_events.askSudoPassword(++m_passwordAttempts);
    if (m_link.control().isCancelled()) {
        return brokenLink();
    }
    if (!password) {
        m_declined = true;
        return std::nullopt;
    }
    Secret line(password->reveal() + '\n');
    const QByteArray &bytes = line.reveal();
    const int sent = ssh_channel_write(m_channel, bytes.constData(), static_cast<uint32_t>(bytes.size()));
    m_readyLimit.setRemainingTime(ReadyMilliseconds);
    m_pulse.pause();
    return sent == bytes.size() ? std::nullopt : std::optional(brokenLink());
}

bool SshShell::isOver() const
{
    // The exit status comes before the close; what was printed may still wait to be read.
    return ssh_channel_is_closed(m_channel) != 0 && m_link.isConnected()
        && ssh_channel_poll(m_channel, 0) <= 0 && ssh_channel_poll(m_channel, 1) <= 0;
}

ConnectFailure SshShell::brokenLink() const
{
    const bool cancelled = m_link.control().isCancelled();
    return failureOf(cancelled ? ConnectLayer::Cancelled : ConnectLayer::LinkLost,
                     m_link.isConnected() ? QStringLiteral("no answer") : m_link.errorText());
}

ShellEnd SshShell::end() const
{
    ShellEnd end;
    end.exitCode = m_exit->code;
    end.signal = m_exit->signal;
    end.errorOutput = m_errors;
    // sshd always tells how a program ended; a channel that closes without a word went down with something.
    end.linkLost = end.exitCode < 0 && end.signal.isEmpty();
    return end;
}

} // namespace gordian
