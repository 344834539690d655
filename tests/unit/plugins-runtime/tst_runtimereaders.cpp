// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "runtime/podreaders.h"
#include "runtime/podtable.h"
#include "runtime/runtimereaders.h"
#include "sdk/parts.h"
#include "support/factcollector.h"

#include <QFile>
#include <QTest>

using namespace gordian;
using gordian::test::artifactOf;
using gordian::test::FactCollector;

namespace {

QByteArray sample(const char *name)
{
    QFile file(QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/readers/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

FactCollector read(ProbeReader::Read reader, const Artifact &artifact)
{
    FactCollector facts;
    ProbeReader({}, reader).parse(artifact, facts);
    return facts;
}

} // namespace

class TestRuntimeReaders : public QObject {
    Q_OBJECT

private slots:
    void tellsTheDriverOfEachRelease_data();
    void tellsTheDriverOfEachRelease();
    void readsTheTableThatSomebodyPastedInRussian();
    void readsCrictlJson();
    void readsContainersWithAndWithoutNamespace();
    void readsWhyTheNetworkDidNotLoad();
    void seesThatTheCriPluginFailed();
    void picksTheServiceThatIsUp();
    void readsCtrAndItsAttempts();
    void readsAges_data();
    void readsAges();
    void survivesHostileInput_data();
    void survivesHostileInput();
};

void TestRuntimeReaders::tellsTheDriverOfEachRelease_data()
{
    QTest::addColumn<QByteArray>("dump");
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QString>("image");
    QTest::newRow("containerd 2.1, version 3, SystemdCgroup false")
        << sample("containerd-2.1-dump.toml") << QStringLiteral("cgroupfs")
        << QStringLiteral("registry.k8s.io/pause:3.10.2");
    QTest::newRow("containerd 1.6, version 2, SystemdCgroup true")
        << sample("containerd-1.6-dump.toml") << QStringLiteral("systemd")
        << QStringLiteral("k8s.gcr.io/pause:3.2");
    QTest::newRow("the default runtime counts, not another one's option") << QByteArray(
        "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".containerd]\ndefault_runtime_name = \"kata\"\n"
        "[plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.kata.options]\nSystemdCgroup = true\n"
        "[plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.runc.options]\nSystemdCgroup = false\n")
                                                                          << QStringLiteral("systemd")
                                                                          << QString();
    QTest::newRow("a CRI that is switched off has no driver")
        << QByteArray("disabled_plugins = ['io.containerd.grpc.v1.cri']\n[plugins]\n") << QString()
        << QString();
}

void TestRuntimeReaders::tellsTheDriverOfEachRelease()
{
    QFETCH(QByteArray, dump);
    const FactCollector facts = read(readContainerdConfig, artifactOf(dump));
    QTEST(facts.value(QStringLiteral("runtime.cgroup-driver")), "driver");
    QTEST(facts.value(QStringLiteral("runtime.sandbox-image")), "image");
    QCOMPARE(facts.notUnderstoodCount(), 0);
}

void TestRuntimeReaders::readsTheTableThatSomebodyPastedInRussian()
{
    const QByteArray table =
        "POD ID CREATED STATE NAME NAMESPACE ATTEMPT RUNTIME\n"
        "6f693e90c6d20 29 секунд назад Ready kube-proxy-f8rc4 kube-system 7 (default)\n"
        "504e4b6447e89 3 минуты назад Ready etcd-k8s kube-system 7 (default)\n"
        "409c2195fe24a 4 минуты назад NotReady kube-proxy-f8rc4 kube-system 6 (default)\n"
        "56646137a2a85 6 минут назад NotReady etcd-k8s kube-system 6 (default)\n"
        "1a50c48dcfee9 Около минуты назад Ready kube-scheduler-k8s kube-system 5 (default)\n"
        "0cb3cfd02fc22 6 минут назад NotReady kube-scheduler-k8s kube-system 4 (default)\n";
    const FactCollector facts = read(readSandboxes, artifactOf(table));
    QCOMPARE(facts.value(QStringLiteral("sandbox.attempt"), QStringLiteral("kube-system/etcd-k8s")),
             QStringLiteral("7"));
    QCOMPARE(facts.value(QStringLiteral("sandbox.state"), QStringLiteral("kube-system/etcd-k8s")),
             QStringLiteral("ready"));
    QCOMPARE(facts.line(QStringLiteral("sandbox.state"), QStringLiteral("kube-system/etcd-k8s")), 3);
    QCOMPARE(facts.value(QStringLiteral("runtime.churning-pod-count")), QStringLiteral("3"));
    QCOMPARE(facts.value(QStringLiteral("runtime.notready-sandboxes")), QStringLiteral("3"));
}

void TestRuntimeReaders::readsCrictlJson()
{
    const FactCollector facts = read(readSandboxes, artifactOf(sample("crictl-pods.json")));
    const QString scheduler = QStringLiteral("kube-system/kube-scheduler-cp1");
    QCOMPARE(facts.value(QStringLiteral("sandbox.attempt"), scheduler), QStringLiteral("9"));
    QVERIFY(facts.line(QStringLiteral("sandbox.attempt"), scheduler) > 1);
    QVERIFY(
        facts.value(QStringLiteral("sandbox.created"), scheduler).startsWith(QLatin1String("2026-11-23T")));
    // One pod was bounced; that is not the churn of a whole node.
    QCOMPARE(facts.value(QStringLiteral("runtime.churning-pod-count")), QStringLiteral("0"));
}

void TestRuntimeReaders::readsContainersWithAndWithoutNamespace()
{
    const FactCollector modern = read(readContainers, artifactOf(sample("crictl-ps.txt")));
    QCOMPARE(modern.value(QStringLiteral("container.state"), QStringLiteral("kube-system/etcd-cp1/etcd")),
             QStringLiteral("running"));
    QCOMPARE(modern.value(QStringLiteral("container.attempt"), QStringLiteral("kube-system/etcd-cp1/etcd")),
             QStringLiteral("3"));
    const FactCollector old =
        read(readContainers,
             artifactOf("CONTAINER IMAGE CREATED STATE NAME ATTEMPT POD ID POD\n"
                        "0e8aea785572a f16053ccb21d9 16 seconds ago Exited etcd 4 057a70de6ae05 etcd-cp1\n"));
    QCOMPARE(old.value(QStringLiteral("container.state"), QStringLiteral("-/etcd-cp1/etcd")),
             QStringLiteral("exited"));
}

void TestRuntimeReaders::readsWhyTheNetworkDidNotLoad()
{
    const FactCollector facts = read(readCriInfo, artifactOf(sample("crictl-info.json")));
    QCOMPARE(facts.value(QStringLiteral("runtime.network-ready")), QStringLiteral("false"));
    QVERIFY(facts.value(QStringLiteral("runtime.last-cni-load"))
                .contains(QLatin1String("error parsing configuration list")));
    QCOMPARE(facts.value(QStringLiteral("runtime.cgroup-driver")), QStringLiteral("systemd"));
}

void TestRuntimeReaders::seesThatTheCriPluginFailed()
{
    const FactCollector facts = read(readContainerdPlugins, artifactOf(sample("ctr-plugins-error.txt")));
    QCOMPARE(facts.value(QStringLiteral("runtime.cri-plugin")), QStringLiteral("error"));
}

void TestRuntimeReaders::picksTheServiceThatIsUp()
{
    const QByteArray crio = "\n\nId=crio.service\nLoadState=loaded\nActiveState=active\nSubState=running\n"
                            "ExecMainStartTimestamp=Mon 2026-11-23 14:12:50 UTC\nNRestarts=2\n";
    const FactCollector facts =
        read(readRuntimeUnits,
             artifactOf("Id=containerd.service\nLoadState=loaded\nActiveState=inactive\n" + crio));
    QCOMPARE(facts.value(QStringLiteral("runtime.name")), QStringLiteral("crio"));
    QCOMPARE(facts.value(QStringLiteral("runtime.restarts")), QStringLiteral("2"));
    QCOMPARE(facts.value(QStringLiteral("runtime.started")), QStringLiteral("2026-11-23T14:12:50Z"));
    const FactCollector full = read(readRuntimeUnits, artifactOf(sample("systemctl-show.txt")));
    QCOMPARE(full.value(QStringLiteral("runtime.unit-active")), QStringLiteral("active"));
}

void TestRuntimeReaders::readsCtrAndItsAttempts()
{
    const QByteArray tasks = "TASK    PID    STATUS    \naaaa    128    RUNNING\n";
    const QByteArray sandbox = "        \"io.cri-containerd.kind\": \"sandbox\",\n        "
                               "\"io.kubernetes.pod.name\": \"etcd-cp1\",\n"
                               "        \"io.kubernetes.pod.namespace\": \"kube-system\",\n    "
                               "\"CreatedAt\": \"2026-11-23T14:13:05.437824926Z\",\n"
                               "    \"metadata-name\": \"etcd-cp1_kube-system_85f7_3\"\n";
    const FactCollector facts =
        read(readCtrContainers,
             artifactOf({}, {{QStringLiteral("tasks"), tasks}, {QStringLiteral("aaaa"), sandbox}}));
    const QString etcd = QStringLiteral("kube-system/etcd-cp1");
    QCOMPARE(facts.value(QStringLiteral("sandbox.state"), etcd), QStringLiteral("ready"));
    QCOMPARE(facts.value(QStringLiteral("sandbox.attempt"), etcd), QStringLiteral("3"));
    QCOMPARE(facts.value(QStringLiteral("sandbox.created"), etcd), QStringLiteral("2026-11-23T14:13:05Z"));
    QCOMPARE(facts.line(QStringLiteral("sandbox.state"), etcd), 3);
}

void TestRuntimeReaders::readsAges_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("seconds") << QStringLiteral("29 seconds ago") << qint64(29);
    QTest::newRow("about a minute") << QStringLiteral("About a minute ago") << qint64(60);
    QTest::newRow("about an hour") << QStringLiteral("About an hour ago") << qint64(3600);
    QTest::newRow("Russian minutes") << QStringLiteral("13 минут назад") << qint64(780);
    QTest::newRow("Russian, about a minute") << QStringLiteral("Около минуты назад") << qint64(60);
    QTest::newRow("Russian, an hour") << QStringLiteral("Около часа назад") << qint64(3600);
    QTest::newRow("days") << QStringLiteral("2 days ago") << qint64(172800);
}

