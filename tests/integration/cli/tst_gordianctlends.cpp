// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// gordianctl ended in the middle of its work: Ctrl+C, a service manager's TERM, kill -9. What had come stays.

#include "casefile/casestore.h"
#include "gordianctlrun.h"
#include "transport/sshserver.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace gordian;

class TestGordianctlEnds : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aSignalEndsWithWhatCame_data();
    void aSignalEndsWithWhatCame();
    void killedInTheMiddleTheCaseHoldsWhatCame();
    void aSecondSignalEndsAtOnce();

private:
    std::unique_ptr<QProcess> startAndCollectSome();
    bool someArrived() const;

    std::unique_ptr<Gordianctl> m_home;
    std::unique_ptr<SshServer> m_server;
};

// A node on which journalctl hangs while all else answers: there is always a middle to stop in.
void TestGordianctlEnds::init()
{
    m_home = std::make_unique<Gordianctl>();
    m_server = std::make_unique<SshServer>();
    const QString shim = m_home->path(QStringLiteral("journalctl"));
    m_home->write(QStringLiteral("journalctl"), "#!/bin/sh\nexec sleep 100\n");
    QFile::setPermissions(shim,
                          QFile::permissions(shim) | QFile::ExeOwner | QFile::ExeUser | QFile::ExeOther);
    SshServer::Options options;
    SshServer::Account account;
    account.authorizedKeys = {*SshServer::generateKeyPair(m_home->path(QStringLiteral("key")))};
    options.accounts.insert(QStringLiteral("lab"), account);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), m_home->folder() + QStringLiteral(":/usr/bin:/bin"));
    options.exec = [environment](const QString &command) {
        return SshServer::Command{QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command}, environment};
    };
    QVERIFY(m_server->listen(options).has_value());
    m_home->write(QStringLiteral("known_hosts"), m_server->knownHostsLine().trimmed() + '\n');
}

bool TestGordianctlEnds::someArrived() const
{
    // Its log: every artifact is one append of a few pages (case-format.md).
    constexpr qint64 severalArtifacts = 150000;
    return QFileInfo(m_home->path(QStringLiteral("c.gordian-wal"))).size() > severalArtifacts;
}

std::unique_ptr<QProcess> TestGordianctlEnds::startAndCollectSome()
{
    auto process = m_home->start(
        {},
        {QStringLiteral("diagnose"), QStringLiteral("lab@127.0.0.1:%1").arg(m_server->port()),
         QStringLiteral("--ssh-config=none"), QStringLiteral("--known-hosts=known_hosts"),
         QStringLiteral("--identity=key"), QStringLiteral("--no-sudo"), QStringLiteral("--case=c.gordian"),
         QStringLiteral("--json=c.json"), QStringLiteral("--html=c.html")});
    return QTest::qWaitFor([this] { return someArrived(); }, 20000) ? std::move(process) : nullptr;
}

void TestGordianctlEnds::aSignalEndsWithWhatCame_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("a service manager's TERM") << SIGTERM;
    QTest::newRow("a terminal that was closed") << SIGHUP;
}

void TestGordianctlEnds::aSignalEndsWithWhatCame()
{
    QFETCH(int, number);
    const auto process = startAndCollectSome();
    QVERIFY(process != nullptr);
    ::kill(static_cast<pid_t>(process->processId()), number);
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 10000);
    const QByteArray out = process->readAllStandardOutput();
    const QByteArray err = process->readAllStandardError();
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QVERIFY2(process->exitCode() >= 3 && process->exitCode() <= 5, out + err);
    QVERIFY2(err.startsWith("Interrupted") && err.count('\n') == 1, err);
    const auto report = QJsonDocument::fromJson(m_home->contents(QStringLiteral("c.json"))).object();
    const auto gaps = report.value(QLatin1String("coverage"))[QLatin1String("gaps")].toArray();
    QVERIFY(!gaps.isEmpty());
    QVERIFY(m_home->contents(QStringLiteral("c.html")).contains("</html>"));
    const RunResult again = m_home->run({QStringLiteral("report"), QStringLiteral("c.gordian")});
    QCOMPARE(again.out, out);
    QCOMPARE(again.code, process->exitCode());
}

void TestGordianctlEnds::killedInTheMiddleTheCaseHoldsWhatCame()
{
    const auto process = startAndCollectSome();
    QVERIFY(process != nullptr);
    ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 10000);
    const auto kept = CaseStore::read(m_home->path(QStringLiteral("c.gordian")));
    QVERIFY(kept.has_value());
    // What this machine answers depends on what is installed on it; something it does.
    QVERIFY2(kept->artifacts.size() >= 8, qPrintable(QString::number(kept->artifacts.size())));
    QVERIFY(std::any_of(kept->artifacts.cbegin(), kept->artifacts.cend(),
                        [](const Artifact &artifact) { return artifact.answered(); }));
    const RunResult again = m_home->run({QStringLiteral("report"), QStringLiteral("c.gordian")});
    QVERIFY2(again.code >= 3 && again.code <= 5, again.all());
}

void TestGordianctlEnds::aSecondSignalEndsAtOnce()
{
    const auto process = startAndCollectSome();
    QVERIFY(process != nullptr);
    const auto pid = static_cast<pid_t>(process->processId());
    ::kill(pid, SIGINT);
    ::kill(pid, SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 10000);
    QVERIFY(CaseStore::read(m_home->path(QStringLiteral("c.gordian"))).has_value());
}

QTEST_GUILESS_MAIN(TestGordianctlEnds)
#include "tst_gordianctlends.moc"
