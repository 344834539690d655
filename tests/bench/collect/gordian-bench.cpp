// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Measures collecting against what people use today, in one run on one machine, and prints ratios: times of
// different machines say nothing. Not run by the tests but for a smoke run with tiny counts.

#include "bench/collect/delayproxy.h"
#include "bench/collect/sshdserver.h"
#include "collect/collector.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <functional>

#include <sys/resource.h>

using namespace gordian;

namespace {

struct Plan {
    int probes = 60;
    int rounds = 3;
    int roundTripMs = 50;
    int nodes = 50;
};

struct Cost {
    double ms = -1; ///< wall; -1: could not be run
    double cpuMs = 0; ///< of the measuring side: us, or the peer's processes
    long megabytes = 0; ///< largest process
    QString note;
    double afterSignInMs = 0; ///< ours: from the last node's sign-in to the end
};

struct Usage {
    double cpuMs = 0;
    long megabytes = 0;
};

Usage usage(int who)
{
    rusage used{};
    getrusage(who, &used);
    const auto ms = [](const timeval &t) { return double(t.tv_sec) * 1000 + double(t.tv_usec) / 1000; };
    return {ms(used.ru_utime) + ms(used.ru_stime), used.ru_maxrss / 1024};
}

// The median round by wall time.
Cost median(int rounds, const std::function<Cost()> &run)
{
    std::vector<Cost> costs;
    for (int i = 0; i < rounds; ++i) {
        costs.push_back(run());
        if (costs.back().ms < 0) {
            return costs.back();
        }
    }
    std::sort(costs.begin(), costs.end(), [](const Cost &a, const Cost &b) { return a.ms < b.ms; });
    return costs[costs.size() / 2];
}

Cost runPeer(const QString &program, const QString &command)
{
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        return {-1, 0, 0, program + QStringLiteral(" is not installed")};
    }
    const Usage before = usage(RUSAGE_CHILDREN);
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
    if (!process.waitForFinished(120000)) {
        process.kill();
        process.waitForFinished(1000);
        return {-1, 0, 0, QStringLiteral("no end after two minutes")};
    }
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    if (process.exitCode() != 0) {
        return {-1, 0, 0,
                QStringLiteral("failed: ")
                    + QString::fromUtf8(process.readAllStandardError()).trimmed().left(200)};
    }
    const Usage after = usage(RUSAGE_CHILDREN);
    return {ms, after.cpuMs - before.cpuMs, after.megabytes, {}};
}

Cost runOurs(const Plan &plan, const SshdServer &sshd, const QVector<quint16> &ports)
{
    SshSettings settings;
    settings.sshConfigFile = QStringLiteral("none");
    settings.knownHostsFile = sshd.folder() + QStringLiteral("/known_hosts");
    settings.identityFiles = QStringList{sshd.identity()};
    settings.useAgent = false;
    QVector<Probe> probes(plan.probes);
    for (qsizetype i = 0; i < probes.size(); ++i) {
        probes[i].id = QStringLiteral("p%1").arg(i);
        probes[i].run = QStringLiteral("true");
    }
    QVector<Node> nodes;
    for (const quint16 port : ports) {
        Node node;
        node.id = QString::number(port);
        node.endpoint = {sshd.user(), QStringLiteral("127.0.0.1"), port};
        nodes.append(node);
    }
    CollectOptions options;
    options.nodesAtOnce = static_cast<int>(nodes.size());
    DefaultTransportFactory factory(settings);
    Collector collector(factory, [&](const NodeRecord &, int wave, const QVector<Artifact> &) {
        return wave == 1 ? probes : QVector<Probe>();
    });
    qsizetype answered = 0;
    QString trouble;
    QObject::connect(&collector, &Collector::hostKeyUnknown, &collector,
                     [&](const HostKeyOffer &offer) { collector.acceptHostKey(offer.node); });
    QObject::connect(&collector, &Collector::artifactCollected, &collector,
                     [&](const Artifact &a) { answered += a.answered() ? 1 : 0; });
    const Usage before = usage(RUSAGE_SELF);
    QElapsedTimer timer;
    QSet<QString> signedIn;
    double signedInMs = 0;
    QObject::connect(&collector, &Collector::nodeChanged, &collector, [&](const NodeRecord &r) {
        trouble = r.failure ? r.failure->detail : trouble;
        if (r.state == ConnectState::Running && !signedIn.contains(r.node.id)) {
            signedIn.insert(r.node.id);
            signedInMs = double(timer.nsecsElapsed()) / 1e6;
        }
    });
    timer.start();
    QSignalSpy finished(&collector, &Collector::finished);
    collector.start(nodes, options);
    if (finished.isEmpty()) {
        finished.wait(120000);
    }
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    if (answered != probes.size() * nodes.size()) {
        return {-1, 0, 0,
                QStringLiteral("%1 answers instead of %2 %3")
                    .arg(answered)
                    .arg(probes.size() * nodes.size())
                    .arg(trouble)};
    }
    const Usage after = usage(RUSAGE_SELF);
    return {ms, after.cpuMs - before.cpuMs, after.megabytes, {}, ms - signedInMs};
}

