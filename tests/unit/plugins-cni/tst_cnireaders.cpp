// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cni/cnireaders.h"
#include "sdk/parts.h"
#include "support/factcollector.h"

#include <QTest>

using namespace gordian;
using gordian::test::artifactOf;
using gordian::test::FactCollector;

namespace {

FactCollector read(ProbeReader::Read reader, const Artifact &artifact)
{
    FactCollector facts;
    ProbeReader({}, reader).parse(artifact, facts);
    return facts;
}

Artifact configs(const QByteArray &names, const QVector<QPair<QString, QByteArray>> &files)
{
    QVector<QPair<QString, QByteArray>> sections{
        {QStringLiteral("listing"), "directory /etc/cni/net.d\n" + names}};
    return artifactOf({}, sections + files);
}

const QString calico = QStringLiteral("/etc/cni/net.d/10-calico.conflist");

} // namespace

class TestCniReaders : public QObject {
    Q_OBJECT

private slots:
    void theFirstFileByNameWins();
    void anEmptyFolderHasNoWinner();
    void saysInWhichLineJsonBreaks();
    void wantsWhatLibcniWants_data();
    void wantsWhatLibcniWants();
    void namesMissingPrograms();
    void survivesHostileInput();
};

void TestCniReaders::theFirstFileByNameWins()
{
    const FactCollector facts =
        read(readCniConfig,
             configs("file 1 1 644 87-podman.conflist\nfile 1 1 600 calico-kubeconfig\nfile 1 1 600 "
                     "10-calico.conflist\n",
                     {{QStringLiteral("/etc/cni/net.d/87-podman.conflist"), "{"},
                      {calico,
                       "{\"name\": \"k8s\", \"cniVersion\": \"0.3.1\", \"plugins\": [{\"type\": \"calico\", "
                       "\"ipam\": {\"type\": \"calico-ipam\"}}, {\"type\": \"portmap\"}]}"}}));
    QCOMPARE(facts.value(QStringLiteral("cni.winner")), calico);
    QCOMPARE(facts.value(QStringLiteral("cni.config-count")), QStringLiteral("2"));
    QCOMPARE(facts.value(QStringLiteral("cni.valid")), QStringLiteral("true"));
    QCOMPARE(facts.value(QStringLiteral("cni.network")), QStringLiteral("calico"));
    QCOMPARE(facts.value(QStringLiteral("cni.plugin-types")), QStringLiteral("calico, calico-ipam, portmap"));
}

void TestCniReaders::anEmptyFolderHasNoWinner()
{
    const FactCollector facts = read(readCniConfig, configs({}, {}));
    QCOMPARE(facts.value(QStringLiteral("cni.config-count")), QStringLiteral("0"));
    QVERIFY(facts.value(QStringLiteral("cni.winner")).isNull());
}

void TestCniReaders::saysInWhichLineJsonBreaks()
{
    const FactCollector facts =
        read(readCniConfig,
             configs("file 1 1 644 10-calico.conflist\n",
                     {{calico, "{\n  \"cniVersion\": \"0.4.0\"\n  \"name\": \"x\"\n}\n"}}));
    QCOMPARE(facts.value(QStringLiteral("cni.valid")), QStringLiteral("false"));
    QVERIFY(facts.value(QStringLiteral("cni.error")).contains(QLatin1String("line 3")));
}

void TestCniReaders::wantsWhatLibcniWants_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("valid");
    QTest::newRow("a list needs plugins") << QByteArray("{\"name\": \"a\"}") << false;
    QTest::newRow("a list needs a name") << QByteArray("{\"plugins\": [{\"type\": \"bridge\"}]}") << false;
    QTest::newRow("an array is no configuration") << QByteArray("[]") << false;
    QTest::newRow("no cniVersion is allowed by the parser")
        << QByteArray("{\"name\": \"a\", \"plugins\": [{\"type\": \"bridge\"}]}") << true;
}

void TestCniReaders::wantsWhatLibcniWants()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, valid);
    const FactCollector facts =
        read(readCniConfig, configs("file 1 1 644 10-calico.conflist\n", {{calico, json}}));
    QCOMPARE(facts.value(QStringLiteral("cni.valid")),
             valid ? QStringLiteral("true") : QStringLiteral("false"));
}

void TestCniReaders::namesMissingPrograms()
{
    const FactCollector facts = read(readCniBinaries,
                                     artifactOf("directory /opt/cni/bin\nprogram /opt/cni/bin/portmap\nfound "
                                                "portmap /opt/cni/bin\nnowhere bridge\n"));
    QCOMPARE(facts.value(QStringLiteral("cni.missing-programs")), QStringLiteral("bridge"));
    QCOMPARE(facts.line(QStringLiteral("cni.missing-programs")), 4);
    QCOMPARE(facts.value(QStringLiteral("cni.program-count")), QStringLiteral("1"));
}

void TestCniReaders::survivesHostileInput()
{
    const QByteArray inputs[] = {{},
                                 QByteArray("\0\xff", 2),
                                 QByteArray(100000, '['),
                                 "{\"plugins\": 3, \"name\": []}",
                                 "{\"name\": \"a\", \"plugins\": [1, null, {\"ipam\": []}]}"};
    for (const QByteArray &bytes : inputs) {
        read(readCniConfig, configs("file 1 1 644 10-calico.conflist\n", {{calico, bytes}}));
        read(readCniConfig, configs(bytes, {}));
        read(readCniBinaries, artifactOf(bytes));
        read(readCniState, artifactOf(bytes));
    }
}

QTEST_GUILESS_MAIN(TestCniReaders)
#include "tst_cnireaders.moc"
