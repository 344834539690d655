// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "sshscene.h"

#include <QTest>

using namespace gordian;

class TestSignIn : public QObject {
    Q_OBJECT

private slots:
    void signsInWithAKeyFile_data();
    void signsInWithAKeyFile();
    void asksAPassphraseOnce();
    void asksAgainAfterAWrongPassphrase();
    void neverAsksForAKeyThatTheServerDoesNotWant();
    void signsInWithAUserCertificate_data();
    void signsInWithAUserCertificate();
    void signsInByTheAgent();
    void offersOnlyConfiguredAgentKeysWhenToldSo();
    void findsTheRightOneOfManyAgentKeys();
    void signsInWithTwoKeysWhenBothAreDemanded();
    void saysWhatWasTried();
};

void TestSignIn::signsInWithAKeyFile_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("an ed25519 key") << QStringLiteral("ed25519");
    QTest::newRow("an ecdsa key") << QStringLiteral("ecdsa");
    QTest::newRow("an rsa key") << QStringLiteral("rsa");
}

void TestSignIn::signsInWithAKeyFile()
{
    QFETCH(QString, type);
    SshScene scene;
    QVERIFY(scene.start());
    scene.settings.identityFiles = {scene.server.makeKey(QStringLiteral("key"), type)};
    const auto probe = scene.probe();
    QVERIFY2(probe->openAndWait(), probe->why() + scene.server.log().toUtf8());
    QCOMPARE(probe->opened->authMethod, QStringLiteral("publickey"));
    QVERIFY(probe->opened->serverBanner.startsWith(QLatin1String("SSH-2.0-")));
    QVERIFY(probe->opened->hostKeySha256.startsWith(QLatin1String("SHA256:")));
    QVERIFY(!probe->opened->cipher.isEmpty());
    QVERIFY(probe->questions.isEmpty());
    QVERIFY(probe->runScript("echo hello; exit 7\n"));
    QCOMPARE(probe->output, QByteArray("hello\n"));
    QCOMPARE(probe->ended->exitCode, 7);
}

void TestSignIn::asksAPassphraseOnce()
{
    SshScene scene;
    QVERIFY(scene.start());
    const QString key =
        scene.server.makeKey(QStringLiteral("locked"), QStringLiteral("ed25519"), QStringLiteral("open me"));
    scene.settings.identityFiles = {key};
    const auto probe = scene.probe();
    probe->answers = {{"open me"}};
    QVERIFY(probe->openAndWait());
    QCOMPARE(probe->questions.size(), 1);
    QCOMPARE(probe->questions.first().kind, SecretKind::KeyPassphrase);
    QCOMPARE(probe->questions.first().identity, key);
    QCOMPARE(probe->questions.first().attempt, 1);
}

void TestSignIn::asksAgainAfterAWrongPassphrase()
{
    SshScene scene;
    QVERIFY(scene.start());
    scene.settings.identityFiles = {
        scene.server.makeKey(QStringLiteral("locked"), QStringLiteral("rsa"), QStringLiteral("right"))};
    const auto probe = scene.probe();
    probe->answers = {{"wrong"}, {"right"}};
    QVERIFY(probe->openAndWait());
    QCOMPARE(probe->questions.size(), 2);
    QCOMPARE(probe->questions.last().attempt, 2);
}

void TestSignIn::neverAsksForAKeyThatTheServerDoesNotWant()
{
    SshScene scene;
    QVERIFY(scene.start());
    scene.settings.identityFiles = {scene.server.makeKey(QStringLiteral("foreign"), QStringLiteral("ed25519"),
                                                         QStringLiteral("secret"), false)};
    const auto probe = scene.probe();
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::Authentication);
    QVERIFY(probe->questions.isEmpty());
}

void TestSignIn::signsInWithAUserCertificate_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("passphrase");
    QTest::newRow("an ed25519 certificate") << QStringLiteral("ed25519") << QString();
    QTest::newRow("an ecdsa certificate") << QStringLiteral("ecdsa") << QString();
    QTest::newRow("an rsa certificate") << QStringLiteral("rsa") << QString();
    QTest::newRow("a certificate of a locked key") << QStringLiteral("ed25519") << QStringLiteral("open");
}

void TestSignIn::signsInWithAUserCertificate()
{
    QFETCH(QString, type);
    QFETCH(QString, passphrase);
    SshScene scene;
    const QString authority =
        scene.server.makeKey(QStringLiteral("ca"), QStringLiteral("ed25519"), {}, false);
    QVERIFY(scene.start({QStringLiteral("TrustedUserCAKeys ") + authority + QStringLiteral(".pub")}));
    const QString key = scene.server.makeKey(QStringLiteral("key"), type, passphrase, false);
    QVERIFY(!SshdFixture::run(QStringLiteral("ssh-keygen"),
                              {QStringLiteral("-q"), QStringLiteral("-s"), authority, QStringLiteral("-I"),
                               QStringLiteral("test"), QStringLiteral("-n"), SshdFixture::account(),
                               key + QStringLiteral(".pub")})
                 .isEmpty());
    scene.settings.identityFiles = {key};
    const auto probe = scene.probe();
    probe->answers = {{passphrase.toUtf8()}};
    QVERIFY2(probe->openAndWait(), probe->why() + scene.server.log().toUtf8());
    QCOMPARE(probe->opened->authMethod, QStringLiteral("certificate"));
    QCOMPARE(probe->questions.size(), passphrase.isEmpty() ? 0 : 1);
}

