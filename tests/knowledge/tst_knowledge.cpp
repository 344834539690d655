// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The packs against their fixtures: every cause is named for what is sick, nothing for what is healthy, and
// it is told from what only looks like it.

#include "diagnose/diagnose.h"
#include "diagnose/matcher.h"
#include "knowledge/packedknowledge.h"
#include "pluginhost/pluginhost.h"
#include "support/casefixture.h"
#include "support/diagnosistext.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace gordian;
using namespace gordian::test;

namespace {

const auto kFolder = QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/knowledge");

QStringList fixturesOf(const QString &cause, const QString &kind)
{
    return QDir(kFolder + QLatin1Char('/') + cause)
        .entryList({kind + QStringLiteral("*.case")}, QDir::Files, QDir::Name);
}

} // namespace

class TestKnowledge : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void startsWithWhatThePacksSay();
    void everyCauseHasFixtures();
    void everyFixtureBelongsToACause();
    void parsersGiveDeclaredFacts();
    void namesTheCause_data() { addRows(QStringLiteral("sick")); }
    void namesTheCause();
    void namesNothingForTheHealthy_data() { addRows(QStringLiteral("healthy")); }
    void namesNothingForTheHealthy();
    void isNotTakenIn_data() { addRows(QStringLiteral("look-alike")); }
    void isNotTakenIn();

private:
    void addRows(const QString &kind) const;
    Diagnosis diagnosis(const QString &cause, const QString &file, bool *read) const;

    PluginHost m_plugins;
    std::unique_ptr<Diagnostician> m_diagnostician;
};

void TestKnowledge::initTestCase()
{
    const auto loaded = m_plugins.load({}, {});
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    m_diagnostician = std::make_unique<Diagnostician>(m_plugins.knowledge(), m_plugins.parsers());
}

/// A start reads no pack, but what was made of them: the same.
void TestKnowledge::startsWithWhatThePacksSay()
{
    QVector<PackSource> sources;
    const QDir packs(QStringLiteral(":/gordian/packs"));
    for (const QString &name : packs.entryList(QDir::Dirs)) {
        for (const QFileInfo &file : QDir(packs.filePath(name)).entryInfoList({QStringLiteral("*.json")})) {
            QFile pack(file.filePath());
            QVERIFY(pack.open(QIODevice::ReadOnly));
            sources.append({name, file.filePath(), pack.readAll()});
        }
    }
    const auto read = KnowledgeBase::load(sources);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    const auto ready = readyKnowledge();
    QVERIFY(ready.has_value());
    QCOMPARE(ready->packs, packs.entryList(QDir::Dirs, QDir::Name));
    QCOMPARE(packedKnowledge(ready->knowledge, {}), packedKnowledge(*read, {}));
    QCOMPARE(m_plugins.knowledge().signatures().size(), read->signatures().size());
    for (const Signature &signature : m_plugins.knowledge().signatures()) {
        QVERIFY2(signature.literals.has_value(), qPrintable(signature.id)); // not read from the packs
    }
}

void TestKnowledge::addRows(const QString &kind) const
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("file");
    QStringList causes;
    for (const CauseRule &cause : m_plugins.knowledge().causes()) {
        causes.append(cause.id);
    }
    causes.sort();
    int rows = 0;
    for (const QString &cause : std::as_const(causes)) {
        for (const QString &file : fixturesOf(cause, kind)) {
            QTest::newRow(qPrintable(cause + QLatin1String(": ") + file)) << cause << file;
            ++rows;
        }
    }
    if (rows == 0) {
        QTest::newRow("none yet") << QString() << QString();
    }
}

Diagnosis TestKnowledge::diagnosis(const QString &cause, const QString &file, bool *read) const
{
    const auto fixture = readCaseFixture(kFolder + QLatin1Char('/') + cause + QLatin1Char('/') + file);
    *read = fixture.has_value();
    if (!fixture) {
        qWarning("%s", qPrintable(fixture.error().detail));
        return {};
    }
    return m_diagnostician->diagnose(*fixture);
}

void TestKnowledge::everyCauseHasFixtures()
{
    QStringList missing;
    for (const CauseRule &cause : m_plugins.knowledge().causes()) {
        for (const char *kind : {"sick", "healthy", "look-alike"}) {
            if (fixturesOf(cause.id, QString::fromLatin1(kind)).isEmpty()) {
                missing.append(cause.id + QLatin1Char('/') + QString::fromLatin1(kind)
                               + QLatin1String(".case"));
            }
        }
    }
    missing.sort();
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("missing:\n") + missing.join(QLatin1Char('\n'))));
}

