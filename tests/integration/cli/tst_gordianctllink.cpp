// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// gordianctl and a real sshd with something wrong between them, or with an sshd that is set up to get in the
// way: every run ends in a result or in a clear message within its limit, and what had come is kept.

#include "casefile/casestore.h"
#include "gordianctlrun.h"
#include "support/badlink.h"
#include "support/sshdfixture.h"

#include <QTest>

#include <algorithm>

using namespace gordian;

class TestGordianctlLink : public QObject {
    Q_OBJECT

private slots:
    void init();
    void anObstinateServer_data();
    void anObstinateServer();
    void aServerThatIsFull();
    void aLinkThatFailsInTheMiddle_data();
    void aLinkThatFailsInTheMiddle();
    void aLinkThatIsHalfASecondAway();
    void aLinkOfAKilobyteASecond();
    void aJumpHostWithLittleRoom();

private:
    bool start(const QStringList &lines);
    void trust(quint16 port);
    RunResult diagnose(quint16 port, int seconds = 60) const;

    std::unique_ptr<Gordianctl> m_home;
    std::unique_ptr<SshdFixture> m_server;
};

void TestGordianctlLink::init()
{
    m_home = std::make_unique<Gordianctl>();
    m_server = std::make_unique<SshdFixture>();
}

bool TestGordianctlLink::start(const QStringList &lines)
{
    const bool started = m_server->start(lines);
    m_server->makeKey(QStringLiteral("key"));
    trust(m_server->port());
    return started;
}

void TestGordianctlLink::trust(quint16 port)
{
    const QByteArray key = m_server->knownHostsLine().split(' ').mid(1).join(' ');
    m_home->write(QStringLiteral("known_hosts"), "[127.0.0.1]:" + QByteArray::number(port) + ' ' + key);
}

RunResult TestGordianctlLink::diagnose(quint16 port, int seconds) const
{
    return m_home->run({QStringLiteral("diagnose"),
                        QStringLiteral("%1@127.0.0.1:%2").arg(SshdFixture::account()).arg(port),
                        QStringLiteral("--ssh-config=none"), QStringLiteral("--known-hosts=known_hosts"),
                        QStringLiteral("--identity=") + m_server->path(QStringLiteral("key")),
                        QStringLiteral("--no-sudo"), QStringLiteral("--case=c.gordian")},
                       {}, seconds);
}

void TestGordianctlLink::anObstinateServer_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("said"); // empty: it is examined
    QTest::addColumn<int>("seconds");
    const QString force = QStringLiteral("ForceCommand ");
    const QByteArray noShell = "runs no commands";
    QTest::newRow("one session a connection") << QStringLiteral("MaxSessions 1") << QByteArray() << 30;
    QTest::newRow("no session at all") << QStringLiteral("MaxSessions 0") << noShell << 10;
    QTest::newRow("two calls at a time") << QStringLiteral("MaxStartups 2") << QByteArray() << 30;
    QTest::newRow("a banner of many pages") << QStringLiteral("Banner BANNER:150000") << QByteArray() << 30;
    // No SSH client takes such a packet (RFC 4253, 6.1: 35000 bytes; OpenSSH's ssh: 256 KiB).
    QTest::newRow("a banner of a megabyte")
        << QStringLiteral("Banner BANNER:1000000") << QByteArray("The connection to") << 10;
    QTest::newRow("a command that says what it is for")
        << force + QStringLiteral("echo backups only; exit 1") << QByteArray("backups only") << 10;
    QTest::newRow("a command that repeats what it hears") << force + QStringLiteral("cat") << noShell << 25;
    QTest::newRow("a command that says nothing") << force + QStringLiteral("exec sleep 60") << noShell << 25;
    QTest::newRow("a command that never stops talking") << force + QStringLiteral("yes") << noShell << 10;
    QTest::newRow("a login shell that prints noise")
        << force
            + QStringLiteral(
                "head -c 40000 /dev/urandom; echo; echo noise >&2; eval \"$SSH_ORIGINAL_COMMAND\"")
        << QByteArray() << 30;
}

void TestGordianctlLink::anObstinateServer()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, said);
    QFETCH(int, seconds);
    if (line.contains(QLatin1String("BANNER:"))) {
        const int size = line.section(QLatin1Char(':'), 1).toInt();
        QVERIFY(m_server->writeFile(QStringLiteral("banner"),
                                    QByteArray(79, 'b').append('\n').repeated(size / 80)));
        line = QStringLiteral("Banner ") + m_server->path(QStringLiteral("banner"));
    }
    QVERIFY(start({line}));
    const RunResult run = diagnose(m_server->port(), seconds);
    if (said.isEmpty()) {
        QVERIFY2(run.code == 0 || run.code >= 3, run.all());
        QVERIFY2(run.out.contains("on 1 of 1 nodes"), run.all());
    } else {
        QVERIFY2(run.code == 2, run.all());
        QVERIFY2(run.out.contains(said), run.all());
        QVERIFY2(!run.out.contains("ways to sign in"), run.all());
    }
}

