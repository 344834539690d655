// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The machine that Gordian runs on, reached without SSH: the same launcher through a local sh. Lives on its
// owner's thread, which never waits.

#include "transport/shelllauncher.h"
#include "transport/transport.h"

#include <QTimer>

#include <memory>

class QProcess;
class QSocketNotifier;

namespace gordian {

class LocalTransport : public Transport {
    Q_OBJECT

public:
    explicit LocalTransport(Node node, QObject *parent = nullptr);
    ~LocalTransport() override;

    void open() override;
    void startShell(ShellRights rights) override;
    void write(const QByteArray &bytes) override;
    void closeInput() override;
    void close() override;
    void acceptHostKey() override { }
    void rejectHostKey() override { }
    void answerSecret(quint64 number, const QVector<Secret> &answers) override;
    void declineSecret(quint64 number) override;
    void setReadingPaused(bool paused) override;

private:
    void launch(ShellRights rights);
    void readOutput();
    void readErrors();
    void flushInput();
    void askPassword();
    void finishIfOver();
    void fail(ConnectLayer layer, const QString &detail);
    void dropShell();

    Node m_node;
    std::unique_ptr<ShellLauncher> m_launcher;
    QProcess *m_process = nullptr;
    std::unique_ptr<QSocketNotifier>
        m_reader; ///< of standard output: a pipe of ours, left unread while paused
    QTimer m_readyLimit;
    QByteArray m_input;
    QByteArray m_errors;
    quint64 m_question = 0;
    int m_attempts = 0;
    int m_output = -1;
    bool m_inputClosed = false;
    bool m_paused = false;
    bool m_exited = false;
    bool m_opened = false;
};

} // namespace gordian
