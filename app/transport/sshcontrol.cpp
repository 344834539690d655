// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshcontrol.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <utility>

namespace gordian {

namespace {
// What may lie between the worker and a slow owner: enough to keep a fast link busy, little enough for fifty
// nodes.
constexpr qint64 MostUnderway = 2 * 1024 * 1024;

int newEvent()
{
    return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
}

void raise(int event)
{
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(event, &one, sizeof one);
}
} // namespace

SshControl::SshControl() : m_wake(newEvent()), m_cancel(newEvent())
{
}

SshControl::~SshControl()
{
    ::close(m_wake);
    ::close(m_cancel);
}

void SshControl::wake() const
{
    raise(m_wake);
}

void SshControl::clearWake()
{
    quint64 count = 0;
    [[maybe_unused]] const auto got = ::read(m_wake, &count, sizeof count);
}

void SshControl::cancel()
{
    m_cancelled.store(true, std::memory_order_release);
    raise(m_cancel);
    wake();
}

void SshControl::startShell(ShellRights rights)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_shell = rights;
    }
    wake();
}

void SshControl::write(const QByteArray &bytes)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_input += bytes;
    }
    wake();
}

void SshControl::closeInput()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_inputClosed = true;
    }
    wake();
}

void SshControl::answerHostKey(bool accepted)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_hostKeyAnswer = accepted;
    }
    wake();
}

void SshControl::answerSecret(quint64 number, SecretAnswer answer)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_secretAnswer = std::make_pair(number, std::move(answer));
    }
    wake();
}

void SshControl::setReadingPaused(bool paused)
{
    m_paused.store(paused);
    wake();
}

void SshControl::consumed(qsizetype bytes)
{
    const qint64 before = m_underway.fetch_sub(bytes);
    if (before >= MostUnderway && before - bytes < MostUnderway) {
        wake();
    }
}

std::optional<ShellRights> SshControl::takeShell()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_shell, std::nullopt);
}

QByteArray SshControl::takeInput(qsizetype most)
{
    const std::scoped_lock lock(m_mutex);
    QByteArray taken = m_input.left(most);
    m_input.remove(0, taken.size());
    return taken;
}

bool SshControl::hasInput() const
{
    const std::scoped_lock lock(m_mutex);
    return !m_input.isEmpty();
}

bool SshControl::isInputClosed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_inputClosed && m_input.isEmpty();
}

void SshControl::clearInput()
{
    const std::scoped_lock lock(m_mutex);
    m_input.clear();
    m_inputClosed = false;
}

std::optional<bool> SshControl::takeHostKeyAnswer()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_hostKeyAnswer, std::nullopt);
}

void SshControl::forgetHostKeyAnswer()
{
    const std::scoped_lock lock(m_mutex);
    m_hostKeyAnswer.reset();
}

std::optional<SshControl::SecretAnswer> SshControl::takeSecretAnswer(quint64 number)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_secretAnswer || m_secretAnswer->first != number) {
        return std::nullopt;
    }
    auto answer = std::move(m_secretAnswer->second);
    m_secretAnswer.reset();
    return answer;
}

void SshControl::delivered(qsizetype bytes)
{
    m_underway.fetch_add(bytes);
}

bool SshControl::mayDeliver() const
{
    return !m_paused.load() && m_underway.load() < MostUnderway;
}

} // namespace gordian
