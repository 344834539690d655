// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What is not known: pasted text, answers that never came, nodes that were not reached, and what is asked
// next.

#include "chaincase.h"
#include "diagnose/diagnose.h"

#include <QTest>

using namespace gordian;
using namespace gordian::test;

class TestUnknowns : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_knowledge = std::make_unique<KnowledgeBase>(chain().load());
        m_diagnostician = std::make_unique<Diagnostician>(*m_knowledge, m_noParsers);
    }
    void textThatSaysNothingIsNoExamination();
    void unsortedTextCountsUntilTheLogIsThere();
    void onlyTheLogOfTheComponentItselfSilencesHearsay();
    void pastedTextProvesNothingWell();
    void unknownIsNotRed();
    void aNodeThatWasNotReached();
    void nothingExamined();
    void theSecondWaveFollowsTheFirst();

private:
    std::vector<std::unique_ptr<Parser>> m_noParsers;
    std::unique_ptr<KnowledgeBase> m_knowledge;
    std::unique_ptr<Diagnostician> m_diagnostician;
};

void TestUnknowns::textThatSaysNothingIsNoExamination()
{
    CaseBuilder made;
    made.made().nodes.first().node.origin = NodeOrigin::Pasted;
    made.made().nodes.first().node.via = Via::Offline;
    made.answer(QStringLiteral("pasted.text"), "So much depends\n");
    QCOMPARE(m_diagnostician->diagnose(made.made()).overall, Overall::NothingExamined);
}

void TestUnknowns::unsortedTextCountsUntilTheLogIsThere()
{
    CaseBuilder made;
    made.made().nodes.first().node.origin = NodeOrigin::Pasted;
    made.made().nodes.first().node.via = Via::Offline;
    made.answer(QStringLiteral("pasted.text"),
                "4m  Warning  dial tcp 10.0.0.1:6443: connect: connection refused\n");
    QCOMPARE(m_diagnostician->diagnose(made.made()).causes.size(), 1);
    made.answer(QStringLiteral("kubelet.journal"), "Mar 16 01:48:45 k8s kubelet[1]: all is well\n");
    QCOMPARE(m_diagnostician->diagnose(made.made()).causes.size(), 0);
}

/// A signature for every log: kubectl's words stand beside the kubelet's journal, which says nothing of them.
void TestUnknowns::onlyTheLogOfTheComponentItselfSilencesHearsay()
{
    PackBuilder pack = chain();
    pack.signature(QStringLiteral("api.log.untrusted"), QStringLiteral("apiserver"),
                   QStringLiteral("signed by unknown authority"));
    pack.cause(QStringLiteral("untrusted"), QStringLiteral("apiserver"),
               QStringLiteral(R"("supports": [{"if": {"seen": "api.log.untrusted"}, "weight": 2}],
                                 "tell": ["kubelet.journal"], "explains": ["api.log.untrusted"])"));
    const KnowledgeBase knowledge = pack.load();
    CaseBuilder made;
    made.made().nodes.first().node.origin = NodeOrigin::Pasted;
    made.made().nodes.first().node.via = Via::Offline;
    made.answer(QStringLiteral("pasted.text"), "x509: certificate signed by unknown authority\n");
    made.answer(QStringLiteral("kubelet.journal"), "Mar 16 01:48:45 k8s kubelet[1]: all is well\n");
    QCOMPARE(Diagnostician(knowledge, m_noParsers).diagnose(made.made()).causes.size(), 1);
}

void TestUnknowns::pastedTextProvesNothingWell()
{
    CaseBuilder made;
    made.made().nodes.first().node.origin = NodeOrigin::Pasted;
    made.made().nodes.first().node.via = Via::Offline;
    made.answer(QStringLiteral("runtime.unit"), unit("active"));
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QVERIFY(found.coverage.checksAnswered > 0);
    QCOMPARE(found.overall, Overall::PartlyExaminedNothingWrong);
}

void TestUnknowns::unknownIsNotRed()
{
    CaseBuilder made = controlPlane("active", "active", "active");
    made.silence(QStringLiteral("runtime.unit"), ArtifactState::NotPermitted);
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QCOMPARE(vertex(found, "cp1/runtime")->health, Health::Unknown);
    QCOMPARE(vertex(found, "cp1/runtime")->reason, UnknownReason::NotPermitted);
    QCOMPARE(found.overall, Overall::PartlyExaminedNothingWrong);
    QVERIFY(found.causes.isEmpty());
}

void TestUnknowns::aNodeThatWasNotReached()
{
    CaseBuilder made = controlPlane("active", "active", "active");
    made.node(QStringLiteral("w1"));
    made.made().node(QStringLiteral("w1"))->state = ConnectState::Failed;
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QCOMPARE(found.overall, Overall::PartlyExaminedNothingWrong);
    QCOMPARE(vertex(found, "w1/runtime")->reason, UnknownReason::NodeNotReached);
    QCOMPARE(found.coverage.nodesExamined, 1);
    QCOMPARE(found.coverage.gaps.first().reason, UnknownReason::NodeNotReached);
}

void TestUnknowns::nothingExamined()
{
    QCOMPARE(m_diagnostician->diagnose(Case()).overall, Overall::NothingExamined);
    CaseBuilder made;
    QCOMPARE(m_diagnostician->diagnose(made.made()).overall, Overall::NothingExamined);
}

void TestUnknowns::theSecondWaveFollowsTheFirst()
{
    const auto ids = [](const QVector<Probe> &probes) {
        QStringList made;
        for (const Probe &probe : probes) {
            made.append(probe.id);
        }
        return made;
    };
    CaseBuilder sick = controlPlane("active", "dead", "active");
    CaseBuilder well = controlPlane("active", "active", "active");
    const NodeRecord node = sick.made().nodes.first();
    QVERIFY(!ids(m_diagnostician->plan(node, 1, {})).contains(QStringLiteral("kubelet.deep")));
    QCOMPARE(ids(m_diagnostician->plan(node, 1, {})).size(), 4);
    QCOMPARE(ids(m_diagnostician->plan(node, 2, sick.made().artifacts)),
             QStringList{QStringLiteral("kubelet.deep")});
    QVERIFY(m_diagnostician->plan(node, 2, well.made().artifacts).isEmpty());
    // Unknown counts as true: better one question too many.
    QCOMPARE(ids(m_diagnostician->plan(node, 2, {})), QStringList{QStringLiteral("kubelet.deep")});
}

QTEST_GUILESS_MAIN(TestUnknowns)
#include "tst_unknowns.moc"