void print(const QString &what, const Cost &cost, const Cost &ours)
{
    if (cost.ms < 0) {
        std::printf("  %-44s %s\n", qPrintable(what), qPrintable(cost.note));
        std::fflush(stdout);
        return;
    }
    std::printf("  %-44s %9.0f ms  x %6.1f   cpu %8.0f ms   %4ld MB\n", qPrintable(what), cost.ms,
                ours.ms > 0 ? cost.ms / ours.ms : 0, cost.cpuMs, cost.megabytes);
    std::fflush(stdout);
}

// Sixty questions to one node over a slow link, connecting and signing in included.
bool oneNode(const Plan &plan, const SshdServer &sshd, quint16 port)
{
    const QString ssh =
        QStringLiteral("ssh %1 -p %2 %3@127.0.0.1").arg(sshd.clientOptions()).arg(port).arg(sshd.user());
    const QString master =
        QStringLiteral("ssh -o ControlMaster=auto -o ControlPath=%1/c-%C -o ControlPersist=30 ")
            .arg(sshd.folder())
        + ssh.mid(4);
    const QString count = QString::number(plan.probes);
    const QString loop =
        QStringLiteral("i=0; while [ $i -lt %1 ]; do %2 true </dev/null || exit 1; i=$((i+1)); done");
    const QString end = QStringLiteral("; r=$?; %1 -O exit 2>/dev/null; exit $r").arg(master);
    const QString script = QStringLiteral("true; ").repeated(plan.probes);

    std::printf("%d probes on one node, %d ms round trip, median of %d\n", plan.probes, plan.roundTripMs,
                plan.rounds);
    runOurs(plan, sshd, {port}); // the first time asks for the host key
    const Cost ours = median(plan.rounds, [&] { return runOurs(plan, sshd, {port}); });
    print(QStringLiteral("gordian"), ours, ours);
    if (ours.ms > 0 && plan.roundTripMs > 0) {
        std::printf("  %-44s %9.0f ms  (%.1f round trips)\n", "  of which after the sign-in",
                    ours.afterSignInMs, ours.afterSignInMs / plan.roundTripMs);
    }
    const auto peer = [&](const QString &what, const QString &program, const QString &command) {
        print(what, median(plan.rounds, [&] { return runPeer(program, command); }), ours);
    };
    peer(QStringLiteral("ssh host sh -s, all in one script"), QStringLiteral("ssh"),
         QStringLiteral("printf '%1' | %2 sh -s").arg(script, ssh));
    peer(QStringLiteral("ControlMaster, 8 at once"), QStringLiteral("ssh"),
         QStringLiteral("%1 true && seq %2 | xargs -P 8 -I{} %1 true").arg(master, count) + end);
    peer(QStringLiteral("ControlMaster, in a loop"), QStringLiteral("ssh"),
         QStringLiteral("( %1 )").arg(loop.arg(count, master)) + end);
    peer(QStringLiteral("pssh, one script"), QStringLiteral("parallel-ssh"),
         QStringLiteral("parallel-ssh -H %1@127.0.0.1:%2 -x '%3' '%4'")
             .arg(sshd.user())
             .arg(port)
             .arg(sshd.clientOptions(), script));
    peer(QStringLiteral("clush, one script"), QStringLiteral("clush"),
         QStringLiteral("clush -w 127.0.0.1 -l %1 -o '-p %2 %3' '%4'")
             .arg(sshd.user())
             .arg(port)
             .arg(sshd.clientOptions(), script));
    // Minutes for what is known after one round.
    print(QStringLiteral("ssh host cmd, in a loop (one round)"),
          runPeer(QStringLiteral("ssh"), loop.arg(count, ssh)), ours);
    return ours.ms > 0;
}

