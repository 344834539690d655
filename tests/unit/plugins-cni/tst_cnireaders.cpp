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
    void tellsTheNetworksOwnProgramFromItsHelpers_data();
    void tellsTheNetworksOwnProgramFromItsHelpers();
    void namesProgramsOutsideTheRuntimesFolders();
    void readsAPastedConfiguration_data();
    void readsAPastedConfiguration();
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

void TestCniReaders::tellsTheNetworksOwnProgramFromItsHelpers_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("missing");
    QTest::newRow("a helper is missing")
        << QByteArray("main flannel\nfound flannel /opt/cni/bin\nnowhere portmap\n")
        << QStringLiteral("false");
    QTest::newRow("the network's own program is missing")
        << QByteArray("main flannel\nnowhere flannel\nfound portmap /opt/cni/bin\n")
        << QStringLiteral("true");
    QTest::newRow("which one is the network's own is not said")
        << QByteArray("nowhere flannel\n") << QString();
}

void TestCniReaders::tellsTheNetworksOwnProgramFromItsHelpers()
{
    QFETCH(QByteArray, output);
    QTEST(read(readCniBinaries, artifactOf(output)).value(QStringLiteral("cni.main-missing")), "missing");
}

void TestCniReaders::namesProgramsOutsideTheRuntimesFolders()
{
    const FactCollector facts = read(
        readCniBinaries, artifactOf("main bridge\noutside /opt/cni/bin/bridge\nfound bridge /opt/cni/bin\n"));
    QCOMPARE(facts.value(QStringLiteral("cni.outside-programs")), QStringLiteral("/opt/cni/bin/bridge"));
    QCOMPARE(facts.value(QStringLiteral("cni.missing-program-count")), QStringLiteral("0"));
}

void TestCniReaders::readsAPastedConfiguration_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("version");
    const QByteArray plugins = "\"plugins\": [ { \"type\": \"flannel\" } ]";
    QTest::newRow("a file") << QByteArray("{ \"name\": \"cbr0\", \"cniVersion\": \"0.3.1\", " + plugins + "}")
                            << QStringLiteral("0.3.1");
    QTest::newRow("a file without a version")
        << QByteArray("{ \"name\": \"cbr0\", " + plugins + "}") << QStringLiteral("none");
    QTest::newRow("the ConfigMap that it comes from") << QByteArray(
        "data:\n  cni-conf.json: |\n    { \"name\": \"cbr0\", " + plugins + "}\n  net: |\n    {}\n")
                                                      << QStringLiteral("none");
    QTest::newRow("a brace in a text does not count")
        << QByteArray("{ \"name\": \"a}\\\"b\", \"cniVersion\": \"1.0.0\", " + plugins + "}")
        << QStringLiteral("1.0.0");
    QTest::newRow("what is cut short says nothing")
        << QByteArray("{ \"name\": \"cbr0\", " + plugins) << QString();
    QTest::newRow("another JSON object says nothing") << QByteArray("{ \"plugins\": [] }") << QString();
}

void TestCniReaders::readsAPastedConfiguration()
{
    QFETCH(QByteArray, text);
    QTEST(read(readCniConfig, artifactOf(text)).value(QStringLiteral("cni.version")), "version");
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
