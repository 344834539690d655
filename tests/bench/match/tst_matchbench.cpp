// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// All built-in signatures over the journal of a healthy node and over the logs of failing ones: Gordian's
// matcher, ripgrep and grep with the same patterns, one core each, counting lines. 200 made-up signatures
// over 100 MB of kubelet and etcd log: the matcher, one QRegularExpression at a time and, where it is
// installed, Hyperscan. Prints ratios of one run, of processor time where programs are compared; nothing
// depends on the clock but what is printed. GORDIAN_BENCH_LOGS names a file that is read in place of the logs
// in tests/data.

#include "diagnose/diagnose.h"
#include "diagnose/matcher.h"
#include "dialects.h"
#include "support/builtinlogs.h"
#include "support/packbuilder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#if GORDIAN_BENCH_HYPERSCAN
#include <hs/hs.h>
#endif

#include <algorithm>
#include <iterator>

using namespace gordian;
using namespace gordian::bench;
using namespace gordian::test;

namespace {

constexpr int kSignatures = 200;
constexpr qsizetype kLog = 100LL * 1024 * 1024;
constexpr qsizetype kSlowShare = 50; // one QRegularExpression at a time sees 1/50 of the log

/// Forms that real signatures have: plain words, alternatives, a capture, a run in the middle.
QStringList patterns()
{
    QStringList made;
    for (int i = 0; i < kSignatures; ++i) {
        const QString word = QStringLiteral("fault%1").arg(i);
        switch (i % 5) {
        case 0:
            made.append(word + QStringLiteral(" plugin not initialized"));
            break;
        case 1:
            made.append(word + QStringLiteral(" refused|") + word + QStringLiteral(" reset by peer"));
            break;
        case 2:
            made.append(word + QStringLiteral(": dial tcp (?P<addr>[0-9.]+:\\d+): connect"));
            break;
        case 3:
            made.append(QStringLiteral("\"") + word + QStringLiteral("\" err=\".*context deadline exceeded"));
            break;
        default:
            made.append(QStringLiteral("(?i)") + word + QStringLiteral("\\b.*(expired|not yet valid)"));
            break;
        }
    }
    return made;
}

QByteArray kubeletLog(qsizetype size)
{
    QByteArray made;
    made.reserve(size + 1000);
    for (int i = 0; made.size() < size; ++i) {
        made += "2024-03-16T01:48:4" + QByteArray::number(i % 10)
            + "+0000 cp1 kubelet[1720]: E0316 01:48:44.801833    1720 pod_workers.go:"
            + QByteArray::number(i % 2000)
            + "] \"Error syncing pod, skipping\" err=\"failed to \\\"StartContainer\\\" for \\\"etcd\\\" "
              "with CrashLoopBackOff: back-off 5m0s restarting failed container=etcd\" "
              "pod=\"kube-system/etcd-cp1\"\n";
        if (i % 1000 == 0) {
            made += "2024-03-16T01:48:45+0000 cp1 kubelet[1720]: fault2: dial tcp 10.0.0.1:6443: connect: "
                    "connection refused\n";
        }
    }
    return made;
}

PackBuilder pack()
{
    PackBuilder made;
    made.component(QStringLiteral("kubelet"), 30)
        .probe(QStringLiteral("kubelet.journal"), QStringLiteral("kubelet"),
               QStringLiteral("\"syntax\": \"journal\", \"keep\": \"tail\""));
    const QStringList all = patterns();
    for (int i = 0; i < kSignatures; ++i) {
        made.signature(QStringLiteral("s.n%1").arg(i), QStringLiteral("kubelet"), all.at(i));
    }
    return made;
}

/// What a healthy node's kubelet, containerd, etcd and systemd write, and one line in a thousand that counts.
QByteArray journal(qsizetype size)
{
    static const QByteArray shapes[] = {
        "Nov 23 12:00:0# cp1 kubelet[811]: I1123 12:00:0#.41#    811 reconciler.go:224] "
        "\"operationExecutor.VerifyControllerAttachedVolume started for volume \\\"kube-proxy\\\" "
        "(UniqueName: "
        "\\\"kubernetes.io/configmap/1#\\\") \" pod=\"kube-system/kube-proxy-#\"\n",
        "Nov 23 12:00:0# cp1 containerd[402]: time=\"2026-11-23T12:00:0#.12#Z\" level=info "
        "msg=\"RemoveContainer for "
        "\\\"8c#\\\" returns successfully\"\n",
        "Nov 23 12:00:0# cp1 etcd[1200]: {\"level\":\"info\",\"ts\":\"2026-11-23T12:00:0#.5#Z\",\"caller\":"
        "\"mvcc/kvstore_compaction.go:66\",\"msg\":\"finished scheduled "
        "compaction\",\"compact-revision\":#,\"took\":"
        "\"1.2#ms\"}\n",
        "Nov 23 12:00:0# cp1 systemd[1]: run-containerd-runc-k8s.io-#-runc.mount: Succeeded.\n",
        "Nov 23 12:00:0# cp1 kubelet[811]: I1123 12:00:0#.31#    811 kubelet.go:1888] \"SyncLoop (PLEG): "
        "event for "
        "pod\" pod=\"default/web-#\" event=&{ID:9# Type:ContainerStarted Data:77#}\n",
        "Nov 23 12:00:0# cp1 kernel: cni0: port #(veth#) entered forwarding state\n",
        "Nov 23 12:00:0# cp1 sshd[#]: Accepted publickey for lab from 10.0.0.# port 5# ssh2: ED25519 "
        "SHA256:#\n",
    };
    QByteArray made;
    made.reserve(size + 1000);
    for (int i = 0; made.size() < size; ++i) {
        made += QByteArray(shapes[i % std::size(shapes)]).replace('#', QByteArray::number(i % 9973));
        if (i % 1000 == 0) {
            made +=
                "Nov 23 12:00:01 cp1 kubelet[811]: E1123 12:00:01.1 811 kubelet.go:2163] \"Container runtime "
                "network not ready\" networkReady=\"NetworkReady=false reason:NetworkPluginNotReady message:"
                "Network plugin returns error: cni plugin not initialized\"\n";
        }
    }
    return made;
}

double processorSeconds(int who)
{
    rusage used{};
    ::getrusage(who, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
        + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/// Processor time of a whole run; nothing if the program is not installed or took too long.
double processorSeconds(const QString &program, const QStringList &arguments)
{
    constexpr int patience = 120'000;
    const double before = processorSeconds(RUSAGE_CHILDREN);
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() <= 1;
    return ended ? processorSeconds(RUSAGE_CHILDREN) - before : 0;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

void print(const char *what, double seconds, double ours)
{
    if (seconds > 0) {
        qInfo("%-44s %8.2f s for 100 MB   %6.1f x ours", what, seconds, seconds / ours);
    } else {
        qInfo("%-44s not installed, or given up", what);
    }
}

/// The logs of failing nodes, as they were recorded.
QByteArray failing()
{
    QFile given(qEnvironmentVariable("GORDIAN_BENCH_LOGS"));
    return given.open(QIODevice::ReadOnly) ? given.readAll() : recordedLogs(builtInKnowledge());
}

/// What a node writes that goes on failing: the same lines with other digits where their times stand.
QByteArray again(const QByteArray &logs, qsizetype size)
{
    constexpr qsizetype kTimes = 45;
    QByteArray made;
    const QList<QByteArray> lines = logs.split('\n');
    for (int round = 0; made.size() < size; ++round) {
        for (QByteArray line : lines) {
            for (qsizetype at = 0; at < std::min(line.size(), kTimes); ++at) {
                if (line.at(at) >= '0' && line.at(at) <= '9') {
                    line[at] = char('0' + (line.at(at) - '0' + round) % 10);
                }
            }
            made += line + '\n';
        }
    }
    return made;
}

struct Rival {
    const char *name;
    QStringList arguments; ///< the file of patterns and the text follow
    QByteArray (*said)(const QString &pattern);
};

QVector<Rival> rivals()
{
    return {{"rg",
             {QStringLiteral("-j1"), QStringLiteral("-a"), QStringLiteral("-c"),
              QStringLiteral("--no-unicode"), QStringLiteral("--regex-size-limit=1G"),
              QStringLiteral("--dfa-size-limit=1G"), QStringLiteral("-f")},
             asRust},
            {"grep",
             {QStringLiteral("-a"), QStringLiteral("-c"), QStringLiteral("-E"), QStringLiteral("-f")},
             asExtended}};
}

/// Ours takes all signatures and says which, the rival those that it can say, and only whether any.
void compete(const Rival &rival, const KnowledgeBase &knowledge, const QTemporaryDir &folder,
             const QByteArray &text, double ours)
{
    constexpr qsizetype kShare = 2'000'000; // of the text: they take that long
    const QString program = QString::fromLatin1(rival.name);
    const QString patterns = folder.filePath(QStringLiteral("patterns"));
    const QString nothing = folder.filePath(QStringLiteral("nothing"));
    const QString share = folder.filePath(QStringLiteral("share"));
    QByteArray taken;
    int count = 0;
    write(nothing, "\n");
    for (const Signature &signature : knowledge.signatures()) {
        const QByteArray said = rival.said(signature.pattern);
        if (!said.isEmpty() && write(patterns, said + '\n')
            && processorSeconds(program, rival.arguments + QStringList{patterns, nothing}) > 0) {
            taken += said + '\n';
            ++count;
        }
    }
    const QByteArray part = text.left(text.lastIndexOf('\n', std::min(text.size(), kShare) - 1) + 1);
    write(patterns, taken);
    write(share, part);
    const double start = processorSeconds(program, rival.arguments + QStringList{patterns, nothing});
    const double whole = processorSeconds(program, rival.arguments + QStringList{patterns, share});
    const double seconds = (whole - start) * double(text.size()) / double(part.size());
    qInfo(
        "  %s takes %d of %lld patterns, needs %.2f s to start and reads %.1f MB/s: %.0f x our time without "
        "its start",
        rival.name, count, qlonglong(knowledge.signatures().size()), start,
        double(text.size()) / 1e6 / seconds, seconds / ours);
}

#if GORDIAN_BENCH_HYPERSCAN
double hyperscan(const QByteArray &text)
{
    std::vector<QByteArray> kept;
    std::vector<const char *> expressions;
    std::vector<unsigned> ids;
    const QStringList all = patterns();
    for (int i = 0; i < kSignatures; ++i) {
        kept.push_back(QString(all.at(i)).replace(QLatin1String("?P<addr>"), QString()).toUtf8());
        ids.push_back(unsigned(i));
    }
    for (const QByteArray &each : kept) {
        expressions.push_back(each.constData());
    }
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    hs_scratch_t *scratch = nullptr;
    if (hs_compile_multi(expressions.data(), nullptr, ids.data(), kSignatures, HS_MODE_BLOCK, nullptr,
                         &database, &error)
            != HS_SUCCESS
        || hs_alloc_scratch(database, &scratch) != HS_SUCCESS) {
        return 0;
    }
    int matches = 0;
    QElapsedTimer timer;
    timer.start();
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        hs_scan(
            database, text.constData() + at, unsigned(end - at), 0, scratch,
            [](unsigned, unsigned long long, unsigned long long, unsigned, void *count) {
                ++*static_cast<int *>(count);
                return 0;
            },
            &matches);
        at = end + 1;
    }
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    hs_free_scratch(scratch);
    hs_free_database(database);
    return matches > 0 ? seconds : 0;
}
#endif

} // namespace

class MatchBench : public QObject {
    Q_OBJECT

private slots:
    void builtInSignatures_data();
    void builtInSignatures();
    void allAtOnce();
    void aFleet();
};

void MatchBench::builtInSignatures_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a healthy node's journal") << journal(kLog);
    const QByteArray logs = failing();
    QTest::newRow("failing nodes' logs, once") << logs;
    QTest::newRow("failing nodes' logs, again and again with other times") << again(logs, kLog);
}

void MatchBench::builtInSignatures()
{
    QFETCH(QByteArray, text);
    const KnowledgeBase knowledge = builtInKnowledge();
    QVERIFY(!knowledge.signatures().isEmpty());
    const Matcher matcher(knowledge);
    Artifact artifact;
    artifact.probe = unsortedText();
    artifact.state = ArtifactState::Collected;
    artifact.output = text;
    // A second time, as the others are measured: reading a file that is in memory, with patterns compiled.
    double ours = 0;
    for (int i = 0; i < 2; ++i) {
        const double before = processorSeconds(RUSAGE_THREAD);
        QVERIFY(!matcher.match(artifact).isEmpty());
        ours = processorSeconds(RUSAGE_THREAD) - before;
    }
    const double megabytes = double(text.size()) / 1e6;
    qInfo("%lld signatures, %.1f MB: %.0f MB/s", qlonglong(knowledge.signatures().size()), megabytes,
          megabytes / ours);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("text"));
    QVERIFY(write(file, text));
    for (const Rival &rival : rivals()) {
        compete(rival, knowledge, folder, text, ours);
    }
}