bool manyNodes(const Plan &plan, const SshdServer &sshd)
{
    const QString script = QStringLiteral("true; ").repeated(plan.probes);
    QFile hosts(sshd.folder() + QStringLiteral("/hosts"));
    if (!hosts.open(QIODevice::WriteOnly)) {
        return false;
    }
    for (const quint16 port : sshd.ports()) {
        hosts.write(QStringLiteral("%1@127.0.0.1:%2\n").arg(sshd.user()).arg(port).toUtf8());
    }
    hosts.close();
    // clush names nodes, not ports: an ssh configuration gives every port a name.
    QFile config(sshd.folder() + QStringLiteral("/ssh_config"));
    if (!config.open(QIODevice::WriteOnly)) {
        return false;
    }
    for (qsizetype i = 0; i < sshd.ports().size(); ++i) {
        config.write(
            QStringLiteral("Host n%1\n HostName 127.0.0.1\n Port %2\n").arg(i).arg(sshd.ports()[i]).toUtf8());
    }
    config.close();
    const QString options =
        sshd.clientOptions().replace(QStringLiteral("-F none"), QStringLiteral("-F ") + config.fileName());

    std::printf("\n%d probes on each of %d nodes (an sshd for every 16, a port each), no delay\n",
                plan.probes, plan.nodes);
    runOurs(plan, sshd, sshd.ports());
    const Cost ours = median(plan.rounds, [&] { return runOurs(plan, sshd, sshd.ports()); });
    print(QStringLiteral("gordian"), ours, ours);
    print(QStringLiteral("pssh, one script, all at once"),
          median(plan.rounds,
                 [&] {
                     return runPeer(QStringLiteral("parallel-ssh"),
                                    QStringLiteral("parallel-ssh -p %1 -h %2 -x '%3' '%4'")
                                        .arg(plan.nodes)
                                        .arg(hosts.fileName(), sshd.clientOptions(), script));
                 }),
          ours);
    print(QStringLiteral("clush, one script, all at once"),
          median(plan.rounds,
                 [&] {
                     return runPeer(QStringLiteral("clush"),
                                    QStringLiteral("clush -f %1 -w 'n[0-%2]' -l %3 -o '%4' '%5'")
                                        .arg(plan.nodes)
                                        .arg(plan.nodes - 1)
                                        .arg(sshd.user(), options, script));
                 }),
          ours);
    return ours.ms > 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const auto number = [&parser](const char *name, const char *what, int standard) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what), QStringLiteral("n"),
                          QString::number(standard)});
    };
    Plan plan;
    number("probes", "quick probes a node", plan.probes);
    number("rounds", "rounds; the median is printed", plan.rounds);
    number("round-trip", "milliseconds of the slow link", plan.roundTripMs);
    number("nodes", "nodes at once", plan.nodes);
    parser.addHelpOption();
    parser.process(app);
    plan.probes = parser.value(QStringLiteral("probes")).toInt();
    plan.rounds = std::max(1, parser.value(QStringLiteral("rounds")).toInt());
    plan.roundTripMs = parser.value(QStringLiteral("round-trip")).toInt();
    plan.nodes = std::max(1, parser.value(QStringLiteral("nodes")).toInt());

    SshdServer sshd;
    if (!sshd.start(plan.nodes)) {
        std::printf("skipped: %s\n", qPrintable(sshd.why()));
        return 0;
    }
    LinkThread link(sshd.ports().first(), plan.roundTripMs);
    QSignalSpy listening(&link, &LinkThread::listening);
    link.start();
    if (listening.isEmpty() && !listening.wait(5000)) {
        std::printf("the slow link did not come up\n");
        return 1;
    }
    const bool one = oneNode(plan, sshd, listening.first().first().value<quint16>());
    const bool many = manyNodes(plan, sshd);
    return one && many ? 0 : 1;
}
