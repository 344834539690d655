// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A small SSH server on 127.0.0.1, made with libssh's server side: the demo node and the tests stand on it.
// Owned by its maker and used from its maker's thread; every connection runs on a thread of its own.
// Destroying it ends all.

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QProcessEnvironment>
#include <QStringList>
#include <QVector>

#include <functional>
#include <memory>

namespace gordian {

class SshServer : public QObject {
    Q_OBJECT

public:
    /// What runs for an exec request: its standard streams become the channel's. `program` is looked up in
    /// PATH.
    struct Command {
        QString program;
        QStringList arguments;
        QProcessEnvironment environment;
    };
    /// Called on a connection's thread, also several at once: must be thread-safe. An empty program refuses
    /// the request.
    using ExecHandler = std::function<Command(const QString &command)>;

    struct KeyboardPrompt {
        QByteArray text;
        bool echo = false;
        QByteArray answer; ///< the only one accepted
    };
    /// What lets an account in. Methods without data are not offered.
    struct Account {
        QByteArray password; ///< empty: no password sign-in
        QVector<QByteArray> authorizedKeys; ///< "ssh-ed25519 AAAA...", comments allowed
        QVector<QVector<KeyboardPrompt>> keyboardRounds;
        int factors = 1; ///< how many different methods must succeed
    };
    struct Options {
        quint16 port = 0; ///< 0: any free one
        QHash<QString, Account> accounts; ///< by user name
        ExecHandler exec;
        QByteArray hostKeyPem; ///< empty: a fresh ed25519 key, never written to a disk
    };

    explicit SshServer(QObject *parent = nullptr);
    ~SshServer() override;

    /// Starts to accept on 127.0.0.1; the port.
    Result<quint16> listen(const Options &options);
    quint16 port() const;
    /// The line that makes this server known: "[127.0.0.1]:40022 ssh-ed25519 AAAA...".
    QByteArray knownHostsLine() const;
    int connectionCount() const;
    /// Ends every connection; goes on accepting.
    void dropConnections();

    /// Makes an ed25519 key pair: the private one at `path` (0600), its public line returned.
    static Result<QByteArray> generateKeyPair(const QString &path);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gordian