void MatchBench::allAtOnce()
{
    const KnowledgeBase knowledge = pack().load();
    const Matcher matcher(knowledge);
    Artifact artifact;
    artifact.node = QStringLiteral("cp1");
    artifact.probe = QStringLiteral("kubelet.journal");
    artifact.state = ArtifactState::Collected;
    artifact.output = kubeletLog(kLog);

    QElapsedTimer timer;
    timer.start();
    const auto found = matcher.match(artifact);
    const double ours = double(timer.nsecsElapsed()) / 1e9;
    QCOMPARE(found.size(), 1);

    const QByteArray share = artifact.output.left(artifact.output.size() / kSlowShare);
    int slow = 0;
    timer.start();
    for (const QString &pattern : patterns()) {
        const QRegularExpression expression(pattern);
        for (qsizetype at = 0; at < share.size();) {
            const qsizetype next = share.indexOf('\n', at);
            const qsizetype end = next < 0 ? share.size() : next;
            slow +=
                expression.match(QString::fromLatin1(share.constData() + at, end - at)).hasMatch() ? 1 : 0;
            at = end + 1;
        }
    }
    const double single = double(timer.nsecsElapsed()) / 1e9 * double(kSlowShare);
    QVERIFY(slow > 0);

    print("all at once (Gordian's matcher)", ours, ours);
    print("one QRegularExpression at a time", single, ours);
#if GORDIAN_BENCH_HYPERSCAN
    print("all at once (Hyperscan)", hyperscan(artifact.output), ours);
#endif
}

