// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Printed, not asserted: what opening a case, judging it and writing its reports take, for the demo node, for
// ten such nodes, and for ten nodes with long logs. resources/docs/performance.md has the targets.

#include "casefile/casestore.h"
#include "report/report.h"
#include "session/investigation.h"
#include "support/democluster.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace gordian;

namespace {

constexpr int kNodes = 10;

/// One figure beside what it should stay below in a release build; ratios compare machines.
class Figures {
public:
    void print(const char *what, double targetMilliseconds, const QString &more = {})
    {
        const double took = double(m_clock.nsecsElapsed()) / 1e6;
        qInfo().noquote() << QStringLiteral("%1 %2 ms (target %3 ms: %4 of it) %5")
                                 .arg(QLatin1String(what), -34)
                                 .arg(took, 8, 'f', 1)
                                 .arg(targetMilliseconds, 6, 'f', 0)
                                 .arg(took / targetMilliseconds, 0, 'f', 2)
                                 .arg(more);
        m_clock.start();
    }
    void start() { m_clock.start(); }

private:
    QElapsedTimer m_clock;
};

QString megabytes(qint64 bytes)
{
    return QStringLiteral("%1 MB").arg(double(bytes) / 1e6, 0, 'f', 1);
}

qint64 outputOf(const Case &whole)
{
    qint64 bytes = 0;
    for (const Artifact &artifact : whole.artifacts) {
        bytes += artifact.output.size();
    }
    return bytes;
}

/// The log again and again, each time with other numbers in it, as a log goes on.
QByteArray grown(const QByteArray &log, qsizetype size, int seed)
{
    QByteArray made;
    made.reserve(size + log.size());
    for (int round = seed; made.size() < size; ++round) {
        QByteArray again = log;
        for (char &letter : again) {
            if (letter == '7' || letter == '3') {
                letter = char('0' + (letter + round) % 10);
            }
        }
        made += again;
        if (!made.endsWith('\n')) {
            made += '\n';
        }
    }
    return made;
}

/// The node of `one`, several times; logs are made longer until the whole has about `bytes`.
Case manyNodes(const Case &one, const KnowledgeBase &knowledge, int nodes, qint64 bytes)
{
    QStringList logs;
    for (const Artifact &artifact : one.artifacts) {
        const Probe *probe = knowledge.probe(artifact.probe);
        if (probe && artifact.sections.isEmpty() && artifact.output.size() > 4096
            && (probe->syntax == QLatin1String("journal") || probe->syntax == QLatin1String("klog")
                || probe->syntax == QLatin1String("log"))) {
            logs.append(artifact.probe);
        }
    }
    Case many = newCase(QStringLiteral("many"));
    for (int i = 0; i < nodes; ++i) {
        NodeRecord record = one.nodes.first();
        record.node.id = record.node.name = QStringLiteral("node-%1").arg(i);
        many.nodes.append(record);
        for (Artifact artifact : one.artifacts) {
            artifact.node = record.node.id;
            if (logs.contains(artifact.probe)) {
                artifact.output =
                    grown(artifact.output,
                          std::max<qint64>(artifact.output.size(), bytes / nodes / logs.size()), i);
            }
            artifact.output.detach();
            many.artifacts.append(artifact);
        }
    }
    return many;
}

} // namespace

class ReportBench : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void casesAndReports_data();
    void casesAndReports();

private:
    QTemporaryDir m_folder;
    PluginHost m_plugins;
    Case m_demo;
};

void ReportBench::initTestCase()
{
    QVERIFY(m_plugins.load({}, {}).has_value());
    DemoCluster cluster;
    QVERIFY(cluster.start(1));
    Investigation session(m_plugins, cluster);
    QVERIFY(session.startNew({}).has_value());
    session.addNodes(cluster.nodes());
    session.collect();
    constexpr int patience = 120000;
    QVERIFY(QTest::qWaitFor([&] { return !session.isCollecting() && !session.isDiagnosing(); }, patience));
    m_demo = session.currentCase();
    QVERIFY(!m_demo.artifacts.isEmpty());
}

void ReportBench::casesAndReports_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<double>("share"); // of the targets that are made for about 20 MB
    QTest::newRow("the demo node") << 1 << qint64(0) << 0.1;
    QTest::newRow("ten nodes") << kNodes << qint64(0) << 1.0;
    QTest::newRow("ten nodes, 20 MB") << kNodes << qint64(20'000'000) << 1.0;
    QTest::newRow("ten nodes, 100 MB") << kNodes << qint64(100'000'000) << 5.0;
}

void ReportBench::casesAndReports()
{
    QFETCH(int, nodes);
    QFETCH(qint64, bytes);
    QFETCH(double, share);
    const Case whole = manyNodes(m_demo, m_plugins.knowledge(), nodes, bytes);
    qInfo().noquote() << whole.artifacts.size() << "artifacts of" << nodes << "nodes,"
                      << megabytes(outputOf(whole));
    const QString file = m_folder.filePath(QStringLiteral("case.gordian"));
    const QString page = m_folder.filePath(QStringLiteral("report.html"));
    Figures figures;
    figures.start();
    QVERIFY(CaseStore::create(file, whole).has_value());
    figures.print("writing the case", 600 * share, megabytes(QFileInfo(file).size()));
    const auto read = CaseStore::read(file);
    QVERIFY(read.has_value());
    figures.print("opening it", 300 * share);
    const Diagnostician diagnostician(m_plugins.knowledge(), m_plugins.parsers());
    figures.print("compiling the knowledge", 200);
    const Diagnosis diagnosis = diagnostician.diagnose(*read);
    figures.print("judging it", 2000 * share);
    (void)diagnostician.diagnose(*read);
    figures.print("judging it again", 500 * share);
    ReportInput input{*read, diagnosis, m_plugins.knowledge()};
    ReportOptions alone;
    alone.embedCase = false;
    const QByteArray bare = renderHtml(input, alone);
    figures.print("HTML without the case", 150 + 150 * share, megabytes(bare.size()));
    input.packed = packCase(*read);
    figures.print("packing the case", 50 + 700 * share, megabytes(input.packed.size()));
    const QByteArray html = renderHtml(input, {});
    figures.print("HTML with the case", 150 + 1000 * share, megabytes(html.size()));
    const QByteArray json = renderJson(input, {});
    figures.print("JSON with the case", 150 + 1000 * share, megabytes(json.size()));
    (void)renderMarkdown(input, {});
    figures.print("Markdown", 100);
    const QByteArray pdf = renderPdf(input, {});
    figures.print("PDF", 1000 + 1000 * share, megabytes(pdf.size()));
    QVERIFY(writeFile(page, html).has_value());
    figures.start();
    const auto again = CaseStore::read(page);
    figures.print("opening the HTML report", 100 + 300 * share);
    QVERIFY(again.has_value());
    QCOMPARE(again->artifacts.size(), whole.artifacts.size());
}

QTEST_MAIN(ReportBench)
#include "tst_reportbench.moc"
