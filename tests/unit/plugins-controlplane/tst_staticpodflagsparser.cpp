// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "controlplane/staticpodflagsparser.h"
#include "support/collectedfacts.h"

#include <QTest>

using namespace gordian;
using namespace gordian::test;

namespace {

const auto kManifest = QStringLiteral("/etc/kubernetes/manifests/kube-apiserver.yaml");
const QByteArray kPod =
    "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - command:\n    - kube-apiserver\n"
    "    - --advertise-address=10.77.77.11\n    - \"--secure-port=6443\"\n"
    "    - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key\n"
    "    image: k8s.gcr.io/kube-apiserver:v1.20.2\n";

CollectedFacts parsed(const QVector<NamedText> &parts)
{
    CollectedFacts facts;
    StaticPodFlagsParser().parse(artifactOf(QStringLiteral("apiserver.manifest"), parts), facts);
    return facts;
}

} // namespace

class TestStaticPodFlagsParser : public QObject {
    Q_OBJECT

private slots:
    void flagsAndImageAreRead();
    void argsCountLikeCommand();
    void aManifestThatIsNoPodIsNotUnderstood_data();
    void aManifestThatIsNoPodIsNotUnderstood();
    void hostileInputIsSurvived();
};

void TestStaticPodFlagsParser::flagsAndImageAreRead()
{
    const auto facts =
        parsed({{QStringLiteral("layout"), "present /etc/kubernetes/manifests/kube-apiserver.yaml\n"},
                {kManifest, kPod}});
    QCOMPARE(facts.text(QStringLiteral("apiserver.flag-advertise-address")), QStringLiteral("10.77.77.11"));
    QCOMPARE(facts.text(QStringLiteral("apiserver.flag-secure-port")), QStringLiteral("6443"));
    QCOMPARE(facts.text(QStringLiteral("apiserver.image")),
             QStringLiteral("k8s.gcr.io/kube-apiserver:v1.20.2"));
    QVERIFY(!facts.find(QStringLiteral("apiserver.flag-tls-private-key-file")));
    QCOMPARE(facts.find(QStringLiteral("apiserver.flag-advertise-address"))->source.firstLine, 8);
}

void TestStaticPodFlagsParser::argsCountLikeCommand()
{
    const auto facts =
        parsed({{kManifest,
                 "spec: {containers: [{command: [kube-apiserver], args: ['--bind-address=0.0.0.0']}]}\n"}});
    QCOMPARE(facts.text(QStringLiteral("apiserver.flag-bind-address")), QStringLiteral("0.0.0.0"));
}

void TestStaticPodFlagsParser::aManifestThatIsNoPodIsNotUnderstood_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::newRow("no YAML") << QByteArray("spec:\n  containers:\n - command:\n   - x\n bad\n");
    QTest::newRow("a list") << QByteArray("- a\n- b\n");
    QTest::newRow("no containers") << QByteArray("spec: {containers: []}\n");
}

void TestStaticPodFlagsParser::aManifestThatIsNoPodIsNotUnderstood()
{
    QFETCH(QByteArray, manifest);
    const auto facts = parsed({{kManifest, manifest}});
    QVERIFY(facts.all().isEmpty());
    QCOMPARE(facts.complaints().size(), 1);
}

void TestStaticPodFlagsParser::hostileInputIsSurvived()
{
    for (const QByteArray &bytes : hostileBytes()) {
        parsed({{kManifest, bytes}});
        parsed({{{}, bytes}});
        parsed({{kManifest, "spec:\n  containers:\n  - command:\n    - --bind-address=" + bytes}});
    }
    for (qsizetype size = 0; size < kPod.size(); size += 3) {
        parsed({{kManifest, kPod.left(size)}});
    }
}

QTEST_GUILESS_MAIN(TestStaticPodFlagsParser)
#include "tst_staticpodflagsparser.moc"
