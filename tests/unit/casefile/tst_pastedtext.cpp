// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/casestore.h"

#include "core/utc.h"

#include <QtTest>

using namespace gordian;

namespace {

Probe probe(const char *id, const char *syntax, const char *recognise)
{
    Probe made;
    made.id = QString::fromLatin1(id);
    made.syntax = QString::fromLatin1(syntax);
    made.recognise = QString::fromLatin1(recognise);
    return made;
}

QVector<Probe> probes()
{
    return {probe("kubelet.journal", "journal", R"(\bkubelet\[\d+\]: )"),
            probe("runtime.pods", "crictl", R"(^[0-9a-f]{13}\s.*\s(Ready|NotReady)\s)"),
            probe("runtime.config", "toml", R"(io\.containerd\.grpc\.v1\.cri)"),
            probe("static-pods.manifests", "yaml", R"(^kind: Pod$)"),
            probe("kubelet.unit", "ini", R"(^ActiveState=)")};
}

const QByteArray Story = QByteArrayLiteral(
    "Вопрос или проблема\n"
    "POD ID CREATED STATE NAME NAMESPACE ATTEMPT RUNTIME\n"
    "6f693e90c6d20 29 секунд назад Ready kube-proxy-f8rc4 kube-system 7 (default)\n"
    "409c2195fe24a 4 минуты назад NotReady kube-proxy-f8rc4 kube-system 6 (default)\n"
    "root@k8s:~#\n"
    "И оно постоянно перезапускается.\n"
    "Mar 16 01:48:44 cp-7 kubelet[1720]: E0316 01:48:44.801833 1720 kubelet.go:3002] \"x\"\n"
    "Mar 16 01:48:45 cp-7 kubelet[1720]: I0316 01:48:45.661566 1720 pod.go:80] \"y\"\n"
    "Он не может.\n");

QByteArray outputOf(const Case &pasted, const char *id)
{
    const Artifact *artifact = pasted.artifact(QStringLiteral("pasted"), QString::fromLatin1(id));
    return artifact ? artifact->output : QByteArray();
}

} // namespace

class TestPastedText : public QObject {
    Q_OBJECT

private slots:
    void takesAForumPostApart()
    {
        const Case pasted = caseFromText({Story}, probes());
        QCOMPARE(pasted.nodes.size(), 1);
        QCOMPARE(pasted.nodes.constFirst().node.name, QStringLiteral("cp-7"));
        QCOMPARE(outputOf(pasted, "kubelet.journal").count('\n'), 2);
        QCOMPARE(outputOf(pasted, "runtime.pods").count('\n'), 3);
        QVERIFY(outputOf(pasted, "runtime.pods").startsWith("POD ID"));
        QVERIFY(outputOf(pasted, "pasted.text").contains("перезапускается"));
        QVERIFY(!outputOf(pasted, "pasted.text").contains("kubelet["));
    }

    void oddLinesOfAContainerStayInItsLog()
    {
        const QByteArray log = "==> /var/log/pods/kube-system_etcd-cp1_2c95/etcd/2.log <==\n"
                               "2026-11-23T13:33:19.8Z stderr F {\"level\":\"info\",\"ts\":\"x\"}\n"
                               "2026-11-23T13:33:19.9Z stderr F panic: freepages\n";
        const Case pasted =
            caseFromText({log}, {probe("etcd.log", "log", "^==> \\S*[/_]etcd[-_/]\\S* <==$")});
        QCOMPARE(outputOf(pasted, "etcd.log"), log);
    }

    void lastWordsOfAProgramStayBehindItsLog()
    {
        const QByteArray log = "2019-05-14 06:11:37.483904 I | embed: listening for peers\n"
                               "panic: freepages: failed to get all reachable pages\n";
        const Case pasted =
            caseFromText({log + "panic is what I feel\n"}, {probe("etcd.log", "log", "\\bembed: ")});
        QCOMPARE(outputOf(pasted, "etcd.log"), log);
        QVERIFY(outputOf(pasted, "pasted.text").contains("feel"));
    }

