// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/hostkeydesk.h"

#include <QSignalSpy>
#include <QtTest>

using namespace gordian;

namespace {

HostKeyOffer offer(const QString &node, const QString &host, const QString &key = QStringLiteral("SHA256:a"))
{
    HostKeyOffer made;
    made.node = node;
    made.hop.host = host;
    made.key = {QStringLiteral("ssh-ed25519"), key, key.toLatin1()};
    made.knownHostsFile = QStringLiteral("/known_hosts");
    return made;
}

QStringList nodesOf(const QSignalSpy &spy)
{
    QStringList nodes;
    for (const QList<QVariant> &call : spy) {
        nodes.append(call.first().toString());
    }
    return nodes;
}

} // namespace

class TestHostKeyDesk : public QObject {
    Q_OBJECT

private slots:
    void oneAnswerServesAllBehindTheSameJumpHost();
    void anotherKeyOfTheSameHopIsAskedFor();
    void anAcceptedKeyIsNotAskedForAgain();
    void aRejectedKeyIsAskedForAgain();
    void anotherKnownHostsFileIsAskedForAgain();
    void aNodeThatIsGoneIsNotAskedFor();
};

void TestHostKeyDesk::oneAnswerServesAllBehindTheSameJumpHost()
{
    HostKeyDesk desk;
    QSignalSpy accepted(&desk, &HostKeyDesk::accepted);
    desk.ask(offer(QStringLiteral("a"), QStringLiteral("jump")));
    desk.ask(offer(QStringLiteral("b"), QStringLiteral("jump")));
    desk.ask(offer(QStringLiteral("c"), QStringLiteral("other")));
    desk.accept({QStringLiteral("a")});
    QCOMPARE(nodesOf(accepted), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(desk.pending().size(), 1);
    QCOMPARE(desk.pending().first().node, QStringLiteral("c"));
}

void TestHostKeyDesk::anotherKeyOfTheSameHopIsAskedFor()
{
    HostKeyDesk desk;
    desk.ask(offer(QStringLiteral("a"), QStringLiteral("jump")));
    desk.ask(offer(QStringLiteral("b"), QStringLiteral("jump"), QStringLiteral("SHA256:b")));
    desk.accept({QStringLiteral("a")});
    QCOMPARE(desk.pending().size(), 1);
    QCOMPARE(desk.pending().first().node, QStringLiteral("b"));
}

void TestHostKeyDesk::anAcceptedKeyIsNotAskedForAgain()
{
    HostKeyDesk desk;
    QSignalSpy accepted(&desk, &HostKeyDesk::accepted);
    desk.ask(offer(QStringLiteral("a"), QStringLiteral("jump")));
    desk.accept({QStringLiteral("a")});
    desk.ask(offer(QStringLiteral("b"), QStringLiteral("jump")));
    QCOMPARE(nodesOf(accepted), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(desk.pending().isEmpty());
}

void TestHostKeyDesk::aRejectedKeyIsAskedForAgain()
{
    HostKeyDesk desk;
    QSignalSpy rejected(&desk, &HostKeyDesk::rejected);
    desk.ask(offer(QStringLiteral("a"), QStringLiteral("jump")));
    desk.reject({QStringLiteral("a")});
    QCOMPARE(nodesOf(rejected), QStringList{QStringLiteral("a")});
    desk.ask(offer(QStringLiteral("a"), QStringLiteral("jump")));
    QCOMPARE(desk.pending().size(), 1);
}

void TestHostKeyDesk::anotherKnownHostsFileIsAskedForAgain()
{
    HostKeyDesk desk;
    desk.ask(offer(QStringLiteral("a"), QStringLiteral("jump")));
    desk.accept({QStringLiteral("a")});
    HostKeyOffer elsewhere = offer(QStringLiteral("b"), QStringLiteral("jump"));
    elsewhere.knownHostsFile = QStringLiteral("/other");
    desk.ask(elsewhere);
    QCOMPARE(desk.pending().size(), 1);
}

void TestHostKeyDesk::aNodeThatIsGoneIsNotAskedFor()
{
    HostKeyDesk desk;
    desk.ask(offer(QStringLiteral("a"), QStringLiteral("jump")));
    QSignalSpy changed(&desk, &HostKeyDesk::pendingChanged);
    desk.forgetNode(QStringLiteral("b"));
    QCOMPARE(changed.size(), 0);
    desk.forgetNode(QStringLiteral("a"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(desk.pending().isEmpty());
}

QTEST_GUILESS_MAIN(TestHostKeyDesk)
#include "tst_hostkeydesk.moc"
