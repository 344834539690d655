// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The question Gordian grew from, pasted as it was asked: the circle is explained, the causes that could lie
// behind it are named, best first and none as proved, with the probe that would tell.

#include "casefile/casestore.h"
#include "diagnose/diagnose.h"
#include "pluginhost/pluginhost.h"
#include "support/diagnosistext.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace gordian;
using namespace gordian::test;

class TestStory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theCircleIsExplained();
    void nothingIsProved();
    void theBestGuessComesFirst();
    void severalCausesComeIntoQuestion();
    void restartsAreOnTheTimeline();

private:
    PluginHost m_plugins;
    Diagnosis m_found;
};

void TestStory::initTestCase()
{
    const auto loaded = m_plugins.load({}, {});
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    QFile story(QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/story/pasted.txt"));
    QVERIFY(story.open(QIODevice::ReadOnly));
    const Case pasted = caseFromText({story.readAll()}, m_plugins.knowledge().probes());
    QVERIFY(!pasted.artifacts.isEmpty());
    const Diagnostician diagnostician(m_plugins.knowledge(), m_plugins.parsers());
    m_found = diagnostician.diagnose(pasted);
    if (qEnvironmentVariableIsSet("GORDIAN_SHOW")) {
        qInfo("%s", qPrintable(diagnosisText(m_found)));
    }
}

void TestStory::theCircleIsExplained()
{
    QCOMPARE(m_found.cycles.size(), 1);
    const CycleExplanation &cycle = m_found.cycles.first();
    QCOMPARE(cycle.vertices.size(), 2);
    QVERIFY(cycle.evidence.size() >= 2);
    const auto drawn = std::find_if(m_found.edges.cbegin(), m_found.edges.cend(),
                                    [](const GraphEdge &edge) { return edge.kind == EdgeKind::Apparent; });
    QVERIFY(drawn != m_found.edges.cend());
    QVERIFY(!drawn->why.in(QStringLiteral("ru")).isEmpty());
    for (const QString &id : {drawn->from, drawn->to}) {
        QVERIFY2(std::any_of(m_found.vertices.cbegin(), m_found.vertices.cend(),
                             [&](const GraphVertex &vertex) { return vertex.id == id; }),
                 qPrintable(id));
    }
}

void TestStory::nothingIsProved()
{
    QVERIFY2(!m_found.causes.isEmpty(), qPrintable(diagnosisText(m_found)));
    for (const CauseVerdict &cause : m_found.causes) {
        QVERIFY2(cause.confidence != Confidence::Proved, qPrintable(verdictText(m_found)));
    }
}

void TestStory::theBestGuessComesFirst()
{
    QCOMPARE(m_found.causes.first().id, QStringLiteral("containerd-systemdcgroup-false"));
    QVERIFY(!m_found.causes.first().supports.isEmpty());
    QVERIFY2(m_found.causes.first().tell.contains(QLatin1String("runtime.config")),
             qPrintable(m_found.causes.first().tell.join(QLatin1Char(' '))));
}

void TestStory::severalCausesComeIntoQuestion()
{
    QVERIFY2(m_found.causes.size() >= 4, qPrintable(verdictText(m_found)));
    for (const CauseVerdict &cause : m_found.causes) {
        QCOMPARE(cause.confidence, Confidence::Possible);
        QVERIFY2(!cause.tell.isEmpty(), qPrintable(cause.id));
    }
}

/// "29 seconds ago" counts from the newest line of the log that was pasted with it.
void TestStory::restartsAreOnTheTimeline()
{
    const auto restart =
        std::find_if(m_found.timeline.cbegin(), m_found.timeline.cend(), [](const TimelineEvent &event) {
            return event.attempt == 7 && event.subject.contains(QLatin1String("kube-proxy"));
        });
    QVERIFY(restart != m_found.timeline.cend());
    QCOMPARE(restart->time.time(), QTime(1, 48, 16));
}

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
