// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "sshscene.h"

#include <QTest>

using namespace gordian;

class TestHostKeys : public QObject {
    Q_OBJECT

private slots:
    void init();
    void asksForAnUnknownKeyAndRemembersIt();
    void endsWhenAnUnknownKeyIsRejected();
    void holdsNoConnectionWhileItAsks();
    void stopsAtAChangedKey();
    void refusesAMarkedKey_data();
    void refusesAMarkedKey();
    void acceptsAHashedEntry();
    void asksForTheKindOfKeyThatIsKnown();
    void refusesWhatItCannotRemember();

private:
    bool known(const QByteArray &text)
    {
        return m_scene->server.writeFile(QStringLiteral("known_hosts"), text);
    }
    QByteArray knownNow();
    std::unique_ptr<SshScene> m_scene;
};

void TestHostKeys::init()
{
    m_scene = std::make_unique<SshScene>();
    QVERIFY(m_scene->server.start());
    m_scene->settings.identityFiles = QStringList{m_scene->server.makeKey(QStringLiteral("key"))};
}

QByteArray TestHostKeys::knownNow()
{
    QFile file(m_scene->settings.knownHostsFile);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestHostKeys::asksForAnUnknownKeyAndRemembersIt()
{
    auto probe = m_scene->probe();
    probe->acceptHostKeys = true;
    QVERIFY2(probe->openAndWait(), probe->why());
    QCOMPARE(probe->offers.size(), 1);
    QCOMPARE(probe->offers.first().key.type, QStringLiteral("ssh-ed25519"));
    QCOMPARE(probe->offers.first().hop, m_scene->node().endpoint);
    QCOMPARE(probe->offers.first().knownHostsFile, m_scene->settings.knownHostsFile);
    QCOMPARE(knownNow(), m_scene->server.knownHostsLine());
    probe = m_scene->probe();
    QVERIFY2(probe->openAndWait(), probe->why());
    QVERIFY(probe->offers.isEmpty());
}

void TestHostKeys::endsWhenAnUnknownKeyIsRejected()
{
    const auto probe = m_scene->probe();
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::HostKeyUnknown);
    QCOMPARE(probe->failure->offered, probe->offers.first().key);
    QVERIFY(knownNow().isEmpty());
}

// Servers hang up on those who have not signed in after a while, and count them.
void TestHostKeys::holdsNoConnectionWhileItAsks()
{
    const auto probe = m_scene->probe();
    probe->leaveQuestions = true;
    probe->transport().open();
    QTRY_COMPARE(probe->offers.size(), 1);
    QTRY_VERIFY(m_scene->server.log().contains(QLatin1String("Connection closed"))
                || m_scene->server.log().contains(QLatin1String("disconnect")));
    probe->transport().acceptHostKey();
    QTRY_VERIFY(probe->opened.has_value());
}

void TestHostKeys::stopsAtAChangedKey()
{
    m_scene->server.makeKey(QStringLiteral("other"), QStringLiteral("ed25519"), {}, false);
    const QByteArray other = m_scene->server.publicLine(m_scene->server.path(QStringLiteral("other")));
    QVERIFY(
        known("# the lab\n[127.0.0.1]:" + QByteArray::number(m_scene->server.port()) + ' ' + other + '\n'));
    const auto probe = m_scene->probe();
    probe->acceptHostKeys = true;
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::HostKeyChanged);
    QCOMPARE(probe->failure->knownHostsLine, 2);
    QCOMPARE(probe->failure->knownHostsFile, m_scene->settings.knownHostsFile);
    QCOMPARE(probe->failure->known.blob.toBase64(), other.split(' ').at(1));
    QVERIFY(probe->failure->offered.sha256 != probe->failure->known.sha256);
    QVERIFY(probe->offers.isEmpty());
}

void TestHostKeys::refusesAMarkedKey_data()
{
    QTest::addColumn<QByteArray>("marker");
    QTest::newRow("a revoked key") << QByteArray("@revoked");
    QTest::newRow("a certificate authority for hosts") << QByteArray("@cert-authority");
}

void TestHostKeys::refusesAMarkedKey()
{
    QFETCH(QByteArray, marker);
    QVERIFY(known(marker + ' ' + m_scene->server.knownHostsLine()));
    const auto probe = m_scene->probe();
    probe->acceptHostKeys = true;
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::HostKeyRevoked);
    QCOMPARE(probe->failure->detail, QString::fromLatin1(marker));
    QCOMPARE(probe->failure->knownHostsLine, 1);
    QVERIFY(probe->offers.isEmpty());
}

void TestHostKeys::acceptsAHashedEntry()
{
    QVERIFY(known(m_scene->server.knownHostsLine()));
    SshdFixture::run(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-H"), QStringLiteral("-f"), m_scene->settings.knownHostsFile});
    QVERIFY(knownNow().startsWith("|1|"));
    const auto probe = m_scene->probe();
    QVERIFY2(probe->openAndWait(), probe->why());
    QVERIFY(probe->offers.isEmpty());
}

void TestHostKeys::asksForTheKindOfKeyThatIsKnown()
{
    for (const QString &type : {QStringLiteral("rsa"), QStringLiteral("ecdsa"), QStringLiteral("ed25519")}) {
        QVERIFY(m_scene->server.start(
            {}, {QStringLiteral("ed25519"), QStringLiteral("ecdsa"), QStringLiteral("rsa")}));
        QVERIFY(known(m_scene->server.knownHostsLine(type)));
        const auto probe = m_scene->probe();
        QVERIFY2(probe->openAndWait(), probe->why());
        QVERIFY(probe->offers.isEmpty());
    }
}

void TestHostKeys::refusesWhatItCannotRemember()
{
    m_scene->settings.knownHostsFile = QStringLiteral("/proc/none/known_hosts");
    const auto probe = m_scene->probe();
    probe->acceptHostKeys = true;
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::HostKeyUnknown);
    QVERIFY(!probe->failure->detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestHostKeys)
#include "tst_hostkeys.moc"
