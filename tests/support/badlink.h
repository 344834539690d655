// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A link that is bad in one way: passes TCP connections on to a port of 127.0.0.1, slowly, late, or only
// until so many bytes have come back. Runs in the event loop of whoever made it.

#include <QElapsedTimer>
#include <QQueue>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <utility>

#include <sys/socket.h>

class BadLink : public QTcpServer {
public:
    struct Fault {
        int bytesPerSecond = 0; ///< each way; 0: as fast as it goes
        int oneWayMs = 0;
        qint64 cutAfter = 0; ///< bytes from the far end; 0: never
        qint64 stallAfter = 0; ///< the same: nothing passes any more, either way, and nobody hangs up
    };

    BadLink(quint16 target, Fault fault) : m_target(target), m_fault(fault)
    {
        listen(QHostAddress::LocalHost);
        if (fault.bytesPerSecond > 0) {
            // Bytes must wait where they would on a slow cable: with their sender. Inherited by connections.
            const int little = 2048;
            ::setsockopt(static_cast<int>(socketDescriptor()), SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
        }
        m_clock.start();
        connect(this, &QTcpServer::newConnection, this, &BadLink::accept);
    }
    quint16 port() const { return serverPort(); }
    bool hasFailed() const { return m_failed; }

private:
    struct Pipe {
        QTcpSocket *from;
        QTcpSocket *to;
        bool isBack; ///< from the far end
        QQueue<std::pair<qint64, QByteArray>> waiting;
    };
    static constexpr int TickMs = 50;

    void accept()
    {
        while (QTcpSocket *client = nextPendingConnection()) {
            auto *server = new QTcpSocket(client);
            server->connectToHost(QStringLiteral("127.0.0.1"), m_target);
            client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            pass(client, server, false);
            pass(server, client, true);
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    }

    void pass(QTcpSocket *from, QTcpSocket *to, bool isBack)
    {
        const auto pipe = std::make_shared<Pipe>(Pipe{from, to, isBack, {}});
        if (m_fault.bytesPerSecond > 0) {
            from->setReadBufferSize(qMax(64, m_fault.bytesPerSecond * TickMs / 1000));
        }
        auto *tick = new QTimer(from);
        connect(tick, &QTimer::timeout, to, [this, pipe] { move(*pipe); });
        tick->start(m_fault.bytesPerSecond > 0 || m_fault.oneWayMs > 0 ? TickMs : 1);
        connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
    }

    void move(Pipe &pipe)
    {
        if (m_stalled) {
            return;
        }
        const qint64 most =
            m_fault.bytesPerSecond > 0 ? m_fault.bytesPerSecond * TickMs / 1000 : pipe.from->bytesAvailable();
        const QByteArray bytes = pipe.from->read(most);
        if (!bytes.isEmpty()) {
            pipe.waiting.enqueue({m_clock.elapsed() + m_fault.oneWayMs, bytes});
        }
        while (!pipe.waiting.isEmpty() && pipe.waiting.head().first <= m_clock.elapsed()) {
            const QByteArray next = pipe.waiting.dequeue().second;
            m_back += pipe.isBack ? next.size() : 0;
            pipe.to->write(next);
        }
        m_stalled = m_fault.stallAfter > 0 && m_back > m_fault.stallAfter;
        const bool cut = m_fault.cutAfter > 0 && m_back > m_fault.cutAfter;
        m_failed = m_failed || m_stalled || cut;
        if (cut) {
            m_back = 0;
            (pipe.isBack ? pipe.to : pipe.from)->abort();
        }
    }

    quint16 m_target = 0;
    Fault m_fault;
    QElapsedTimer m_clock;
    qint64 m_back = 0;
    bool m_stalled = false;
    bool m_failed = false;
};