void TestSignIn::signsInByTheAgent()
{
    SshScene scene;
    QVERIFY(scene.start());
    AgentFixture agent(scene.server.folder());
    QVERIFY(agent.add(scene.server.makeKey(QStringLiteral("one"))));
    qputenv("SSH_AUTH_SOCK", agent.socket().toLocal8Bit());
    scene.settings.useAgent = true;
    const auto probe = scene.probe();
    QVERIFY2(probe->openAndWait(), probe->why() + scene.server.log().toUtf8());
    QCOMPARE(probe->opened->authMethod, QStringLiteral("agent"));
    QVERIFY(probe->runScript("echo by agent\n"));
    QCOMPARE(probe->output, QByteArray("by agent\n"));
}

void TestSignIn::offersOnlyConfiguredAgentKeysWhenToldSo()
{
    SshScene scene;
    QVERIFY(scene.start());
    AgentFixture agent(scene.server.folder());
    const QString unwanted = scene.server.makeKey(QStringLiteral("unwanted"));
    const QString wanted = scene.server.makeKey(QStringLiteral("wanted"));
    QVERIFY(agent.add(unwanted) && agent.add(wanted));
    QVERIFY(QFile::remove(wanted)); // only the public half stays: the agent must sign
    qputenv("SSH_AUTH_SOCK", agent.socket().toLocal8Bit());
    scene.settings.useAgent = true;
    scene.settings.identityFiles.clear();
    scene.settings.sshConfigFile = scene.server.path(QStringLiteral("config"));
    QVERIFY(scene.server.writeFile(QStringLiteral("config"),
                                   "IdentitiesOnly yes\nIdentityFile " + wanted.toUtf8() + ".pub\n"));
    const auto probe = scene.probe();
    QVERIFY2(probe->openAndWait(), probe->why() + scene.server.log().toUtf8());
    const QByteArray fingerprint = SshdFixture::run(
        QStringLiteral("ssh-keygen"), {QStringLiteral("-lf"), unwanted + QStringLiteral(".pub")});
    QVERIFY(!scene.server.log().contains(QString::fromLatin1(fingerprint.split(' ').value(1))));
}

void TestSignIn::findsTheRightOneOfManyAgentKeys()
{
    SshScene scene;
    QVERIFY(scene.start({QStringLiteral("MaxAuthTries 3")}));
    AgentFixture agent(scene.server.folder());
    for (int i = 0; i < 7; ++i) {
        QVERIFY(agent.add(
            scene.server.makeKey(QStringLiteral("foreign%1").arg(i), QStringLiteral("ed25519"), {}, false)));
    }
    QVERIFY(agent.add(scene.server.makeKey(QStringLiteral("right"))));
    qputenv("SSH_AUTH_SOCK", agent.socket().toLocal8Bit());
    scene.settings.useAgent = true;
    const auto probe = scene.probe();
    QVERIFY2(probe->openAndWait(), probe->why() + scene.server.log().toUtf8());
    QCOMPARE(probe->opened->authMethod, QStringLiteral("agent"));
}

void TestSignIn::signsInWithTwoKeysWhenBothAreDemanded()
{
    SshScene scene;
    QVERIFY(scene.start({QStringLiteral("AuthenticationMethods publickey,publickey")}));
    scene.settings.identityFiles = {scene.server.makeKey(QStringLiteral("first")),
                                    scene.server.makeKey(QStringLiteral("second"))};
    const auto probe = scene.probe();
    QVERIFY2(probe->openAndWait(), probe->why() + scene.server.log().toUtf8());
}

void TestSignIn::saysWhatWasTried()
{
    SshScene scene;
    QVERIFY(scene.start());
    const QString key = scene.server.makeKey(QStringLiteral("foreign"), QStringLiteral("ed25519"), {}, false);
    scene.settings.identityFiles = {key};
    const auto probe = scene.probe();
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::Authentication);
    QCOMPARE(probe->failure->methods, QStringList{QStringLiteral("publickey")});
    QCOMPARE(probe->failure->tried, QStringList{QStringLiteral("key ") + key});
    QCOMPARE(probe->failure->hop, scene.node().endpoint);
    QCOMPARE(probe->states.last(), ConnectState::Failed);
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