    void isAsOldAsItsNewestLogLine()
    {
        const Case pasted =
            caseFromText({"2024-03-16T01:48:44+0000 cp-7 kubelet[17]: x\n"
                          "2024-03-16T01:48:45+0000 cp-7 kubelet[17]: y\n",
                          "6f693e90c6d20 29 seconds ago Ready kube-proxy kube-system 7 (default)\n"},
                         probes());
        QCOMPARE(pasted.artifacts.size(), 2);
        for (const Artifact &artifact : pasted.artifacts) {
            QCOMPARE(artifact.collectedAt, QDateTime({2024, 3, 16}, {1, 48, 45}, Utc));
        }
    }

    void isOfTodayWithoutALog()
    {
        const Case pasted = caseFromText({"ActiveState=active\n"}, probes());
        QCOMPARE(pasted.artifacts.constFirst().collectedAt, pasted.createdAt);
    }

    void twoPatternsMayUseTheSameName()
    {
        const Case pasted = caseFromText(
            {"a=1\nb=2\n"},
            {probe("one.a", "text", "^a=(?P<value>\\d)"), probe("one.b", "text", "^b=(?P<value>\\d)")});
        QCOMPARE(outputOf(pasted, "one.a"), QByteArray("a=1\n"));
        QCOMPARE(outputOf(pasted, "one.b"), QByteArray("b=2\n"));
    }

    void namesTheNodeByThePromptWhenThereIsNoJournal()
    {
        QCOMPARE(caseFromText({"root@k8s:~# crictl pods\n"}, probes()).nodes.constFirst().node.name,
                 QStringLiteral("k8s"));
        QCOMPARE(caseFromText({"nothing"}, probes()).nodes.constFirst().node.name, QStringLiteral("pasted"));
    }

    void keepsAWholeFileTogether()
    {
        const QByteArray config =
            "version = 2\n\n[debug]\n  level = \"\"\n\n[plugins.\"io.containerd.grpc.v1.cri\"]\n  x = "
            "1\n\n[other]\n  y = 2\n";
        const Case pasted = caseFromText({config}, probes());
        QCOMPARE(pasted.artifacts.size(), 1);
        QCOMPARE(outputOf(pasted, "runtime.config"), config);
    }

    void keepsABlockInsideProseTogether()
    {
        const Case pasted =
            caseFromText({"Here is my unit, as asked for by "
                          "everybody\n\nActiveState=active\nSubState=running\n\nplease help me with it\n"},
                         probes());
        QCOMPARE(outputOf(pasted, "kubelet.unit"), QByteArray("ActiveState=active\nSubState=running\n"));
        QVERIFY(outputOf(pasted, "pasted.text").contains("please help"));
    }

    void namesThePartsOfSeveralFiles()
    {
        const Case pasted = caseFromText(
            {"apiVersion: v1\nkind: Pod\n", "apiVersion: v1\nkind: Pod\nmetadata: {}\n"}, probes());
        const Artifact *manifests =
            pasted.artifact(QStringLiteral("pasted"), QStringLiteral("static-pods.manifests"));
        QVERIFY(manifests);
        QCOMPARE(manifests->sections.size(), 2);
        QCOMPARE(manifests->section(QStringLiteral("pasted-2")),
                 QByteArray("apiVersion: v1\nkind: Pod\nmetadata: {}\n"));
    }

    void survivesAnything_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one line feed") << QByteArray("\n");
        QTest::newRow("NUL and broken UTF-8") << QByteArray("\0\xff\xfe\n\x80", 5);
        QTest::newRow("a line of eight megabytes") << QByteArray(8 * 1024 * 1024, 'a');
        QTest::newRow("CR LF") << QByteArray("ActiveState=active\r\n");
    }

    void survivesAnything()
    {
        QFETCH(QByteArray, text);
        QVERIFY(caseFromText({text}, probes()).artifacts.size() <= 1);
        QVERIFY(caseFromText({text}, {}).artifacts.size() <= 1);
    }
};

QTEST_GUILESS_MAIN(TestPastedText)
#include "tst_pastedtext.moc"
