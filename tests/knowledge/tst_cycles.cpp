// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Circles, apparent and real, on their fixtures: shown where they are, not shown where the same symptoms come
// from something else or from another version.

#include "diagnose/diagnose.h"
#include "pluginhost/pluginhost.h"
#include "support/casefixture.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace gordian;
using namespace gordian::test;

namespace {

const auto kFolder = QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/cycles/");

} // namespace

class TestCycles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCycleHasFixtures();
    void onItsFixtures_data();
    void onItsFixtures();
    void aRealOneIsDrawnOnceAndComesFirst();

private:
    Diagnosis diagnose(const QString &file) const;

    PluginHost m_plugins;
    std::unique_ptr<Diagnostician> m_diagnostician;
};

void TestCycles::initTestCase()
{
    const auto loaded = m_plugins.load({}, {});
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    m_diagnostician = std::make_unique<Diagnostician>(m_plugins.knowledge(), m_plugins.parsers());
}

Diagnosis TestCycles::diagnose(const QString &file) const
{
    const auto fixture = readCaseFixture(file);
    if (!fixture) {
        qFatal("%s", qPrintable(fixture.error().detail));
    }
    return m_diagnostician->diagnose(*fixture);
}

void TestCycles::everyCycleHasFixtures()
{
    for (const CycleRule &rule : m_plugins.knowledge().cycles()) {
        for (const QString &kind : {QStringLiteral("shown"), QStringLiteral("not-shown")}) {
            QVERIFY2(QFile::exists(kFolder + rule.id + QLatin1Char('/') + kind + QStringLiteral(".case")),
                     qPrintable(rule.id + QStringLiteral(" lacks ") + kind));
        }
    }
}

void TestCycles::onItsFixtures_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("isShown");
    for (const CycleRule &rule : m_plugins.knowledge().cycles()) {
        const QDir folder(kFolder + rule.id);
        const QStringList files = folder.entryList({QStringLiteral("*.case")}, QDir::Files, QDir::Name);
        for (const QString &file : files) {
            QTest::newRow(qPrintable(rule.id + QLatin1Char(' ') + file))
                << rule.id << folder.filePath(file) << file.startsWith(QLatin1String("shown"));
        }
    }
}

void TestCycles::onItsFixtures()
{
    QFETCH(QString, id);
    QFETCH(QString, file);
    QFETCH(bool, isShown);
    const Diagnosis diagnosis = diagnose(file);
    const auto &cycles = diagnosis.cycles;
    const auto found = std::find_if(cycles.cbegin(), cycles.cend(),
                                    [&](const CycleExplanation &cycle) { return cycle.id == id; });
    QCOMPARE(found != cycles.cend(), isShown);
    if (!isShown) {
        return;
    }
    QCOMPARE(found->cut.isEmpty(), found->kind == CycleKind::Apparent);
    QVERIFY(!found->evidence.isEmpty());
    for (const char *language : {"en", "ru"}) {
        const QString words = QLatin1String(language);
        QVERIFY2(!found->text.in(words).contains(QLatin1Char('?')), qPrintable(found->text.in(words)));
    }
    const EdgeKind drawn = found->kind == CycleKind::Real ? EdgeKind::Circular : EdgeKind::Apparent;
    QVERIFY(std::any_of(diagnosis.edges.cbegin(), diagnosis.edges.cend(), [&](const GraphEdge &edge) {
        return edge.kind == drawn && edge.from == found->vertices.at(0) && edge.to == found->vertices.at(1);
    }));
    for (const QString &id_ : found->vertices) {
        QVERIFY(std::any_of(diagnosis.vertices.cbegin(), diagnosis.vertices.cend(),
                            [&](const GraphVertex &vertex) { return vertex.id == id_; }));
    }
}

void TestCycles::aRealOneIsDrawnOnceAndComesFirst()
{
    const Diagnosis diagnosis =
        diagnose(kFolder + QStringLiteral("control-plane-on-the-pod-network/shown.case"));
    QCOMPARE(diagnosis.cycles.first().kind, CycleKind::Real);
    QCOMPARE(std::count_if(diagnosis.edges.cbegin(), diagnosis.edges.cend(),
                           [](const GraphEdge &edge) {
                               return edge.from == QLatin1String("cp1/apiserver")
                                   && edge.to == QLatin1String("cp1/cni");
                           }),
             1);
}

QTEST_GUILESS_MAIN(TestCycles)
#include "tst_cycles.moc"
