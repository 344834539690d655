// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "sshscene.h"
#include "support/badlink.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <unistd.h>

using namespace gordian;

class TestShell : public QObject {
    Q_OBJECT

private slots:
    void init();
    void saysWithWhichRightsItRuns();
    void runsTheScriptThatComesOnItsInput();
    void staysOpenForMoreInput();
    void leavesNoPacketUntilTheNextOne();
    void tellsASignalFromAnExit();
    void tellsAKilledSession();
    void tellsASilentPeer();
    void aSlowLinkIsNoDeadOne();
    void stopsReadingWhilePaused();
    void boundsWhatASlowOwnerHolds();
    void closesInTheMiddleOfAScript();
    void explainsAnAccountWithoutAShell();
    void passesOverWhatAForcedCommandSays();
    void explainsAForcedCommand();
    void goesThroughTwoJumpHosts();
    void saysWhichHopFailed();

private:
    std::unique_ptr<TransportProbe> opened();
    std::unique_ptr<SshScene> m_scene;
};

void TestShell::init()
{
    m_scene = std::make_unique<SshScene>();
    QVERIFY(m_scene->start());
    m_scene->settings.identityFiles = QStringList{m_scene->server.makeKey(QStringLiteral("key"))};
}

std::unique_ptr<TransportProbe> TestShell::opened()
{
    auto probe = m_scene->probe();
    if (!probe->openAndWait()) {
        qWarning("%s", probe->why().constData());
    }
    return probe;
}

void TestShell::saysWithWhichRightsItRuns()
{
    const auto probe = opened();
    QVERIFY2(probe->runScript("id -u\n", ShellRights::SudoIfFree), probe->why());
    if (::getuid() == 0) {
        QCOMPARE(probe->rights, std::optional(Privilege::Root));
        QCOMPARE(probe->output, QByteArray("0\n"));
    }
    QVERIFY(probe->questions.isEmpty());
}

void TestShell::runsTheScriptThatComesOnItsInput()
{
    const auto probe = opened();
    QVERIFY2(probe->runScript("for i in 1 2 3; do echo \"line $i\"; done\necho 'quoted \\ !' >&2\nexit 5\n"),
             probe->why());
    QCOMPARE(probe->output, QByteArray("line 1\nline 2\nline 3\n"));
    QCOMPARE(probe->ended->errorOutput, QByteArray("quoted \\ !\n"));
    QCOMPARE(probe->ended->exitCode, 5);
    QVERIFY(!probe->ended->linkLost);
    QVERIFY(probe->opened->roundTripMilliseconds >= 0 && probe->opened->roundTripMilliseconds < 1000);
}

void TestShell::staysOpenForMoreInput()
{
    const auto probe = opened();
    probe->transport().startShell(ShellRights::Account);
    for (int i = 0; i < 3; ++i) {
        const QByteArray expected = QByteArray::number(i) + '\n';
        probe->output.clear();
        probe->transport().write("echo " + expected);
        QTRY_COMPARE(probe->output, expected);
    }
    probe->transport().closeInput();
    QTRY_VERIFY(probe->ended.has_value());
    QCOMPARE(probe->ended->exitCode, 0);
}

// A packet that one call of the library reads while another one waits for it must not be left until the next
// one. Both streams at once, again and again: what the two calls that read can take from each other.
void TestShell::leavesNoPacketUntilTheNextOne()
{
    const auto probe = opened();
    probe->transport().startShell(ShellRights::Account);
    QByteArray expected;
    for (int i = 0; i < 100; ++i) {
        const QByteArray word = QByteArray::number(i);
        expected += word + '\n';
        probe->transport().write("echo e >&2; echo " + word + '\n');
        QTRY_COMPARE(probe->output, expected);
    }
}

void TestShell::tellsASignalFromAnExit()
{
    const auto probe = opened();
    QVERIFY2(probe->runScript("kill -TERM $$\n"), probe->why());
    QCOMPARE(probe->ended->signal, QStringLiteral("TERM"));
}

void TestShell::tellsAKilledSession()
{
    const auto probe = opened();
    probe->transport().startShell(ShellRights::Account);
    probe->transport().write("echo started; sleep 60\n");
    QTRY_COMPARE(probe->output, QByteArray("started\n"));
    m_scene->server.killSessions();
    QTRY_VERIFY(probe->failure.has_value());
    QCOMPARE(probe->failure->layer, ConnectLayer::LinkLost);
    QVERIFY(probe->ended.has_value() && probe->ended->linkLost);
}

