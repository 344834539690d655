// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Printed, not asserted: the memory gordianctl needs for nodes with endless logs, and how long collecting
// from ten nodes keeps the window's thread busy at a time.

#include "casefile/casestore.h"
#include "session/investigation.h"
#include "support/democluster.h"
#include "transport/sshserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <ctime>
#include <utility>
#include <vector>

using namespace gordian;

namespace {

struct Usage {
    int code = -1;
    qint64 peakKilobytes = 0;
    qint64 milliseconds = 0;
};

/// Runs gordianctl to its end; the kernel tells the most memory it ever had (getrusage(2)).
Usage measure(const QStringList &arguments, const QString &folder)
{
    std::vector<QByteArray> words{QByteArrayLiteral(GORDIANCTL)};
    for (const QString &argument : arguments) {
        words.push_back(argument.toLocal8Bit());
    }
    std::vector<char *> pointers;
    for (QByteArray &word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    const QByteArray where = folder.toLocal8Bit();
    QElapsedTimer clock;
    clock.start();
    const pid_t child = ::fork();
    if (child == 0) {
        const int nowhere = ::open("/dev/null", O_RDWR);
        ::dup2(nowhere, STDIN_FILENO);
        ::dup2(nowhere, STDOUT_FILENO);
        if (::setsid() < 0 || ::chdir(where.constData()) != 0) {
            ::_exit(126);
        }
        ::execv(pointers[0], pointers.data());
        ::_exit(127);
    }
    int status = 0;
    rusage used{};
    // The server accepts in the event loop of this program.
    constexpr int patience = 240000;
    if (!QTest::qWaitFor([&] { return ::wait4(child, &status, WNOHANG, &used) == child; }, patience)) {
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        return {};
    }
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, used.ru_maxrss, clock.elapsed()};
}

/// What this thread itself computed: a loaded machine makes gaps that are nobody's fault.
qint64 threadMilliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

QString megabytes(qint64 bytes)
{
    return QStringLiteral("%1 MB").arg(double(bytes) / 1e6, 0, 'f', 1);
}

} // namespace

class MemoryBench : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void endlessLogs_data();
    void endlessLogs();
    void tenNodesAtOnce();
    void aGigabyteOfLogs();

private:
    void shim(const QString &program, const QByteArray &script) const;

    QTemporaryDir m_folder;
    PluginHost m_plugins;
};

void MemoryBench::initTestCase()
{
    QVERIFY(m_plugins.load({}, {}).has_value());
    // A gigabyte of lines as a kubelet writes them, whatever is asked.
    for (const char *program : {"journalctl", "crictl", "ctr", "dmesg", "ss", "systemctl", "iptables-save",
                                "nft", "containerd", "kubelet", "mount", "ip", "sysctl"}) {
        shim(QString::fromLatin1(program),
             "#!/bin/sh\nyes \"2026-11-23T12:00:00+0000 cp1 kubelet[811]: E1123 12:00:00.000000 811 "
             "kubelet.go:2163] Container runtime network not ready: cni config uninitialized\" | head -c "
             "1000000000\n");
    }
}

void MemoryBench::shim(const QString &program, const QByteArray &script) const
{
    QFile file(m_folder.filePath(program));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script) == script.size());
    file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeUser);
}

void MemoryBench::endlessLogs_data()
{
    QTest::addColumn<QString>("shell");
    QTest::newRow("a node whose journal has a gigabyte to say") << QStringLiteral("/bin/sh");
    QTest::newRow("a node that prints without end whatever it is told") << QStringLiteral("yes");
}

