// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/localtransport.h"

#include "transport/sshconfig.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace gordian {

namespace {

constexpr qsizetype Portion = 64 * 1024;
constexpr qsizetype KeptErrors = 4096;
constexpr int ReadyMilliseconds = 30 * 1000;

} // namespace

LocalTransport::LocalTransport(Node node, QObject *parent) : Transport(parent), m_node(std::move(node))
{
    qRegisterMetaType<ConnectState>();
    m_readyLimit.setSingleShot(true);
    m_readyLimit.setInterval(ReadyMilliseconds);
    connect(&m_readyLimit, &QTimer::timeout, this,
            [this] { fail(m_launcher->failureLayer(), m_launcher->failureDetail()); });
}

LocalTransport::~LocalTransport()
{
    dropShell();
}

void LocalTransport::open()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_opened = true;
            emit stateChanged(ConnectState::Opened, m_node.endpoint);
            emit opened(ConnectionInfo());
        },
        Qt::QueuedConnection);
}

void LocalTransport::startShell(ShellRights rights)
{
    if (m_opened && m_process == nullptr) {
        m_attempts = 0;
        launch(rights);
    }
}

void LocalTransport::launch(ShellRights rights)
{
    std::array<int, 2> pipe = {-1, -1};
    if (pipe2(pipe.data(), O_CLOEXEC) != 0) {
        fail(ConnectLayer::Internal, QString::fromLocal8Bit(std::strerror(errno)));
        return;
    }
    fcntl(pipe[0], F_SETFL, O_NONBLOCK);
    m_launcher = std::make_unique<ShellLauncher>(rights);
    m_exited = false;
    m_errors.clear();
    m_output = pipe[0];
    // QProcess would read all there is into memory; from a pipe of ours nothing is taken while reading is
    // paused. A session of its own lets the shell and all its probes be ended together.
    m_process = new QProcess;
    m_process->setProcessChannelMode(QProcess::ForwardedOutputChannel);
    m_process->setChildProcessModifier([end = pipe[1]] {
        ::setsid();
        ::dup2(end, STDOUT_FILENO);
    });
    m_reader = std::make_unique<QSocketNotifier>(m_output, QSocketNotifier::Read);
    m_reader->setEnabled(!m_paused);
    connect(m_reader.get(), &QSocketNotifier::activated, this, &LocalTransport::readOutput);
    connect(m_process, &QProcess::readyReadStandardError, this, &LocalTransport::readErrors);
    connect(m_process, &QProcess::finished, this, [this] {
        m_exited = true;
        readErrors();
        readOutput();
        finishIfOver();
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            fail(ConnectLayer::Shell, m_process->errorString());
        }
    });
    m_readyLimit.start();
    m_process->start(QStringLiteral("/bin/sh"),
                     {QStringLiteral("-c"), QString::fromLatin1(m_launcher->script())});
    ::close(pipe[1]);
}

void LocalTransport::readOutput()
{
    QByteArray bytes(Portion, Qt::Uninitialized);
    const auto got =
        m_output < 0 || m_paused ? -1 : ::read(m_output, bytes.data(), static_cast<size_t>(bytes.size()));
    if (got > 0) {
        bytes.truncate(got);
        if (!m_launcher->isReady() && m_launcher->takeOutput(bytes) == ShellLauncher::Event::Ready) {
            m_readyLimit.stop();
            emit stateChanged(ConnectState::Running, m_node.endpoint);
            emit shellStarted(m_launcher->privilege());
            flushInput();
        }
        if (!bytes.isEmpty()) {
            emit output(bytes);
        }
    } else if (got == 0 && m_output >= 0) {
        m_reader.reset();
        ::close(std::exchange(m_output, -1));
        finishIfOver();
    }
}

