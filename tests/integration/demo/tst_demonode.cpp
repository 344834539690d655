// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The demo node over real SSH: what a newcomer meets first.

#include "collect/collector.h"
#include "demo/demonode.h"

#include <QSignalSpy>
#include <QTest>

using namespace gordian;

namespace {

Probe probe(const QString &id, const QString &run)
{
    Probe made;
    made.id = id;
    made.run = run;
    return made;
}

} // namespace

class TestDemoNode : public QObject {
    Q_OBJECT

private slots:
    void collectsOverSsh()
    {
        DemoNode demo;
        const Result<Endpoint> endpoint = demo.start();
        QVERIFY2(endpoint.has_value(), endpoint ? "" : qPrintable(endpoint.error().detail));
        QCOMPARE(endpoint->host, QStringLiteral("127.0.0.1"));

        DefaultTransportFactory factory(demo.settings());
        Collector collector(factory, [](const NodeRecord &, int wave, const QVector<Artifact> &) {
            return wave == 1
                ? QVector<Probe>{probe(QStringLiteral("pods"), QStringLiteral("cri pods")),
                                 probe(QStringLiteral("key"),
                                       QStringLiteral("show \"$ROOT/etc/kubernetes/pki/sa.key\"")),
                                 probe(
                                     QStringLiteral("reach"),
                                     QStringLiteral("have wget || have python3 || have ssh || echo nothing"))}
                : QVector<Probe>();
        });
        QHash<QString, Artifact> artifacts;
        NodeRecord record;
        connect(&collector, &Collector::artifactCollected, &collector,
                [&](const Artifact &a) { artifacts.insert(a.probe, a); });
        connect(&collector, &Collector::nodeChanged, &collector, [&](const NodeRecord &r) { record = r; });
        QSignalSpy unknownKeys(&collector, &Collector::hostKeyUnknown);
        QSignalSpy finished(&collector, &Collector::finished);
        collector.start({demo.node()}, {});
        QVERIFY(finished.wait(30000));
        QVERIFY2(!record.failure, qPrintable(record.failure ? record.failure->detail : QString()));
        QVERIFY(unknownKeys.isEmpty());
        QCOMPARE(record.privilege, Privilege::Root);
        QVERIFY(artifacts.value(QStringLiteral("pods")).output.contains("etcd-k8s"));
        QVERIFY(artifacts.value(QStringLiteral("pods")).output.contains("NotReady"));
        QVERIFY(!artifacts.value(QStringLiteral("key")).output.contains("BEGIN"));
        QCOMPARE(artifacts.value(QStringLiteral("reach")).output, QByteArray("nothing\n"));
        QVERIFY(record.clockOffsetMs && qAbs(*record.clockOffsetMs) < 3000);
    }

    void refusesWhatIsNoRecording()
    {
        DemoNode demo;
        const Result<Endpoint> endpoint = demo.start(QStringLiteral("/nonexistent"));
        QVERIFY(!endpoint.has_value());
        QCOMPARE(endpoint.error().code, ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(TestDemoNode)
#include "tst_demonode.moc"
