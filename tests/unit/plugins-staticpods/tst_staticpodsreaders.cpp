// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "sdk/parts.h"
#include "staticpods/staticpodsreaders.h"
#include "support/factcollector.h"

#include <QTest>

using namespace gordian;
using gordian::test::artifactOf;
using gordian::test::FactCollector;

namespace {

const QByteArray listing = "directory /etc/kubernetes/manifests\nfile 1 2165 600 regular file etcd.yaml\n";
const QByteArray etcd = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: etcd\nspec:\n  containers:\n  - "
                        "image: etcd:3.5\n  hostNetwork: true\n";
const QString path = QStringLiteral("/etc/kubernetes/manifests/etcd.yaml");

FactCollector read(ProbeReader::Read reader, const Artifact &artifact)
{
    FactCollector facts;
    ProbeReader({}, reader).parse(artifact, facts);
    return facts;
}

} // namespace

class TestStaticPodsReaders : public QObject {
    Q_OBJECT

private slots:
    void readsAManifest();
    void namesWhatIsMissing();
    void aBrokenFileIsNotAMissingOne();
    void aCutOutputMissesNothing();
    void knowsAControlPlaneNode();
    void survivesHostileInput();
};

void TestStaticPodsReaders::readsAManifest()
{
    const FactCollector facts =
        read(readManifests, artifactOf({}, {{QStringLiteral("listing"), listing}, {path, etcd}}));
    QCOMPARE(facts.value(QStringLiteral("static-pods.host-network"), QStringLiteral("etcd")),
             QStringLiteral("true"));
    QCOMPARE(facts.line(QStringLiteral("static-pods.host-network"), QStringLiteral("etcd")), 10);
    QCOMPARE(facts.value(QStringLiteral("static-pods.image"), QStringLiteral("etcd")),
             QStringLiteral("etcd:3.5"));
    QCOMPARE(facts.value(QStringLiteral("static-pods.files")), QStringLiteral("etcd.yaml"));
}

void TestStaticPodsReaders::namesWhatIsMissing()
{
    const FactCollector facts =
        read(readManifests, artifactOf({}, {{QStringLiteral("listing"), listing}, {path, etcd}}));
    QVERIFY(facts.value(QStringLiteral("static-pods.no-manifest"), QStringLiteral("etcd")).isNull());
    QCOMPARE(facts.value(QStringLiteral("static-pods.no-manifest"), QStringLiteral("kube-apiserver")),
             QStringLiteral("kube-apiserver"));
}

void TestStaticPodsReaders::aBrokenFileIsNotAMissingOne()
{
    QByteArray broken = etcd;
    broken.replace("  containers:", " containers:");
    const FactCollector facts = read(
        readManifests, artifactOf({}, {{QStringLiteral("listing"), listing}, {path, broken + "  x: [\n"}}));
    QVERIFY(!facts.value(QStringLiteral("static-pods.invalid"), path).isNull());
    QVERIFY(facts.value(QStringLiteral("static-pods.no-manifest"), QStringLiteral("etcd")).isNull());
}

void TestStaticPodsReaders::aCutOutputMissesNothing()
{
    Artifact cut = artifactOf({}, {{QStringLiteral("listing"), listing}});
    cut.truncated = true;
    QVERIFY(read(readManifests, cut)
                .value(QStringLiteral("static-pods.no-manifest"), QStringLiteral("etcd"))
                .isNull());
    // Lines without the folder's listing (pasted ones) do not tell what is missing either.
    QVERIFY(read(readManifests, artifactOf(etcd))
                .value(QStringLiteral("static-pods.no-manifest"), QStringLiteral("kube-apiserver"))
                .isNull());
}

void TestStaticPodsReaders::knowsAControlPlaneNode()
{
    const FactCollector facts = read(
        readControlPlaneMarks,
        artifactOf("present /etc/kubernetes/scheduler.conf\nruns etcd\nstray /etc/kubernetes/etcd.yaml\n"));
    QCOMPARE(facts.value(QStringLiteral("static-pods.control-plane")), QStringLiteral("true"));
    QCOMPARE(facts.value(QStringLiteral("static-pods.expected"), QStringLiteral("kube-scheduler")),
             QStringLiteral("true"));
    QCOMPARE(facts.value(QStringLiteral("static-pods.running"), QStringLiteral("etcd")),
             QStringLiteral("true"));
    QCOMPARE(facts.value(QStringLiteral("static-pods.running"), QStringLiteral("kube-apiserver")),
             QStringLiteral("false"));
    const FactCollector worker =
        read(readControlPlaneMarks, artifactOf("present /etc/kubernetes/kubelet.conf\n"));
    QCOMPARE(worker.value(QStringLiteral("static-pods.control-plane")), QStringLiteral("false"));
}

void TestStaticPodsReaders::survivesHostileInput()
{
    const QByteArray inputs[] = {{},
                                 QByteArray("\0\xff", 2),
                                 QByteArray(100000, '{'),
                                 "kind: Pod\nmetadata: 3\nspec: [1]\n",
                                 "kind: Pod\nmetadata: {name: [a]}\nspec: {containers: {a: 1}}\n",
                                 "- - - -\n",
                                 "!!binary x\n"};
    for (const QByteArray &bytes : inputs) {
        read(readManifests, artifactOf({}, {{QStringLiteral("listing"), bytes}, {path, bytes}}));
        read(readControlPlaneMarks, artifactOf(bytes));
    }
}

QTEST_GUILESS_MAIN(TestStaticPodsReaders)
#include "tst_staticpodsreaders.moc"
