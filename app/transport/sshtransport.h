// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A node over SSH. Lives on its owner's thread; every wait and every libssh call happens on a worker's, which
// outlives it by as long as it takes to notice the cancel, so that neither close() nor destroying ever waits.

#include "transport/transportfactory.h"

#include <QPointer>

namespace gordian {

class SshControl;
class SshWorker;

class SshTransport : public Transport {
    Q_OBJECT

public:
    SshTransport(Node node, SshSettings settings, QObject *parent = nullptr);
    ~SshTransport() override;

    void open() override;
    void startShell(ShellRights rights) override;
    void write(const QByteArray &bytes) override;
    void closeInput() override;
    void close() override;
    void acceptHostKey() override;
    void rejectHostKey() override;
    void answerSecret(quint64 number, const QVector<Secret> &answers) override;
    void declineSecret(quint64 number) override;
    void setReadingPaused(bool paused) override;

private:
    template <typename Signal, typename Own> void forward(Signal from, Own to);
    void connectWorker();
    void deliver(const QByteArray &bytes);
    void fail(const ConnectFailure &failure);
    void letGo();

    Node m_node;
    SshSettings m_settings;
    std::shared_ptr<SshControl> m_control;
    QPointer<SshWorker> m_worker;
};

} // namespace gordian