// Others who have called and not signed in take all the places (MaxStartups).
void TestGordianctlLink::aServerThatIsFull()
{
    QVERIFY(start({QStringLiteral("MaxStartups 2"), QStringLiteral("LoginGraceTime 60")}));
    std::vector<std::unique_ptr<QTcpSocket>> others;
    for (int i = 0; i < 2; ++i) {
        others.push_back(std::make_unique<QTcpSocket>());
        others.back()->connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
        // Its banner: it has been let in.
        QTRY_VERIFY_WITH_TIMEOUT(others.back()->bytesAvailable() > 0, 10000);
    }
    const RunResult full = diagnose(m_server->port());
    QVERIFY2(full.code == 2 && full.out.contains("MaxStartups"), full.all());
    QVERIFY2(full.milliseconds < 15000, full.all());
}

void TestGordianctlLink::aLinkThatFailsInTheMiddle_data()
{
    QTest::addColumn<qint64>("cutAfter");
    QTest::addColumn<qint64>("stallAfter");
    constexpr qint64 someAnswers = 8000; // compressed
    QTest::newRow("it is cut") << someAnswers << qint64(0);
    QTest::newRow("it stalls") << qint64(0) << someAnswers;
}

void TestGordianctlLink::aLinkThatFailsInTheMiddle()
{
    QFETCH(qint64, cutAfter);
    QFETCH(qint64, stallAfter);
    QVERIFY(start({}));
    BadLink link(m_server->port(), {0, 0, cutAfter, stallAfter});
    trust(link.port());
    const RunResult run = diagnose(link.port(), 45);
    QVERIFY(link.hasFailed());
    QVERIFY2(run.code >= 3 && run.out.contains("broke"), run.all());
    QVERIFY2(run.out.contains("on 1 of 1 nodes"), run.all());
    const auto kept = CaseStore::read(m_home->path(QStringLiteral("c.gordian")));
    QVERIFY(kept.has_value());
    QVERIFY(std::any_of(kept->artifacts.cbegin(), kept->artifacts.cend(),
                        [](const Artifact &artifact) { return artifact.answered(); }));
    QVERIFY(std::any_of(kept->artifacts.cbegin(), kept->artifacts.cend(), [](const Artifact &artifact) {
        return artifact.note == QLatin1String("link-lost");
    }));
}

void TestGordianctlLink::aLinkThatIsHalfASecondAway()
{
    QVERIFY(start({}));
    BadLink link(m_server->port(), {0, 250, 0, 0});
    trust(link.port());
    const RunResult run = diagnose(link.port());
    QVERIFY2(run.code == 0 || run.code >= 3, run.all());
    QVERIFY2(run.out.contains("on 1 of 1 nodes") && !run.out.contains("broke"), run.all());
}

// An hour's wait for nothing would be worse than being told: what came within the waves' limits is judged.
void TestGordianctlLink::aLinkOfAKilobyteASecond()
{
    QVERIFY(start({}));
    BadLink link(m_server->port(), {1024, 0, 0, 0});
    trust(link.port());
    const RunResult run = diagnose(link.port(), 300);
    qInfo("%lld ms", run.milliseconds);
    QVERIFY2(run.code == 0 || run.code >= 3, run.all());
    QVERIFY2(run.out.contains("on 1 of 1 nodes"), run.all());
}

// Those who have called and not signed in count (MaxStartups): our own nodes must not turn each other away.
void TestGordianctlLink::aJumpHostWithLittleRoom()
{
    QVERIFY(start({QStringLiteral("MaxStartups 2")}));
    constexpr int count = 5;
    QStringList lines;
    for (int i = 0; i < count; ++i) {
        lines << QStringLiteral("ListenAddress 127.0.0.%1").arg(i + 2);
    }
    SshdFixture behind;
    QVERIFY(behind.start(lines));
    behind.authorize(m_server->publicLine(m_server->path(QStringLiteral("key"))));
    const QByteArray key = behind.knownHostsLine().split(' ').mid(1).join(' ');
    QByteArray known = m_home->contents(QStringLiteral("known_hosts"));
    QStringList arguments = {QStringLiteral("diagnose")};
    for (int i = 0; i < count; ++i) {
        const QString host = QStringLiteral("127.0.0.%1").arg(i + 2);
        known += '[' + host.toLatin1() + "]:" + QByteArray::number(behind.port()) + ' ' + key;
        arguments << QStringLiteral("%1@%2:%3").arg(SshdFixture::account(), host).arg(behind.port());
    }
    m_home->write(QStringLiteral("known_hosts"), known);
    arguments << QStringLiteral("--jump=%1@127.0.0.1:%2").arg(SshdFixture::account()).arg(m_server->port())
              << QStringLiteral("--ssh-config=none") << QStringLiteral("--known-hosts=known_hosts")
              << QStringLiteral("--identity=") + m_server->path(QStringLiteral("key"))
              << QStringLiteral("--no-sudo");
    const RunResult run = m_home->run(arguments, {}, 120);
    QVERIFY2(run.out.contains("on 5 of 5 nodes"), run.all() + m_server->log().toUtf8());
}

QTEST_GUILESS_MAIN(TestGordianctlLink)
#include "tst_gordianctllink.moc"
