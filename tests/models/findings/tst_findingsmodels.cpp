// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/findingsfilter.h"
#include "findings/findingsmodel.h"
#include "findings/timelinelanes.h"
#include "findings/timelinemodel.h"
#include "findings/verdict.h"
#include "ui/findings/sample.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace gordian;
using namespace gordian::ui;

class TestFindingsModels : public QObject {
    Q_OBJECT

private:
    Phrases m_english{QStringLiteral("en")};
    Phrases m_russian{QStringLiteral("ru")};
    FindingsContent m_story = test::storyContent();

private slots:
    void findingsAreAModel()
    {
        FindingsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FindingsFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester filterTester(&filter,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFindings(m_story.diagnosis.findings, m_story.names, m_english);
        QCOMPARE(model.rowCount(), int(m_story.diagnosis.findings.size()));
        model.setFindings({}, m_story.names, m_english);
        QCOMPARE(model.rowCount(), 0);
        model.setFindings(m_story.diagnosis.findings, m_story.names, m_russian);
        QCOMPARE(model.index(1, FindingsModel::FoundColumn).data().toString(),
                 QStringLiteral("containerd использует cgroupfs, а kubelet — systemd"));
    }

    void aNewDiagnosisChangesRowsInPlace()
    {
        FindingsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVector<Finding> findings = m_story.diagnosis.findings;
        model.setFindings(findings, m_story.names, m_english);
        const QPersistentModelIndex kept = model.indexOf(QStringLiteral("cp-1/cni.ready"));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        findings.removeFirst();
        findings[0].health = Health::Degraded;
        findings.insert(2, findings.last());
        findings.removeLast();
        Finding added = findings.first();
        added.id = QStringLiteral("runtime.added");
        findings.prepend(added);
        model.setFindings(findings, m_story.names, m_english);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data(FindingsModel::KeyRole).toString(), QStringLiteral("cp-1/cni.ready"));
        for (int row = 0; row < findings.size(); ++row) {
            QCOMPARE(model.finding(row), findings[row]);
        }
    }

