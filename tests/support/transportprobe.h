// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Watches one Transport and answers its questions, so that a test reads as a story. One thread.

#include "transport/transport.h"

#include <QVector>

#include <memory>
#include <optional>

class TransportProbe : public QObject {
    Q_OBJECT

public:
    explicit TransportProbe(std::unique_ptr<gordian::Transport> transport);

    gordian::Transport &transport() { return *m_transport; }
    void destroy() { m_transport.reset(); }
    bool openAndWait(int milliseconds = 20000);
    /// Starts a shell, has it run `script`, waits for its end.
    bool runScript(const QByteArray &script, gordian::ShellRights rights = gordian::ShellRights::Account,
                   int milliseconds = 20000);

    /// The failure in one line, for a test's message.
    QByteArray why() const;

    /// Answers, in order, to secretNeeded(); a declined one when there is none left.
    QVector<QVector<QByteArray>> answers;
    bool acceptHostKeys = false;
    bool leaveQuestions = false; ///< answer nothing

    std::optional<gordian::ConnectionInfo> opened;
    std::optional<gordian::ConnectFailure> failure;
    std::optional<gordian::ShellEnd> ended;
    std::optional<gordian::Privilege> rights;
    QVector<gordian::SecretRequest> questions;
    QVector<gordian::HostKeyOffer> offers;
    QVector<gordian::ConnectState> states;
    QByteArray output;
    int closedCount = 0;

private:
    void onSecret(const gordian::SecretRequest &request);
    std::unique_ptr<gordian::Transport> m_transport;
};