void TestShell::tellsASilentPeer()
{
    m_scene->settings.keepAliveSeconds = 1;
    const auto probe = opened();
    probe->transport().startShell(ShellRights::Account);
    probe->transport().write("echo started; sleep 60\n");
    QTRY_COMPARE(probe->output, QByteArray("started\n"));
    m_scene->server.freezeSessions();
    QTRY_VERIFY_WITH_TIMEOUT(probe->failure.has_value(), 20000);
    QCOMPARE(probe->failure->layer, ConnectLayer::LinkLost);
}

// A kilobyte a second: the script takes longer than a sign of life may, and nothing comes back meanwhile.
void TestShell::aSlowLinkIsNoDeadOne()
{
    m_scene->settings.keepAliveSeconds = 1;
    BadLink link(m_scene->server.port(), {1000, 0, 0, 0});
    const QByteArray key = m_scene->server.knownHostsLine().split(' ').mid(1).join(' ');
    m_scene->server.writeFile(QStringLiteral("known_hosts"),
                              "[127.0.0.1]:" + QByteArray::number(link.port()) + ' ' + key);
    Node node = m_scene->node();
    node.endpoint.port = link.port();
    const auto probe = m_scene->probe(node);
    QVERIFY2(probe->openAndWait(60000), probe->why());
    int carried = 0;
    connect(&probe->transport(), &Transport::inputCarried, probe.get(), [&carried] { ++carried; });
    // Nothing that compression would make short.
    QByteArray noise(20000, '\0');
    QRandomGenerator(1).fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / sizeof(quint32));
    QVERIFY2(probe->runScript(": " + noise.toBase64() + "\necho all of it\n", ShellRights::Account, 60000),
             probe->why());
    QCOMPARE(probe->output, QByteArray("all of it\n"));
    QVERIFY2(carried > 5, QByteArray::number(carried).constData());
}

void TestShell::stopsReadingWhilePaused()
{
    m_scene->settings.keepAliveSeconds = 1;
    const auto probe = opened();
    probe->transport().startShell(ShellRights::Account);
    QTRY_VERIFY(probe->rights.has_value());
    probe->transport().setReadingPaused(true);
    const QByteArray mark = m_scene->server.path(QStringLiteral("mark")).toUtf8();
    probe->transport().write("head -c 50000000 /dev/zero; echo done >" + mark + "\n");
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(timer.elapsed() > 3000, 5000);
    QVERIFY(!QFile::exists(QString::fromUtf8(mark))); // the node's program waits: nothing takes its output
    QVERIFY(probe->output.size() < 3000000);
    QVERIFY(!probe->failure.has_value());
    probe->transport().setReadingPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(probe->output.size(), 50000000, 60000);
}

