// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Printed, not asserted: how long the window does not answer while ten nodes are examined, while a large case
// is opened and shown; how long the program takes to its first paint; how much memory it takes when a node
// offers a gigabyte of logs.

#include "heart.h"

#include "casefile/casestore.h"
#include "support/democluster.h"
#include "transport/sshserver.h"
#include "ui/shell/desk.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

using namespace gordian;
using namespace gordian::ui;
using gordian::test::Desk;

namespace {

constexpr int Patience = 300000;

QString load()
{
    double averages[1] = {0};
    return ::getloadavg(averages, 1) == 1 ? QStringLiteral("machine's load %1").arg(averages[0], 0, 'f', 1)
                                          : QString();
}

void say(const QString &what)
{
    qInfo().noquote() << what << QStringLiteral("(%1)").arg(load());
}

bool settle(const Investigation &investigation, const MainWindow &window)
{
    return QTest::qWaitFor(
        [&] { return !investigation.isCollecting() && !investigation.isDiagnosing() && window.isSettled(); },
        Patience);
}

/// A case of about twenty megabytes of output: ten nodes, each with logs.
Case largeCase(const QVector<Probe> &probes)
{
    Case large = newCase(QStringLiteral("large"));
    for (int i = 0; i < 10; ++i) {
        NodeRecord record;
        record.node.id = record.node.name = QStringLiteral("node-%1").arg(i);
        record.state = ConnectState::Closed;
        large.nodes.append(record);
        for (const Probe &probe : probes) {
            Artifact artifact;
            artifact.node = record.node.id;
            artifact.probe = probe.id;
            artifact.state = ArtifactState::Collected;
            const int lines = probe.id.contains(QLatin1String("log")) ? 2400 : 240;
            for (int line = 0; line < lines; ++line) {
                artifact.output += "2026-11-23T12:00:00Z line " + QByteArray::number(line * 7919 % 10007)
                    + " of a log that says little\n";
            }
            large.artifacts.append(artifact);
        }
    }
    return large;
}

} // namespace

class WindowBench : public QObject {
    Q_OBJECT

private slots:
    void firstPaint();
    void tenNodesAtOnce();
    void aLargeCase();
    void endlessLogs();
    void endlessLogsSeenFromInside();
};

// Qt says when it hands the first picture to the screen.
void WindowBench::firstPaint()
{
    QTemporaryDir home;
    QStringList told;
    for (int run = 0; run < 5; ++run) {
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home.path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("qt.widgets.painting=true"));
        environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        QElapsedTimer clock;
        clock.start();
        program.start(QStringLiteral(GORDIAN), QStringList());
        QByteArray said;
        const bool painted = QTest::qWaitFor(
            [&] {
                said += program.readAll();
                return said.contains("Flushing");
            },
            20000);
        told.append(painted ? QString::number(clock.elapsed()) : QStringLiteral("?"));
        program.kill();
        program.waitForFinished();
    }
    say(QStringLiteral("from the start of the program to its first paint: %1 ms")
            .arg(told.join(QStringLiteral(", "))));
}

void WindowBench::tenNodesAtOnce()
{
    Desk desk;
    DemoCluster cluster;
    QVERIFY(cluster.start(10));
    Investigation investigation(desk.plugins, cluster);
    MainWindow window(investigation, *desk.words, *desk.theme);
    window.resize(1366, 768);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    investigation.addNodes(cluster.nodes());
    QElapsedTimer clock;
    clock.start();
    Heart heart;
    investigation.collect();
    window.goTo(Place::Collect);
    QVERIFY(settle(investigation, window));
    say(QStringLiteral("ten nodes, looking at Collect: %1 ms; %2").arg(clock.restart()).arg(heart.tell()));
    investigation.collect();
    window.goTo(Place::Findings);
    QVERIFY(settle(investigation, window));
    say(QStringLiteral("again, looking at Findings: %1 ms; %2").arg(clock.restart()).arg(heart.tell()));
    for (const Place place : {Place::Fix, Place::Report, Place::Connect, Place::Collect, Place::Findings}) {
        window.goTo(place);
        QVERIFY(settle(investigation, window));
        QTest::qWait(50); // the heart is to beat once more
        say(QStringLiteral("going to place %1: %2 ms; %3")
                .arg(int(place) + 1)
                .arg(clock.restart())
                .arg(heart.tell()));
    }
    QCOMPARE(investigation.diagnosis().coverage.nodesExamined, 10);
}