    void filterShowsWhatNeedsAttentionWorstFirst()
    {
        FindingsModel model;
        FindingsFilter filter;
        filter.setSourceModel(&model);
        model.setFindings(m_story.diagnosis.findings, m_story.names, m_english);
        QCOMPARE(filter.rowCount(), 6);
        QCOMPARE(filter.index(0, 0).data(FindingsModel::HealthRole).toInt(), int(Health::Failed));
        QCOMPARE(filter.index(5, 0).data(FindingsModel::HealthRole).toInt(), int(Health::Unknown));
        filter.setWords(QStringLiteral("kubelet ACTIVE"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setWords({});
        filter.setShow(FindingsFilter::Show::All);
        QCOMPARE(filter.rowCount(), model.rowCount());
        filter.setNode(QStringLiteral("w-1"));
        QCOMPARE(filter.rowCount(), 0);
    }

    void heldRowsDoNotMove()
    {
        FindingsModel model;
        FindingsFilter filter;
        filter.setSourceModel(&model);
        QVector<Finding> findings = m_story.diagnosis.findings;
        model.setFindings(findings, m_story.names, m_english);
        filter.setHeld(true);
        const QString before = filter.index(5, 0).data(FindingsModel::KeyRole).toString();
        findings.last().health = Health::Failed;
        model.setFindings(findings, m_story.names, m_english);
        QCOMPARE(filter.index(5, 0).data(FindingsModel::KeyRole).toString(), before);
        filter.setHeld(false);
        QVERIFY(filter.index(5, 0).data(FindingsModel::KeyRole).toString() != before);
    }

    void whatGotWellWhileHeldGoesAfterwards()
    {
        FindingsModel model;
        FindingsFilter filter;
        filter.setSourceModel(&model);
        QVector<Finding> findings = m_story.diagnosis.findings;
        model.setFindings(findings, m_story.names, m_english);
        const int before = filter.rowCount();
        filter.setHeld(true);
        const QString first = filter.index(0, 0).data(FindingsModel::KeyRole).toString();
        for (Finding &finding : findings) {
            if (finding.node + QLatin1Char('/') + finding.id == first) {
                finding.health = Health::Healthy;
            }
        }
        model.setFindings(findings, m_story.names, m_english);
        QCOMPARE(filter.rowCount(), before);
        filter.setHeld(false);
        QCOMPARE(filter.rowCount(), before - 1);
    }

    void timelineIsAModel()
    {
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEvents(m_story.diagnosis.timeline, m_story.names, m_english);
        QCOMPARE(model.rowCount(), int(m_story.diagnosis.timeline.size()));
        QVERIFY(model.sentence(3).contains(QStringLiteral("etcd on cp-1")));
        model.setEvents({}, m_story.names, m_english);
        QCOMPARE(model.rowCount(), 0);
    }

    void lanesStandInOrderOnOneClock()
    {
        const QVector<TimelineEvent> &events = m_story.diagnosis.timeline;
        const TimelineLanes lanes = TimelineLanes::of(events);
        QCOMPARE(lanes.positions.size(), events.size());
        QVERIFY(std::is_sorted(lanes.positions.cbegin(), lanes.positions.cend()));
        QCOMPARE(lanes.positions.last(), 1.0);
        QCOMPARE(events[lanes.firstBroken].component, QStringLiteral("etcd"));
        QVERIFY(lanes.lanes.first().hasError);
        QVERIFY(!lanes.lanes.last().hasError);
        QCOMPARE(lanes.folds.size(), 1);
        QVERIFY(lanes.folds.first().seconds > 5000);
        QVERIFY(lanes.positions[1] < 0.7);
    }

    void lanesOfNothingAndOfOneMoment()
    {
        QVERIFY(TimelineLanes::of({}).lanes.isEmpty());
        const QVector<TimelineEvent> one(3, m_story.diagnosis.timeline.first());
        QCOMPARE(TimelineLanes::of(one).positions, (QVector<double>{0.5, 0.5, 0.5}));
    }

    void theVerdictIsTheSentence()
    {
        const VerdictText verdict = verdictText(m_story.diagnosis, m_story.names, m_english);
        QCOMPARE(verdict.health, Health::Failed);
        QCOMPARE(verdict.headline,
                 QStringLiteral("containerd on cp-1 uses the cgroupfs driver, but its kubelet uses systemd"));
        QVERIFY(verdict.detail.contains(QLatin1String("2")));
        QVERIFY(verdict.detail.contains(QStringLiteral("5 of 5")));
        QVERIFY(verdict.advice.isEmpty());
    }

    void withoutProofItSaysWhatWouldTell()
    {
        const FindingsContent content = test::unprovenContent();
        const VerdictText verdict = verdictText(content.diagnosis, content.names, m_english);
        QCOMPARE(verdict.causes.size(), 2);
        QVERIFY(verdict.advice.contains(QStringLiteral("containerd's effective configuration")));
    }

    void withoutACauseItSaysWhatWasRuledOut()
    {
        FindingsContent content = test::storyContent();
        content.diagnosis.causes.clear();
        const VerdictText verdict = verdictText(content.diagnosis, content.names, m_english);
        QVERIFY(verdict.detail.contains(QStringLiteral("Time, Certificates, kubelet")));
        QVERIFY(verdict.advice.contains(QStringLiteral("Firewall rules on cp-1")));
    }

    void withNothingWrongItSaysWhatWasExamined()
    {
        const FindingsContent content = test::healthyContent();
        const VerdictText verdict = verdictText(content.diagnosis, content.names, m_english);
        QCOMPARE(verdict.health, Health::Healthy);
        QVERIFY(verdict.detail.contains(QStringLiteral("150 of 150")));
        QVERIFY(verdict.causes.isEmpty());
    }

    void theTicketHoldsTheProofAndNoMarkup()
    {
        FindingsContent content = test::storyContent();
        content.diagnosis.causes.first().proof.first().lines = {QString::fromUtf8(test::hostileLine())};
        const QString markdown = verdictMarkdown(content.diagnosis, content.names, m_english);
        QVERIFY(markdown.startsWith(QStringLiteral("## containerd on cp-1")));
        QVERIFY(markdown.contains(QStringLiteral("containerd config dump")));
        for (const QString &line : markdown.split(u'\n')) {
            QVERIFY(!line.contains(QLatin1String("<img")) || line.startsWith(QLatin1String("      ")));
        }
        QVERIFY(!markdown.contains(QChar(0x202e)));
    }
};

QTEST_MAIN(TestFindingsModels)
#include "tst_findingsmodels.moc"