void TestShell::boundsWhatASlowOwnerHolds()
{
    const auto probe = opened();
    probe->transport().startShell(ShellRights::Account);
    QTRY_VERIFY(probe->rights.has_value());
    probe->transport().write("head -c 200000000 /dev/zero\n");
    // An owner that does not come back to its event loop for a while: what waits for it must not grow without
    // end.
    const auto resident = [] {
        QFile file(QStringLiteral("/proc/self/statm"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
    };
    const qint64 before = resident();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1500) {
        QThread::yieldCurrentThread();
    }
    QVERIFY2(resident() - before < 40000000, QByteArray::number(resident() - before).constData());
    QTRY_COMPARE_WITH_TIMEOUT(probe->output.size(), 200000000, 100000);
}

void TestShell::closesInTheMiddleOfAScript()
{
    const auto probe = opened();
    probe->transport().startShell(ShellRights::Account);
    probe->transport().write("echo started; sleep 60\n");
    QTRY_COMPARE(probe->output, QByteArray("started\n"));
    QElapsedTimer timer;
    timer.start();
    probe->transport().close();
    QVERIFY(timer.elapsed() < 200);
    QCOMPARE(probe->closedCount, 1);
    QTRY_VERIFY(m_scene->server.log().contains(QLatin1String("isconnect"))
                || m_scene->server.log().contains(QLatin1String("Connection closed")));
    QVERIFY(!probe->failure.has_value() && !probe->ended.has_value());
    probe->opened.reset();
    QVERIFY(probe->openAndWait()); // and again
}

void TestShell::explainsAnAccountWithoutAShell()
{
    QVERIFY(m_scene->start({QStringLiteral("ForceCommand /usr/sbin/nologin")}));
    const auto probe = opened();
    QVERIFY(!probe->runScript("echo never\n"));
    QCOMPARE(probe->failure->layer, ConnectLayer::Shell);
    QVERIFY(probe->failure->detail.contains(QLatin1String("not available")));
}

void TestShell::passesOverWhatAForcedCommandSays()
{
    QVERIFY(m_scene->start(
        {QStringLiteral("ForceCommand echo Welcome; echo Behave >&2; eval \"$SSH_ORIGINAL_COMMAND\"")}));
    const auto probe = opened();
    QVERIFY2(probe->runScript("echo hello\n"), probe->why());
    QCOMPARE(probe->output, QByteArray("hello\n"));
}

void TestShell::explainsAForcedCommand()
{
    QVERIFY(m_scene->start({QStringLiteral("ForceCommand echo backups only; exit 1")}));
    const auto probe = opened();
    QVERIFY(!probe->runScript("echo never\n"));
    QCOMPARE(probe->failure->layer, ConnectLayer::Shell);
    QCOMPARE(probe->failure->detail, QStringLiteral("backups only"));
}

void TestShell::goesThroughTwoJumpHosts()
{
    // Three servers with three host keys; each hop has a key of its own, given by its own entry.
    SshScene first;
    SshScene second;
    QVERIFY(first.server.start() && second.server.start());
    const auto entry = [](const char *name, const SshScene &scene, const QString &key,
                          const QByteArray &more) {
        return QByteArray("Host ") + name + "\nHostName 127.0.0.1\nPort "
            + QByteArray::number(scene.server.port()) + "\nIdentityFile " + key.toUtf8() + '\n' + more;
    };
    QVERIFY(m_scene->server.writeFile(
        QStringLiteral("config"),
        entry("one", first, first.server.makeKey(QStringLiteral("k1")), {})
            + entry("two", second, second.server.makeKey(QStringLiteral("k2"), QStringLiteral("ecdsa")), {})
            + entry("end", *m_scene, m_scene->server.path(QStringLiteral("key")), "ProxyJump one,two\n")));
    m_scene->settings.sshConfigFile = m_scene->server.path(QStringLiteral("config"));
    m_scene->settings.identityFiles.clear();
    m_scene->server.writeFile(QStringLiteral("known_hosts"), {});
    Node node;
    node.endpoint.host = QStringLiteral("end");
    const auto probe = m_scene->probe(node);
    probe->acceptHostKeys = true;
    QVERIFY2(probe->openAndWait(), probe->why());
    QCOMPARE(probe->offers.size(), 3);
    QCOMPARE(probe->offers.first().hop.host, QStringLiteral("one"));
    QCOMPARE(probe->offers.last().hop.host, QStringLiteral("end"));
    QVERIFY2(probe->runScript("head -c 5000000 /dev/zero; echo $SSH_CONNECTION >&2\n"), probe->why());
    QCOMPARE(probe->output.size(), 5000000);
    QVERIFY(probe->ended->errorOutput.contains(QByteArray::number(m_scene->server.port())));
    second.server.killSessions();
    QTRY_VERIFY(probe->failure.has_value());
    QCOMPARE(probe->failure->layer, ConnectLayer::LinkLost);
}

void TestShell::saysWhichHopFailed()
{
    Node node = m_scene->node();
    node.jumps = {m_scene->node().endpoint};
    node.endpoint.port = 1; // nobody listens there
    auto probe = m_scene->probe(node);
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::Jump);
    QCOMPARE(probe->failure->hop.port, quint16(1));
    node.jumps.first().port = 2;
    probe = m_scene->probe(node);
    QVERIFY(!probe->openAndWait());
    QCOMPARE(probe->failure->layer, ConnectLayer::TcpRefused);
    QCOMPARE(probe->failure->hop, node.jumps.first());
}

QTEST_GUILESS_MAIN(TestShell)
#include "tst_shell.moc"