void TestKnowledge::everyFixtureBelongsToACause()
{
    QStringList causes;
    for (const CauseRule &cause : m_plugins.knowledge().causes()) {
        causes.append(cause.id);
    }
    for (const QString &folder : QDir(kFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const bool fixtures =
            !QDir(kFolder + QLatin1Char('/') + folder).entryList({QStringLiteral("sick*.case")}).isEmpty();
        QVERIFY2(!fixtures || causes.contains(folder), qPrintable(folder));
    }
}

/// What no pack declares no condition can use: it is a misspelling.
void TestKnowledge::parsersGiveDeclaredFacts()
{
    QStringList undeclared;
    QDirIterator files(kFolder, {QStringLiteral("*.case")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto fixture = readCaseFixture(files.next());
        QVERIFY2(fixture.has_value(), fixture ? "" : qPrintable(fixture.error().detail));
        for (const Artifact &artifact : fixture->artifacts) {
            QVERIFY2(artifact.probe == unsortedText() || m_plugins.knowledge().probe(artifact.probe),
                     qPrintable(files.filePath() + QLatin1String(": ") + artifact.probe));
        }
        for (const Fact &fact : m_diagnostician->diagnose(*fixture).facts) {
            if (!m_plugins.knowledge().fact(fact.key)) {
                undeclared.append(fact.key + QLatin1String(" from ") + fact.source.probe);
            }
        }
    }
    undeclared.sort();
    undeclared.removeDuplicates();
    QVERIFY2(undeclared.isEmpty(), qPrintable(undeclared.join(QLatin1Char('\n'))));
}

void TestKnowledge::namesTheCause()
{
    QFETCH(QString, cause);
    QFETCH(QString, file);
    if (cause.isEmpty()) {
        QSKIP("no cause has such a fixture yet");
    }
    bool read = false;
    const Diagnosis found = diagnosis(cause, file, &read);
    QVERIFY(read);
    QVERIFY2(!found.causes.isEmpty() && found.causes.first().id == cause, qPrintable(verdictText(found)));
    QVERIFY2(found.causes.first().confidence != Confidence::Possible, qPrintable(verdictText(found)));
    // A placeholder that nothing fills is shown as "?".
    for (const CauseVerdict &each : found.causes) {
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("ru")}) {
            const QString said = each.title.in(language) + each.sentence.in(language);
            QVERIFY2(!said.contains(u'?'), qPrintable(each.id + QLatin1String(": ") + said));
        }
    }
}

void TestKnowledge::namesNothingForTheHealthy()
{
    QFETCH(QString, cause);
    QFETCH(QString, file);
    if (cause.isEmpty()) {
        QSKIP("no cause has such a fixture yet");
    }
    bool read = false;
    const Diagnosis found = diagnosis(cause, file, &read);
    QVERIFY(read);
    QVERIFY2(std::all_of(found.causes.cbegin(), found.causes.cend(),
                         [](const CauseVerdict &each) { return each.confidence == Confidence::Possible; }),
             qPrintable(verdictText(found)));
    QVERIFY2(std::none_of(found.findings.cbegin(), found.findings.cend(),
                          [](const Finding &each) { return each.health == Health::Failed; }),
             qPrintable(verdictText(found)));
}

void TestKnowledge::isNotTakenIn()
{
    QFETCH(QString, cause);
    QFETCH(QString, file);
    if (cause.isEmpty()) {
        QSKIP("no cause has such a fixture yet");
    }
    bool read = false;
    const Diagnosis found = diagnosis(cause, file, &read);
    QVERIFY(read);
    QVERIFY2(found.causes.isEmpty() || found.causes.first().id != cause, qPrintable(verdictText(found)));
    QVERIFY2(std::none_of(found.causes.cbegin(), found.causes.cend(),
                          [&](const CauseVerdict &each) {
                              return each.id == cause && each.confidence == Confidence::Proved;
                          }),
             qPrintable(verdictText(found)));
}

QTEST_GUILESS_MAIN(TestKnowledge)
#include "tst_knowledge.moc"