/// 10 nodes of 150 artifacts of 100 KB: the first diagnosis, and the next one of the same case.
void MatchBench::aFleet()
{
    PackBuilder wide = pack();
    for (int i = 0; i < 149; ++i) {
        const QString id = QStringLiteral("p.n%1").arg(i);
        wide.probe(id, QStringLiteral("kubelet"),
                   QStringLiteral("\"syntax\": \"%1\"")
                       .arg(i < 20 ? QStringLiteral("klog") : QStringLiteral("text")))
            .fact(QStringLiteral("f.n%1").arg(i), QStringLiteral("text"), id);
    }
    const KnowledgeBase knowledge = wide.load();
    const Diagnostician diagnostician(knowledge, {});
    CaseBuilder made;
    for (int node = 0; node < 10; ++node) {
        made.node(QStringLiteral("n%1").arg(node))
            .answer(QStringLiteral("kubelet.journal"), kubeletLog(100 * 1024));
        for (int i = 0; i < 149; ++i) {
            made.answer(QStringLiteral("p.n%1").arg(i), kubeletLog(100 * 1024));
        }
    }
    QElapsedTimer timer;
    timer.start();
    const Diagnosis first = diagnostician.diagnose(made.made());
    const double fresh = double(timer.nsecsElapsed()) / 1e9;
    timer.start();
    const Diagnosis second = diagnostician.diagnose(made.made());
    const double again = double(timer.nsecsElapsed()) / 1e9;
    QCOMPARE(first.overall, second.overall);
    qInfo("10 nodes x 150 artifacts x 100 KB: first %.2f s, again %.3f s (%.0f times faster)", fresh, again,
          fresh / again);
}

QTEST_GUILESS_MAIN(MatchBench)
#include "tst_matchbench.moc"
