// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A listener on 127.0.0.1 that is no SSH server: it says what it is told to, then nothing, or hangs up.

#include <QTcpServer>
#include <QTcpSocket>

class SilentPeer : public QTcpServer {
public:
    explicit SilentPeer(const QByteArray &greeting = {}, bool hangsUp = false)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, greeting, hangsUp] {
            QTcpSocket *peer = nextPendingConnection();
            ++m_open;
            connect(peer, &QTcpSocket::disconnected, this, [this] { --m_open; });
            connect(peer, &QTcpSocket::readyRead, peer, [peer] { peer->readAll(); });
            peer->write(greeting);
            if (hangsUp) {
                peer->disconnectFromHost();
            }
        });
    }
    quint16 port() const { return serverPort(); }
    int openConnections() const { return m_open; }

private:
    int m_open = 0;
};
