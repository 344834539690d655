// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The packs' checks, each by itself: what it says of a sound node, of one that is not, and that it stays
// silent where nothing is known.

#include "diagnose/diagnose.h"
#include "diagnose/matcher.h"
#include "pluginhost/pluginhost.h"
#include "support/casefixture.h"
#include "support/diagnosistext.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace gordian;
using namespace gordian::test;

namespace {

const auto kFolder = QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/checks");

QString wordOf(Health health)
{
    constexpr const char *words[] = {"healthy", "degraded", "failed", "blocked", "unknown"};
    return QLatin1String(words[int(health)]);
}

QString pathOf(const QString &check)
{
    return kFolder + QLatin1Char('/') + check + QLatin1String(".case");
}

/// The worst finding of the check on any node; null if it applies to none.
const Finding *findingOf(const Diagnosis &diagnosis, const QString &check)
{
    static const QVector<Health> order{Health::Failed, Health::Degraded, Health::Unknown, Health::Healthy};
    const Finding *worst = nullptr;
    for (const Finding &each : diagnosis.findings) {
        if (each.id == check && (!worst || order.indexOf(each.health) < order.indexOf(worst->health))) {
            worst = &each;
        }
    }
    return worst;
}

/// Checks that are older than their fixtures. The list only shrinks.
QStringList withoutFixtures()
{
    QFile file(kFolder + QLatin1String("/without-fixtures.txt"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

bool allFilled(const Finding &finding)
{
    return !finding.says.in(QStringLiteral("en")).contains(u'?')
        && !finding.says.in(QStringLiteral("ru")).contains(u'?');
}

} // namespace

class TestChecks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCheckHasFixtures();
    void everyFixtureBelongsToACheck();
    void judges_data();
    void judges();
    void clearsNothingUnasked();
    void whatClearsIsSaidInFull();
    void theInventoryNamesWhatThereIs();

private:
    PluginHost m_plugins;
    std::unique_ptr<Diagnostician> m_diagnostician;
};

void TestChecks::initTestCase()
{
    const auto loaded = m_plugins.load({}, {});
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    m_diagnostician = std::make_unique<Diagnostician>(m_plugins.knowledge(), m_plugins.parsers());
}

void TestChecks::everyCheckHasFixtures()
{
    const QStringList excused = withoutFixtures();
    QStringList wrong;
    for (const Check &check : m_plugins.knowledge().checks()) {
        if (!QFile::exists(pathOf(check.id))) {
            if (!excused.contains(check.id)) {
                wrong.append(check.id + QLatin1String(": has no fixtures"));
            }
            continue;
        }
        if (excused.contains(check.id)) {
            wrong.append(check.id + QLatin1String(": has fixtures, take it off without-fixtures.txt"));
        }
        const auto fixtures = readCheckFixtures(pathOf(check.id));
        QVERIFY2(fixtures.has_value(), fixtures ? "" : qPrintable(fixtures.error().detail));
        const auto has = [&](const QStringList &words) {
            return std::any_of(fixtures->cbegin(), fixtures->cend(),
                               [&](const CheckFixture &each) { return words.contains(each.health); });
        };
        if (!has({QStringLiteral("healthy")})) {
            wrong.append(check.id + QLatin1String(": no case where it is healthy"));
        }
        if (!has({QStringLiteral("degraded"), QStringLiteral("failed")})) {
            wrong.append(check.id + QLatin1String(": no case where it is degraded or failed"));
        }
    }
    wrong.sort();
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
}

// It stands among what was ruled out, without the question that it answers.
void TestChecks::whatClearsIsSaidInFull()
{
    static const QRegularExpression bare(QStringLiteral("^(They|It) (is|are|do|does|has|have|can|may)$"));
    for (const Check &check : m_plugins.knowledge().checks()) {
        QVector<Outcome> outcomes = check.outcomes;
        outcomes.append(check.otherwise);
        for (const Outcome &outcome : std::as_const(outcomes)) {
            const QString said = outcome.says.in(QStringLiteral("en"));
            QVERIFY2(!check.alibi || !bare.match(said).hasMatch(), qPrintable(check.id));
        }
    }
}

void TestChecks::everyFixtureBelongsToACheck()
{
    for (const QString &file : QDir(kFolder).entryList({QStringLiteral("*.case")}, QDir::Files)) {
        QVERIFY2(m_plugins.knowledge().check(file.chopped(5)), qPrintable(file));
    }
    for (const QString &id : withoutFixtures()) {
        QVERIFY2(m_plugins.knowledge().check(id), qPrintable(id));
    }
}

void TestChecks::judges_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("health");
    QTest::addColumn<Case>("examined");
    for (const QString &file : QDir(kFolder).entryList({QStringLiteral("*.case")}, QDir::Files, QDir::Name)) {
        const auto fixtures = readCheckFixtures(kFolder + QLatin1Char('/') + file);
        QVERIFY2(fixtures.has_value(), fixtures ? "" : qPrintable(fixtures.error().detail));
        for (const CheckFixture &each : *fixtures) {
            const QString row = file.chopped(5) + QLatin1String(": ") + each.name;
            QTest::newRow(qPrintable(row)) << file.chopped(5) << each.health << each.examined;
        }
    }
    if (!QTest::currentDataTag() && withoutFixtures().size() == m_plugins.knowledge().checks().size()) {
        QTest::newRow("none yet") << QString() << QString() << Case();
    }
}

void TestChecks::judges()
{
    QFETCH(QString, check);
    QFETCH(QString, health);
    QFETCH(Case, examined);
    if (check.isEmpty()) {
        QSKIP("no check has fixtures yet");
    }
    for (const Artifact &artifact : std::as_const(examined.artifacts)) {
        QVERIFY2(artifact.probe == unsortedText() || m_plugins.knowledge().probe(artifact.probe),
                 qPrintable(artifact.probe));
    }
    const Diagnosis found = m_diagnostician->diagnose(examined);
    const Finding *finding = findingOf(found, check);
    const QString said = finding
        ? wordOf(finding->health) + QLatin1String(": ") + finding->says.in(QStringLiteral("en"))
        : QStringLiteral("none");
    QVERIFY2(said.section(QLatin1Char(':'), 0, 0) == health, qPrintable(said));
    // A placeholder that nothing fills is shown as "?".
    QVERIFY2(!finding || allFilled(*finding), qPrintable(said));
}

/// A node that answered nothing but its name: no check may call anything healthy.
void TestChecks::clearsNothingUnasked()
{
    Case silent;
    NodeRecord record;
    record.node.id = record.node.name = QStringLiteral("cp1");
    record.node.role = NodeRole::ControlPlane;
    record.state = ConnectState::Closed;
    silent.nodes.append(record);
    for (const Probe &probe : m_plugins.knowledge().probes()) {
        Artifact unanswered;
        unanswered.node = record.node.id;
        unanswered.probe = probe.id;
        unanswered.state = ArtifactState::TimedOut;
        silent.put(unanswered);
    }
    QStringList cleared;
    for (const Finding &each : m_diagnostician->diagnose(silent).findings) {
        if (each.health != Health::Unknown) {
            cleared.append(each.id + QLatin1Char(' ') + wordOf(each.health));
        }
    }
    QVERIFY2(cleared.isEmpty(), qPrintable(cleared.join(QLatin1Char('\n'))));
}

/// resources/docs/inventory.md says what answers each item of other tools; ids stand in backticks.
void TestChecks::theInventoryNamesWhatThereIs()
{
    QFile file(QStringLiteral(GORDIAN_SOURCE_DIR "/resources/docs/inventory.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const KnowledgeBase &knowledge = m_plugins.knowledge();
    static const QRegularExpression quoted(QStringLiteral("`([^`]+)`"));
    QStringList strange;
    auto at = quoted.globalMatch(QString::fromUtf8(file.readAll()));
    QVERIFY(at.hasNext());
    while (at.hasNext()) {
        const QString id = at.next().captured(1);
        if (!knowledge.check(id) && !knowledge.signature(id) && !knowledge.probe(id) && !knowledge.fact(id)
            && !knowledge.cause(id)) {
            strange.append(id);
        }
    }
    strange.removeDuplicates();
    QVERIFY2(strange.isEmpty(), qPrintable(strange.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
