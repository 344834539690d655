// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A link with a round trip: passes TCP connections on, every byte later by half of it. Lives on a thread of
// its own (see LinkThread), so that programs waited for on the main thread get through.

#include <QElapsedTimer>
#include <QQueue>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <memory>

namespace gordian {

class DelayProxy : public QTcpServer {
    Q_OBJECT

public:
    DelayProxy(quint16 target, int oneWayMs) : m_target(target), m_oneWayMs(oneWayMs)
    {
        m_clock.start();
        connect(this, &QTcpServer::newConnection, this, &DelayProxy::accept);
    }

private:
    void accept()
    {
        while (QTcpSocket *client = nextPendingConnection()) {
            auto *server = new QTcpSocket(client);
            client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            server->connectToHost(QStringLiteral("127.0.0.1"), m_target);
            server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            pass(client, server);
            pass(server, client);
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    }

    // One queue a direction: what came first leaves first, whatever the timers do.
    struct Pipe {
        QQueue<QPair<qint64, QByteArray>> waiting;
        bool ended = false;
    };

    void pass(QTcpSocket *from, QTcpSocket *to)
    {
        const auto pipe = std::make_shared<Pipe>();
        const auto forward = [this, pipe, to] {
            while (!pipe->waiting.isEmpty() && pipe->waiting.head().first <= m_clock.elapsed()) {
                to->write(pipe->waiting.dequeue().second);
            }
            if (pipe->ended && pipe->waiting.isEmpty()) {
                to->disconnectFromHost();
            }
        };
        connect(from, &QTcpSocket::readyRead, to, [this, from, to, pipe, forward] {
            pipe->waiting.enqueue({m_clock.elapsed() + m_oneWayMs, from->readAll()});
            QTimer::singleShot(m_oneWayMs + 1, Qt::PreciseTimer, to, forward);
        });
        connect(from, &QTcpSocket::disconnected, to, [this, to, pipe, forward] {
            pipe->ended = true;
            QTimer::singleShot(m_oneWayMs + 1, Qt::PreciseTimer, to, forward);
        });
    }

    QElapsedTimer m_clock;
    quint16 m_target = 0;
    int m_oneWayMs = 0;
};

/// Runs a DelayProxy; destroying it ends the proxy.
class LinkThread : public QThread {
    Q_OBJECT

public:
    LinkThread(quint16 target, int roundTripMs) : m_target(target), m_roundTripMs(roundTripMs) { }
    ~LinkThread() override
    {
        quit();
        wait();
    }

signals:
    void listening(quint16 port);

private:
    void run() override
    {
        DelayProxy proxy(m_target, m_roundTripMs / 2);
        proxy.listen(QHostAddress::LocalHost);
        emit listening(proxy.serverPort());
        exec();
    }

    quint16 m_target = 0;
    int m_roundTripMs = 0;
};

} // namespace gordian