void TestRuntimeReaders::readsAges()
{
    QFETCH(QString, words);
    QFETCH(qint64, seconds);
    QCOMPARE(ageOf(words).value_or(-1), seconds);
}

void TestRuntimeReaders::survivesHostileInput_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("NUL and invalid UTF-8") << QByteArray("\0\xff\xfe{\"items\": [\xc3\x28", 16);
    QTest::newRow("JSON nested 100,000 deep") << QByteArray(100000, '[').prepend("{\"items\": ");
    QTest::newRow("types that are not what they should be")
        << QByteArray("{\"items\": [1, {\"metadata\": []}, null], \"containers\": [{\"labels\": 3}], "
                      "\"status\": {\"conditions\": [{\"type\": 1, \"status\": \"x\"}]}}");
    QTest::newRow("truncated JSON") << sample("crictl-pods.json").left(900);
    QTest::newRow("truncated TOML") << sample("containerd-2.1-dump.toml").left(1500) + "[plugins.'";
    QTest::newRow("a line of a megabyte") << QByteArray(1 << 20, 'a');
    QTest::newRow("huge numbers") << QByteArray(
        "6f693e90c6d20 99999999999999999999 days ago Ready a b 99999999999999999999 (default)\n");
}

void TestRuntimeReaders::survivesHostileInput()
{
    QFETCH(QByteArray, bytes);
    for (const ProbeReader::Read reader :
         {readSandboxes, readContainers, readExitedContainers, readCtrContainers, readContainerLogFiles,
          readRuntimeUnits, readContainerdConfig, readRuntimeConfigFiles, readCrioConfig, readCriInfo,
          readCriRuntimeConfig, readContainerdPlugins, readImages}) {
        const FactCollector facts =
            read(reader, artifactOf({}, {{QStringLiteral("/etc/containerd/config.toml"), bytes}}));
        for (const Fact &fact : facts.facts()) {
            QVERIFY2(fact.source.firstLine >= 0, qPrintable(fact.key));
        }
    }
}

QTEST_GUILESS_MAIN(TestRuntimeReaders)
#include "tst_runtimereaders.moc"