void MemoryBench::endlessLogs()
{
    QFETCH(QString, shell);
    SshServer server;
    SshServer::Options options;
    SshServer::Account account;
    const QString key = m_folder.filePath(QStringLiteral("key"));
    QFile::remove(key);
    account.authorizedKeys = {*SshServer::generateKeyPair(key)};
    options.accounts.insert(QStringLiteral("lab"), account);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), m_folder.path() + QStringLiteral(":/usr/bin:/bin"));
    options.exec = [environment, shell](const QString &command) {
        const QStringList words =
            shell == QLatin1String("yes") ? QStringList() : QStringList{QStringLiteral("-c"), command};
        return SshServer::Command{shell, words, environment};
    };
    QVERIFY(server.listen(options).has_value());
    QFile known(m_folder.filePath(QStringLiteral("known_hosts")));
    QVERIFY(known.open(QIODevice::WriteOnly) && known.write(server.knownHostsLine().trimmed() + '\n') > 0);
    known.close();
    const Usage usage = measure(
        {QStringLiteral("diagnose"), QStringLiteral("lab@127.0.0.1:%1").arg(server.port()),
         QStringLiteral("--ssh-config=none"), QStringLiteral("--known-hosts=known_hosts"),
         QStringLiteral("--identity=key"), QStringLiteral("--no-sudo"), QStringLiteral("--case=big.gordian"),
         QStringLiteral("--html=big.html"), QStringLiteral("--json=big.json")},
        m_folder.path());
    qint64 kept = 0;
    if (const auto saved = CaseStore::read(m_folder.filePath(QStringLiteral("big.gordian")))) {
        for (const Artifact &artifact : saved->artifacts) {
            kept += artifact.output.size();
        }
    }
    qInfo().noquote() << "peak memory of gordianctl:" << megabytes(usage.peakKilobytes * 1024)
                      << "(aim: below 150 MB), output kept:" << megabytes(kept) << ", exit" << usage.code
                      << "after" << usage.milliseconds << "ms, case"
                      << megabytes(QFileInfo(m_folder.filePath(QStringLiteral("big.gordian"))).size());
    QVERIFY(usage.code >= 2 && usage.code <= 5);
}

void MemoryBench::tenNodesAtOnce()
{
    DemoCluster cluster;
    QVERIFY(cluster.start(10));
    Investigation session(m_plugins, cluster);
    QVERIFY(session.startNew({}, m_folder.filePath(QStringLiteral("ten.gordian"))).has_value());
    session.addNodes(cluster.nodes());
    QElapsedTimer sinceBeat;
    qint64 longest = 0;
    qint64 longestWork = 0;
    qint64 workBefore = threadMilliseconds();
    QVector<qint64> gaps;
    QTimer heart;
    constexpr int beatMilliseconds = 5;
    connect(&heart, &QTimer::timeout, this, [&] {
        const qint64 gap = sinceBeat.restart() - beatMilliseconds;
        longest = std::max(longest, gap);
        gaps.append(gap);
        const qint64 work = threadMilliseconds();
        longestWork = std::max(longestWork, work - std::exchange(workBefore, work));
    });
    QElapsedTimer clock;
    clock.start();
    sinceBeat.start();
    heart.start(beatMilliseconds);
    session.collect();
    QVERIFY(QTest::qWaitFor([&] { return !session.isCollecting() && !session.isDiagnosing(); }, 240000));
    std::sort(gaps.begin(), gaps.end());
    qInfo() << "ten nodes took" << clock.elapsed() << "ms; the window's thread came back after at most"
            << longest << "ms, its own work took at most" << longestWork
            << "ms at a time, 99 of 100 gaps were below" << gaps.value(gaps.size() * 99 / 100) << "ms";
    QCOMPARE(session.diagnosis().coverage.nodesExamined, 10);
}

/// What a kubelet and etcd say that cannot reach each other, a gigabyte of it, triaged as one file.
void MemoryBench::aGigabyteOfLogs()
{
    constexpr qint64 wanted = 1'000'000'000;
    constexpr int block = 10'000; // lines
    const QString path = m_folder.filePath(QStringLiteral("big.log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int number = 0; file.size() < wanted;) {
        QByteArray lines;
        for (int i = 0; i < block; ++i, ++number) {
            const QByteArray time =
                QByteArray::number(10 + number / 600 % 50) + ':' + QByteArray::number(10 + number / 10 % 50);
            lines += "Nov 23 12:" + time + " cp1 kubelet[" + QByteArray::number(800 + number / 100'000)
                + "]: E1123 12:" + time + "." + QByteArray::number(100'000 + number % 900'000)
                + " 811 reflector.go:138] failed to list *v1.Node: Get "
                  "\"https://10.77.77.11:6443/api/v1/nodes?limit=500&resourceVersion="
                + QByteArray::number(number % 1000)
                + "\": dial tcp 10.77.77.11:6443: connect: connection refused\n";
        }
        QVERIFY(file.write(lines) == lines.size());
    }
    file.close();
    const Usage usage = measure({QStringLiteral("triage"), QStringLiteral("big.log")}, m_folder.path());
    QVERIFY(QFile::remove(path));
    qInfo().noquote() << "a gigabyte triaged: peak memory" << megabytes(usage.peakKilobytes * 1024)
                      << "(aim: below 300 MB), exit" << usage.code << "after" << usage.milliseconds << "ms";
    QVERIFY(usage.code >= 0 && usage.code <= 5);
}

QTEST_MAIN(MemoryBench)
#include "tst_memorybench.moc"
