// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "silentpeer.h"
#include "sshscene.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gordian;

class TestConnectFailures : public QObject {
    Q_OBJECT

private slots:
    void aNameThatDoesNotExist();
    void aPortThatRefuses();
    void aPeerThatIsNoSshServer_data();
    void aPeerThatIsNoSshServer();
    void noCommonAlgorithm_data();
    void noCommonAlgorithm();
    void aConfigThatIsNotThere();
    void aConfigThatWantsACommandInBetween();
    void closingReturnsAtOnce_data();
    void closingReturnsAtOnce();
    void destroyingReturnsAtOnce();
    void aDeadPeerCostsItsOwnLimitOnly();
};

void TestConnectFailures::aNameThatDoesNotExist()
{
    SshScene scene;
    Node node;
    node.endpoint.host = QStringLiteral("does-not-exist.invalid");
    const auto probe = scene.probe(node);
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::Name);
    QVERIFY(!probe->failure->detail.isEmpty());
    QCOMPARE(probe->failure->hop.host, node.endpoint.host);
}

void TestConnectFailures::aPortThatRefuses()
{
    SshScene scene;
    quint16 port = 0;
    {
        SilentPeer gone;
        port = gone.port();
    }
    Node node;
    node.endpoint = {QStringLiteral("lab"), QStringLiteral("127.0.0.1"), port};
    const auto probe = scene.probe(node);
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::TcpRefused);
}

void TestConnectFailures::aPeerThatIsNoSshServer_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<bool>("hangsUp");
    QTest::addColumn<ConnectLayer>("layer");
    QTest::newRow("silence") << QByteArray() << false << ConnectLayer::Banner;
    QTest::newRow("hanging up at once") << QByteArray() << true << ConnectLayer::Banner;
    QTest::newRow("another protocol") << QByteArray("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
                                      << true << ConnectLayer::Banner;
    QTest::newRow("an endless line") << QByteArray(2000000, 'x') << false << ConnectLayer::Banner;
    QTest::newRow("noise") << QByteArray(100000, '\xff') << true << ConnectLayer::Banner;
    QTest::newRow("a banner and then silence")
        << QByteArray("SSH-2.0-Ghost\r\n") << false << ConnectLayer::KeyExchange;
    QTest::newRow("a banner and then noise")
        << QByteArray("SSH-2.0-Ghost\r\n") + QByteArray(100000, '\x7f') << false << ConnectLayer::KeyExchange;
    QTest::newRow("a banner with escapes")
        << QByteArray("SSH-2.0-\x1b[31m\xff\xfe<script>\r\n") << true << ConnectLayer::KeyExchange;
}

void TestConnectFailures::aPeerThatIsNoSshServer()
{
    QFETCH(QByteArray, greeting);
    QFETCH(bool, hangsUp);
    SilentPeer peer(greeting, hangsUp);
    SshScene scene;
    scene.settings.connectSeconds = 2;
    Node node;
    node.endpoint = {QStringLiteral("lab"), QStringLiteral("127.0.0.1"), peer.port()};
    const auto probe = scene.probe(node);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!probe->openAndWait());
    QVERIFY(timer.elapsed() < 6000);
    QTEST(probe->failure->layer, "layer");
}

void TestConnectFailures::noCommonAlgorithm_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("theirs");
    QTest::newRow("key exchange") << QStringLiteral("KexAlgorithms diffie-hellman-group14-sha1")
                                  << QStringLiteral("diffie-hellman-group14-sha1");
    QTest::newRow("cipher") << QStringLiteral("Ciphers aes192-cbc") << QStringLiteral("aes192-cbc");
    QTest::newRow("authentication code")
        << QStringLiteral("MACs hmac-md5\nCiphers aes128-ctr") << QStringLiteral("hmac-md5");
}

void TestConnectFailures::noCommonAlgorithm()
{
    QFETCH(QString, line);
    QFETCH(QString, theirs);
    SshScene scene;
    QVERIFY(scene.start({line}));
    const auto probe = scene.probe();
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::KeyExchange);
    QVERIFY2(probe->failure->theirs.contains(theirs), probe->why());
    QVERIFY(probe->failure->ours.size() > 1);
    QVERIFY(!probe->failure->ours.contains(theirs));
}