void LocalTransport::readErrors()
{
    if (m_process == nullptr) {
        return;
    }
    const QByteArray bytes = m_process->readAllStandardError();
    if (m_launcher->isReady()) {
        m_errors += bytes.left(KeptErrors - m_errors.size());
    } else if (!bytes.isEmpty() && m_launcher->takeErrors(bytes) == ShellLauncher::Event::PasswordWanted) {
        askPassword();
    }
}

void LocalTransport::askPassword()
{
    m_readyLimit.stop();
    SecretRequest request;
    request.node = m_node.id;
    request.hop = m_node.endpoint;
    request.kind = SecretKind::SudoPassword;
    request.identity = localAccount() + QStringLiteral("@localhost");
    request.prompts = {SecretPrompt()};
    request.attempt = ++m_attempts;
    request.number = ++m_question;
    emit secretNeeded(request);
}

void LocalTransport::answerSecret(quint64 number, const QVector<Secret> &answers)
{
    if (m_process != nullptr && number == m_question && !m_launcher->isReady() && !answers.isEmpty()) {
        const Secret line(answers.first().reveal() + '\n');
        m_process->write(line.reveal());
        m_readyLimit.start();
    }
}

void LocalTransport::declineSecret(quint64 number)
{
    if (m_process != nullptr && number == m_question && !m_launcher->isReady()) {
        const QByteArray input = m_input;
        const bool closed = m_inputClosed;
        dropShell();
        m_input = input;
        m_inputClosed = closed;
        launch(ShellRights::Account);
    }
}

void LocalTransport::write(const QByteArray &bytes)
{
    m_input += bytes;
    flushInput();
}

void LocalTransport::closeInput()
{
    m_inputClosed = true;
    flushInput();
}

void LocalTransport::flushInput()
{
    // Nothing of the script may reach sudo while it reads a password.
    if (m_process == nullptr || !m_launcher->isReady()) {
        return;
    }
    if (!m_input.isEmpty()) {
        m_process->write(std::exchange(m_input, {}));
    }
    if (m_inputClosed) {
        m_process->closeWriteChannel();
    }
}

void LocalTransport::setReadingPaused(bool paused)
{
    m_paused = paused;
    if (m_reader) {
        m_reader->setEnabled(!paused);
    }
}

void LocalTransport::finishIfOver()
{
    if (!m_exited || m_process == nullptr || m_output >= 0) {
        return;
    }
    if (!m_launcher->isReady()) {
        fail(m_launcher->failureLayer(), m_launcher->failureDetail());
        return;
    }
    ShellEnd end;
    const bool crashed = m_process->exitStatus() == QProcess::CrashExit;
    end.exitCode = crashed ? -1 : m_process->exitCode();
    end.signal = crashed ? QString::fromLatin1(sigabbrev_np(m_process->exitCode())) : QString();
    end.errorOutput = m_errors;
    dropShell();
    emit stateChanged(ConnectState::Opened, m_node.endpoint);
    emit shellEnded(end);
}

void LocalTransport::fail(ConnectLayer layer, const QString &detail)
{
    ConnectFailure failure;
    failure.layer = layer;
    failure.hop = m_node.endpoint;
    failure.detail = detail;
    dropShell();
    m_opened = false;
    emit stateChanged(ConnectState::Failed, m_node.endpoint);
    emit failed(failure);
}

void LocalTransport::close()
{
    dropShell();
    m_opened = false;
    emit stateChanged(ConnectState::Closed, m_node.endpoint);
    emit closed();
}

// The process is left to end by itself: one that runs as root may not be killed, and waiting for it would
// block.
void LocalTransport::dropShell()
{
    m_readyLimit.stop();
    m_reader.reset();
    if (m_output >= 0) {
        ::close(std::exchange(m_output, -1));
    }
    m_input.clear();
    m_inputClosed = false;
    QProcess *process = std::exchange(m_process, nullptr);
    if (process == nullptr) {
        return;
    }
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->closeWriteChannel();
    if (process->processId() > 0) {
        ::kill(-static_cast<pid_t>(process->processId()), SIGKILL);
    }
}

} // namespace gordian
