// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Every probe of every pack is put to the recorded story.

#include "collect/collector.h"
#include "demo/recording.h"
#include "integration/collect/shelltransport.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace gordian;

namespace {

QString joined(const QJsonValue &run)
{
    QStringList lines;
    for (const QJsonValue line : run.toArray()) {
        lines.append(line.toString());
    }
    return run.isArray() ? lines.join(QLatin1Char('\n')) : run.toString();
}

QVector<Probe> packProbes()
{
    QVector<Probe> probes;
    QDirIterator walk(QStringLiteral(GORDIAN_SOURCE_DIR "/plugins"), {QStringLiteral("*.json")}, QDir::Files,
                      QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (!file.fileName().contains(QStringLiteral("/pack/")) || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QJsonArray list =
            QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("probes")).toArray();
        for (const QJsonValue value : list) {
            const QJsonObject object = value.toObject();
            Probe probe;
            probe.id = object.value(QStringLiteral("id")).toString();
            probe.run = joined(object.value(QStringLiteral("run")));
            probe.seconds = object.value(QStringLiteral("seconds")).toInt(5);
            probe.bytes = object.value(QStringLiteral("kilobytes")).toInt(256) * 1024;
            probe.keep = object.value(QStringLiteral("keep")).toString() == QStringLiteral("tail")
                ? Keep::Tail
                : Keep::Head;
            for (const QJsonValue program : object.value(QStringLiteral("anyOf")).toArray()) {
                probe.anyOf.append(program.toString());
            }
            probes.append(probe);
        }
    }
    return probes;
}

} // namespace

class TestStory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto unpacked = Recording::unpack(Recording::builtIn(), QDateTime::currentDateTimeUtc());
        QVERIFY2(unpacked.has_value(), unpacked ? "" : qPrintable(unpacked.error().detail));
        m_recording = std::move(*unpacked);
        ShellSetup setup;
        setup.program = QStringLiteral("/bin/sh");
        setup.environment = m_recording->environment();
        ShellFactory factory(setup);
        const QVector<Probe> probes = packProbes();
        QVERIFY(probes.size() > 50);
        Collector collector(factory, [&](const NodeRecord &, int wave, const QVector<Artifact> &) {
            return wave == 1 ? probes : QVector<Probe>();
        });
        connect(&collector, &Collector::artifactCollected, &collector,
                [this](const Artifact &a) { m_artifacts.insert(a.probe, a); });
        connect(&collector, &Collector::nodeChanged, &collector,
                [this](const NodeRecord &r) { m_record = r; });
        QSignalSpy finished(&collector, &Collector::finished);
        Node node;
        node.id = QStringLiteral("demo");
        node.via = Via::Local;
        collector.start({node}, {});
        QVERIFY(!finished.isEmpty() || finished.wait(90000));
        QCOMPARE(m_artifacts.size(), probes.size());
    }

    void nothingIsLeftUnanswered()
    {
        QVERIFY2(m_recording->unanswered().isEmpty(),
                 qPrintable(m_recording->unanswered().join(QLatin1Char('\n'))));
    }

    void everyProbeAnswersInTime()
    {
        for (const Artifact &artifact : std::as_const(m_artifacts)) {
            const bool fine = artifact.state == ArtifactState::Collected
                || artifact.state == ArtifactState::NotApplicable
                || artifact.state == ArtifactState::CommandMissing;
            QVERIFY2(fine, qPrintable(artifact.probe + QLatin1Char(' ') + artifact.note));
            QVERIFY2(!artifact.errors.contains("not found"),
                     qPrintable(artifact.probe + QLatin1String(artifact.errors)));
        }
    }

    void itIsTheStory_data()
    {
        QTest::addColumn<QString>("probe");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("containerd's effective driver")
            << QStringLiteral("runtime.config") << QByteArray("SystemdCgroup = false");
        QTest::newRow("the kubelet's driver")
            << QStringLiteral("kubelet.config") << QByteArray("cgroupDriver: systemd");
        QTest::newRow("the famous message")
            << QStringLiteral("kubelet.journal") << QByteArray("cni plugin not initialized");
        QTest::newRow("the other famous message")
            << QStringLiteral("kubelet.journal")
            << QByteArray("dial tcp 192.168.124.8:6443: connect: connection refused");
        QTest::newRow("etcd was told to end")
            << QStringLiteral("etcd.log") << QByteArray("received signal; shutting down");
        QTest::newRow("sandboxes that went")
            << QStringLiteral("runtime.sandboxes") << QByteArray("SANDBOX_NOTREADY");
        QTest::newRow("the operator waits for the API")
            << QStringLiteral("cni.agent-log") << QByteArray("10.96.0.1:443: connect: connection refused");
        QTest::newRow("no CNI configuration")
            << QStringLiteral("cni.config") << QByteArray("directory /etc/cni/net.d");
        QTest::newRow("certificates are there")
            << QStringLiteral("certificates.files") << QByteArray("BEGIN CERTIFICATE");
        QTest::newRow("and their keys fit")
            << QStringLiteral("certificates.files") << QByteArray("public /etc/kubernetes/pki/apiserver.key");
        QTest::newRow("time is fine") << QStringLiteral("time.sync") << QByteArray("NTPSynchronized=yes");
    }

    void itIsTheStory()
    {
        QFETCH(QString, probe);
        QFETCH(QByteArray, line);
        QVERIFY2(m_artifacts.value(probe).output.contains(line),
                 m_artifacts.value(probe).output.right(2000).constData());
    }

    void itIsTheRecordedNode()
    {
        QCOMPARE(m_record.privilege, Privilege::Root);
        QCOMPARE(m_record.node.name, QStringLiteral("k8s"));
        // Its journal ends now.
        const QByteArray today =
            QDateTime::currentDateTimeUtc().addSecs(-120).toString(Qt::ISODate).left(10).toLatin1();
        QVERIFY(m_artifacts.value(QStringLiteral("kubelet.journal")).output.contains(today));
        for (const Artifact &artifact : std::as_const(m_artifacts)) {
            QVERIFY2(!artifact.output.contains("PRIVATE KEY"), qPrintable(artifact.probe));
        }
    }

private:
    std::unique_ptr<Recording> m_recording;
    QHash<QString, Artifact> m_artifacts;
    NodeRecord m_record;
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_demostory.moc"