void TestConnectFailures::aConfigThatIsNotThere()
{
    SshScene scene;
    scene.settings.sshConfigFile = QStringLiteral("/nowhere/config");
    Node node;
    node.endpoint.host = QStringLiteral("cp1");
    const auto probe = scene.probe(node);
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::Config);
    QCOMPARE(probe->failure->detail, QStringLiteral("/nowhere/config"));
}

void TestConnectFailures::aConfigThatWantsACommandInBetween()
{
    SshScene scene;
    scene.settings.sshConfigFile = scene.server.path(QStringLiteral("config"));
    QVERIFY(scene.server.writeFile(QStringLiteral("config"),
                                   "ProxyCommand touch " + scene.server.folder().toUtf8() + "/ran\n"));
    Node node;
    node.endpoint.host = QStringLiteral("cp1");
    const auto probe = scene.probe(node);
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::Config);
    QVERIFY(probe->failure->detail.startsWith(QLatin1String("ProxyCommand")));
    QVERIFY(!QFile::exists(scene.server.path(QStringLiteral("ran"))));
}

void TestConnectFailures::closingReturnsAtOnce_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<ConnectState>("state");
    QTest::newRow("while the peer is silent") << QByteArray() << ConnectState::KeyExchange;
    QTest::newRow("while keys are exchanged") << QByteArray("SSH-2.0-Ghost\r\n") << ConnectState::KeyExchange;
    QTest::newRow("while the name is looked up") << QByteArray() << ConnectState::Resolving;
}

void TestConnectFailures::closingReturnsAtOnce()
{
    QFETCH(QByteArray, greeting);
    QFETCH(ConnectState, state);
    SilentPeer peer(greeting);
    SshScene scene;
    scene.settings.connectSeconds = 60;
    Node node;
    node.endpoint = {QStringLiteral("lab"), QStringLiteral("127.0.0.1"), peer.port()};
    const auto probe = scene.probe(node);
    probe->transport().open();
    QTRY_VERIFY(probe->states.contains(state));
    QElapsedTimer timer;
    timer.start();
    probe->transport().close();
    QVERIFY(timer.elapsed() < 200);
    QCOMPARE(probe->closedCount, 1);
    QCOMPARE(probe->states.last(), ConnectState::Closed);
    QTRY_COMPARE(peer.openConnections(), 0); // the worker has gone, too
    QVERIFY(!probe->failure.has_value());
}

void TestConnectFailures::destroyingReturnsAtOnce()
{
    SilentPeer peer;
    SshScene scene;
    scene.settings.connectSeconds = 60;
    Node node;
    node.endpoint = {QStringLiteral("lab"), QStringLiteral("127.0.0.1"), peer.port()};
    const auto probe = scene.probe(node);
    probe->transport().open();
    QTRY_VERIFY(probe->states.contains(ConnectState::KeyExchange));
    QElapsedTimer timer;
    timer.start();
    probe->destroy();
    QVERIFY(timer.elapsed() < 200);
    QTRY_COMPARE(peer.openConnections(), 0);
}

void TestConnectFailures::aDeadPeerCostsItsOwnLimitOnly()
{
    SilentPeer peer;
    SshScene scene;
    QVERIFY(scene.start());
    scene.settings.identityFiles = QStringList{scene.server.makeKey(QStringLiteral("key"))};
    scene.settings.connectSeconds = 5;
    Node dead;
    dead.endpoint = {QStringLiteral("lab"), QStringLiteral("127.0.0.1"), peer.port()};
    const auto silent = scene.probe(dead);
    silent->transport().open();
    const auto alive = scene.probe();
    QVERIFY(alive->openAndWait());
    QVERIFY(!silent->failure.has_value());
    QTRY_VERIFY_WITH_TIMEOUT(silent->failure.has_value(), 15000);
    QVERIFY(silent->failure->milliseconds >= 4900);
}

QTEST_GUILESS_MAIN(TestConnectFailures)
#include "tst_connectfailures.moc"