void WindowBench::aLargeCase()
{
    Desk desk;
    const QString file = desk.folder.filePath(QStringLiteral("large.gordian"));
    const Case large = largeCase(desk.plugins.knowledge().probes());
    qint64 bytes = 0;
    for (const Artifact &artifact : large.artifacts) {
        bytes += artifact.output.size();
    }
    QVERIFY(CaseStore::create(file, large).has_value());
    desk.window->resize(1366, 768);
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowExposed(desk.window.get()));
    QElapsedTimer clock;
    clock.start();
    Heart heart;
    desk.window->openFiles({file});
    QVERIFY(QTest::qWaitFor([&] { return desk.window->place() == Place::Findings; }, Patience));
    const qint64 shown = clock.restart();
    QVERIFY(QTest::qWaitFor([&] { return !desk.investigation->diagnosis().findings.isEmpty(); }, Patience));
    QVERIFY(settle(*desk.investigation, *desk.window));
    say(QStringLiteral("a case of %1 MB: open after %2 ms, judged and drawn after %3 ms more; %4")
            .arg(double(bytes) / 1e6, 0, 'f', 1)
            .arg(shown)
            .arg(clock.restart())
            .arg(heart.tell()));
    for (const Place place : {Place::Collect, Place::Report, Place::Findings}) {
        desk.window->goTo(place);
        QVERIFY(settle(*desk.investigation, *desk.window));
        QTest::qWait(50);
        say(QStringLiteral("going to place %1: %2 ms; %3")
                .arg(int(place) + 1)
                .arg(clock.restart())
                .arg(heart.tell()));
    }
    QTest::keyClick(desk.window.get(), Qt::Key_C, Qt::ControlModifier);
    QTest::qWait(50);
    say(QStringLiteral("copying as Markdown: %1 ms; %2").arg(clock.restart()).arg(heart.tell()));
    desk.investigation->saveLater(desk.folder.filePath(QStringLiteral("copy.gordian")));
    QTRY_COMPARE_WITH_TIMEOUT(desk.investigation->filePath(),
                              desk.folder.filePath(QStringLiteral("copy.gordian")), Patience);
    say(QStringLiteral("saving it elsewhere: %1 ms; %2").arg(clock.restart()).arg(heart.tell()));
}

// The window runs in a process of its own: the kernel tells the most memory that one ever had (getrusage(2)).
void WindowBench::endlessLogs()
{
    QTemporaryDir folder;
    // A gigabyte of lines as a kubelet writes them, whatever is asked.
    for (const char *program : {"journalctl", "crictl", "ctr", "dmesg", "ss", "systemctl", "iptables-save",
                                "nft", "containerd", "kubelet", "mount", "ip", "sysctl"}) {
        QFile shim(folder.filePath(QLatin1String(program)));
        QVERIFY(shim.open(QIODevice::WriteOnly));
        shim.write(
            "#!/bin/sh\nyes \"2026-11-23T12:00:00+0000 cp1 kubelet[811]: E1123 12:00:00.000000 811 "
            "kubelet.go:2163] Container runtime network not ready: cni config uninitialized\" | head -c "
            "1000000000\n");
        shim.setPermissions(shim.permissions() | QFile::ExeOwner | QFile::ExeUser);
    }
    SshServer server;
    SshServer::Options options;
    SshServer::Account account;
    const QString key = folder.filePath(QStringLiteral("key"));
    account.authorizedKeys = {*SshServer::generateKeyPair(key)};
    options.accounts.insert(QStringLiteral("lab"), account);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), folder.path() + QStringLiteral(":/usr/bin:/bin"));
    options.exec = [environment](const QString &command) {
        return SshServer::Command{QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command}, environment};
    };
    QVERIFY(server.listen(options).has_value());
    const QByteArray program = QCoreApplication::applicationFilePath().toLocal8Bit();
    const QByteArray told = QByteArray::number(server.port()) + '\n' + key.toLocal8Bit() + '\n'
        + server.knownHostsLine().trimmed();
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv("GORDIAN_BENCH_NODE", told.constData(), 1);
        ::execl(program.constData(), program.constData(), "endlessLogsSeenFromInside", nullptr);
        ::_exit(127);
    }
    int status = 0;
    rusage used{};
    QElapsedTimer clock;
    clock.start();
    // The server accepts in the event loop of this process.
    if (!QTest::qWaitFor([&] { return ::wait4(child, &status, WNOHANG, &used) == child; }, Patience)) {
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QFAIL("it does not end");
    }
    say(QStringLiteral("a node with a gigabyte of logs: %1 MB at the most (aim: below 300 MB), after %2 ms")
            .arg(double(used.ru_maxrss) * 1024 / 1e6, 0, 'f', 1)
            .arg(clock.elapsed()));
    QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

void WindowBench::endlessLogsSeenFromInside()
{
    const QList<QByteArray> told = qgetenv("GORDIAN_BENCH_NODE").split('\n');
    if (told.size() != 3) {
        QSKIP("runs inside endlessLogs()");
    }
    Desk desk;
    QFile known(desk.knownHosts);
    QVERIFY(known.open(QIODevice::WriteOnly) && known.write(told.at(2) + '\n') > 0);
    known.close();
    Node node;
    node.endpoint = {QStringLiteral("lab"), QStringLiteral("127.0.0.1"), quint16(told.at(0).toUInt())};
    node.identityFile = QString::fromLocal8Bit(told.at(1));
    desk.window->resize(1366, 768);
    desk.window->show();
    Heart heart;
    desk.window->examine(node);
    QVERIFY(QTest::qWaitFor([&] { return desk.investigation->isCollecting(); }, Patience));
    QVERIFY(settle(*desk.investigation, *desk.window));
    for (const Place place : {Place::Findings, Place::Report}) {
        desk.window->goTo(place);
        QVERIFY(settle(*desk.investigation, *desk.window));
    }
    qint64 bytes = 0;
    for (const Artifact &artifact : desk.investigation->currentCase().artifacts) {
        bytes += artifact.output.size();
    }
    say(QStringLiteral("seen from inside: %1 MB kept; %2")
            .arg(double(bytes) / 1e6, 0, 'f', 1)
            .arg(heart.tell()));
    QVERIFY(bytes > 0);
}

QTEST_MAIN(WindowBench)
#include "tst_windowbench.moc"
