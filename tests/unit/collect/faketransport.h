// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Transport that a test plays by hand, and the factory that hands it out. Owned by the collector under
// test.

#include "transport/transportfactory.h"

#include <QHash>
#include <QPointer>

namespace gordian {

class FakeTransport : public Transport {
    Q_OBJECT

public:
    void open() override { opened_ = true; }
    void startShell(ShellRights rights) override { askedRights = rights; }
    void write(const QByteArray &bytes) override { written += bytes; }
    void closeInput() override { inputClosed = true; }
    void close() override { wasClosed = true; }
    void acceptHostKey() override { ++accepted; }
    void rejectHostKey() override { ++rejected; }
    void answerSecret(quint64 number, const QVector<Secret> &) override { answeredNumbers.append(number); }
    void declineSecret(quint64 number) override { declinedNumbers.append(number); }
    void setReadingPaused(bool) override { }

    /// The nonce of the script that was written.
    QByteArray nonce() const { return written.mid(5, 32); }

    bool opened_ = false;
    bool inputClosed = false;
    bool wasClosed = false;
    int accepted = 0;
    int rejected = 0;
    ShellRights askedRights = ShellRights::Account;
    QByteArray written;
    QVector<quint64> answeredNumbers;
    QVector<quint64> declinedNumbers;
};

class FakeFactory : public TransportFactory {
public:
    std::unique_ptr<Transport> create(const Node &node) override
    {
        auto made = std::make_unique<FakeTransport>();
        transports.insert(node.id, made.get());
        return made;
    }
    Endpoint firstHop(const Node &node) const override
    {
        return everyonesJump.host.isEmpty() ? TransportFactory::firstHop(node) : everyonesJump;
    }
    FakeTransport *operator[](const QString &id) const { return transports.value(id); }

    QHash<QString, QPointer<FakeTransport>> transports;
    Endpoint everyonesJump; ///< as ssh config may name one
};

} // namespace gordian
