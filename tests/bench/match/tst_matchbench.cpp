// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// 200 signatures over 100 MB of kubelet and etcd log: Gordian's matcher, one QRegularExpression at a time
// and, where it is installed, Hyperscan. Prints ratios of one run; nothing depends on the clock but what is
// printed.

#include "diagnose/diagnose.h"
#include "diagnose/matcher.h"
#include "support/packbuilder.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#if GORDIAN_BENCH_HYPERSCAN
#include <hs/hs.h>
#endif

#include <algorithm>

using namespace gordian;
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

void print(const char *what, double seconds, double ours)
{
    qInfo("%-44s %8.2f s for 100 MB   %6.1f x ours", what, seconds, seconds / ours);
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
    void allAtOnce();
    void aFleet();
};

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

    print("all at once (RE2::Set)", ours, ours);
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
