// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the owner's thread tells a connection's worker, and the credit that bounds what the worker may
// deliver. Shared by both; every function is safe from any thread. The wake descriptor turns readable
// whenever something was said, so that a worker waiting in poll() hears of a cancel at once.

#include "core/secret.h"
#include "transport/transport.h"

#include <QByteArray>
#include <QVector>

#include <atomic>
#include <mutex>
#include <optional>

namespace gordian {

class SshControl {
public:
    /// nullopt: declined.
    using SecretAnswer = std::optional<QVector<Secret>>;

    SshControl();
    ~SshControl();
    SshControl(const SshControl &) = delete;
    SshControl &operator=(const SshControl &) = delete;

    // The owner's side.
    void cancel();
    void startShell(ShellRights rights);
    void write(const QByteArray &bytes);
    void closeInput();
    void answerHostKey(bool accepted);
    void answerSecret(quint64 number, SecretAnswer answer);
    void setReadingPaused(bool paused);
    void consumed(qsizetype bytes);

    // The worker's side.
    int wakeDescriptor() const { return m_wake; }
    /// Readable from the cancel on, for helpers of the worker that wait on their own.
    int cancelDescriptor() const { return m_cancel; }
    void clearWake();
    bool isCancelled() const { return m_cancelled.load(std::memory_order_acquire); }
    std::optional<ShellRights> takeShell();
    /// At most `most` bytes of what is to be written.
    QByteArray takeInput(qsizetype most);
    bool hasInput() const;
    bool isInputClosed() const;
    void clearInput();
    std::optional<bool> takeHostKeyAnswer();
    std::optional<SecretAnswer> takeSecretAnswer(quint64 number);
    void forgetHostKeyAnswer();
    void delivered(qsizetype bytes);
    bool mayDeliver() const;

private:
    void wake() const;

    int m_wake = -1;
    int m_cancel = -1;
    std::atomic<bool> m_cancelled = false;
    std::atomic<bool> m_paused = false;
    std::atomic<qint64> m_underway = 0; ///< delivered by the worker, not yet seen by the owner
    mutable std::mutex m_mutex;
    std::optional<ShellRights> m_shell;
    QByteArray m_input;
    bool m_inputClosed = false;
    std::optional<bool> m_hostKeyAnswer;
    std::optional<std::pair<quint64, SecretAnswer>> m_secretAnswer;
};

} // namespace gordian
