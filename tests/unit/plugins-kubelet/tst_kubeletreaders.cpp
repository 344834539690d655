// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "kubelet/kubeletreaders.h"
#include "sdk/parts.h"
#include "support/factcollector.h"

#include <QFile>
#include <QTest>

using namespace gordian;
using gordian::test::artifactOf;
using gordian::test::FactCollector;

namespace {

const QString configPath = QStringLiteral("/var/lib/kubelet/config.yaml");

FactCollector read(ProbeReader::Read reader, const Artifact &artifact)
{
    FactCollector facts;
    ProbeReader({}, reader).parse(artifact, facts);
    return facts;
}

} // namespace

class TestKubeletReaders : public QObject {
    Q_OBJECT

private slots:
    void knowsTheCgroupDriver_data();
    void knowsTheCgroupDriver();
    void saysWhereTheConfigurationBreaks();
    void aLaterFileWins();
    void readsFlags();
    void knowsWhenTheCertificateEnds();
    void survivesHostileInput();
};

void TestKubeletReaders::knowsTheCgroupDriver_data()
{
    QTest::addColumn<QByteArray>("flags");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("driver");
    const QByteArray kind = "kind: KubeletConfiguration\n";
    QFile recorded(QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/readers/kubelet-config.yaml"));
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    QTest::newRow("kubeadm 1.36 writes it down")
        << QByteArray() << recorded.readAll() << QStringLiteral("systemd");
    QTest::newRow("the kubelet's own default is cgroupfs")
        << QByteArray() << kind << QStringLiteral("cgroupfs");
    QTest::newRow("a flag wins over the file")
        << QByteArray("--cgroup-driver=systemd\n") << kind + "cgroupDriver: cgroupfs\n"
        << QStringLiteral("systemd");
    QTest::newRow("a file that cannot be read tells nothing") << QByteArray() << kind + "a: b\n  c: d\n"
                                                              << QString();
}

void TestKubeletReaders::knowsTheCgroupDriver()
{
    QFETCH(QByteArray, flags);
    QFETCH(QByteArray, config);
    const FactCollector facts =
        read(readKubeletConfig, artifactOf({}, {{QStringLiteral("flags"), flags}, {configPath, config}}));
    QTEST(facts.value(QStringLiteral("kubelet.cgroup-driver")), "driver");
}

void TestKubeletReaders::saysWhereTheConfigurationBreaks()
{
    const QByteArray broken =
        "kind: KubeletConfiguration\ncgroupDriver: systemd\n  clusterDNS:\n- 10.96.0.10\n";
    const FactCollector facts = read(readKubeletConfig, artifactOf({}, {{configPath, broken}}));
    QVERIFY(facts.value(QStringLiteral("kubelet.config-error")).contains(QLatin1String("line 3")));
    QCOMPARE(facts.line(QStringLiteral("kubelet.config-error")), 3);
    Artifact cut = artifactOf({}, {{configPath, broken}});
    cut.truncated = true; // then nobody knows whether the file or the cap broke it
    QVERIFY(read(readKubeletConfig, cut).value(QStringLiteral("kubelet.config-error")).isNull());
    QCOMPARE(read(readKubeletConfig, cut).notUnderstoodCount(), 1);
}

void TestKubeletReaders::aLaterFileWins()
{
    const FactCollector facts =
        read(readKubeletConfig,
             artifactOf({},
                        {{configPath, "kind: KubeletConfiguration\ncontainerRuntimeEndpoint: \"\"\n"},
                         {QStringLiteral("/var/lib/kubelet/instance-config.yaml"),
                          "containerRuntimeEndpoint: unix:///run/containerd/containerd.sock\n"}}));
    QCOMPARE(facts.value(QStringLiteral("kubelet.runtime-endpoint")),
             QStringLiteral("unix:///run/containerd/containerd.sock"));
    QCOMPARE(facts.line(QStringLiteral("kubelet.runtime-endpoint")), 3);
}

void TestKubeletReaders::readsFlags()
{
    const QString file = QStringLiteral("/var/lib/kubelet/kubeadm-flags.env");
    const FactCollector facts =
        read(readKubeletFlags,
             artifactOf({},
                        {{file,
                          "KUBELET_KUBEADM_ARGS=\"--container-runtime-endpoint=/run/containerd/"
                          "containerd.sock --node-ip=10.0.0.1 --network-plugn=cni\"\n"}}));
    QCOMPARE(facts.value(QStringLiteral("kubelet.runtime-endpoint")),
             QStringLiteral("/run/containerd/containerd.sock"));
    QVERIFY(
        facts.value(QStringLiteral("kubelet.flags"), file).contains(QLatin1String("--network-plugn=cni")));
}

void TestKubeletReaders::knowsWhenTheCertificateEnds()
{
    const QByteArray certificate = "subject=O = system:nodes\nnotAfter=Nov  3 14:12:57 2026 GMT\n";
    const FactCollector facts =
        read(readKubeletClientCertificate,
             artifactOf({},
                        {{QStringLiteral("files"), "present /etc/kubernetes/kubelet.conf\n"},
                         {QStringLiteral("/var/lib/kubelet/pki/kubelet-client-current.pem"), certificate},
                         {QStringLiteral("clock"), "2026-11-23T14:28:50Z\n"}}));
    QCOMPARE(facts.value(QStringLiteral("kubelet.client-certificate-end")),
             QStringLiteral("2026-11-03T14:12:57Z"));
    QCOMPARE(facts.value(QStringLiteral("kubelet.client-certificate-expired")), QStringLiteral("true"));
}

void TestKubeletReaders::survivesHostileInput()
{
    const QByteArray inputs[] = {{},
                                 QByteArray("\0\xff: [", 5),
                                 QByteArray(200000, '['),
                                 "&a [*a, *a]",
                                 "failSwapOn: [1]\nclusterDNS: {a: b}\n",
                                 QByteArray(1 << 20, '-'),
                                 "notAfter=never\n",
                                 "Id=\nMainPID=x\n"};
    for (const QByteArray &bytes : inputs) {
        for (const ProbeReader::Read reader : {readKubeletConfig, readKubeletFlags, readKubeletProcesses,
                                               readKubeletUnit, readKubeletClientCertificate}) {
            const FactCollector facts = read(reader, artifactOf({}, {{configPath, bytes}}));
            QVERIFY(facts.facts().size() < 100);
        }
    }
}

QTEST_GUILESS_MAIN(TestKubeletReaders)
#include "tst_kubeletreaders.moc"
