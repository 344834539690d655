// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// From a small case to a diagnosis: causes, the graph, blocked and failed, order, determinism.

#include "chaincase.h"
#include "diagnose/diagnose.h"
#include "support/diagnosistext.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace gordian;
using namespace gordian::test;

class TestDiagnose : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_knowledge = std::make_unique<KnowledgeBase>(chain().load());
        m_diagnostician = std::make_unique<Diagnostician>(*m_knowledge, m_noParsers);
    }
    void aHealthyNodeHasNoCause();
    void aFailureWithAFailedNeedIsBlocked();
    void aProvedCauseIsNotMerelyBlocked();
    void aWorkersKubeletIsBlockedByTheApiServer();
    void oneHealthyApiServerIsEnough();
    void independentFaultsAreBothNamed();
    void aSettledNodeHasNoOtherCause();
    void anUnprovedCauseTellsWhatWouldTell();
    void causesThatAreNotNamedSayWhy_data();
    void causesThatAreNotNamedSayWhy();
    void theRunnerUpKnowsWhyItLost();
    void theSameCaseGivesTheSameAnswer();
    void growingCasesAreReadOnce();
    void hostileOutputIsBounded();
    void placeholdersAreNotExpandedTwice();

private:
    std::vector<std::unique_ptr<Parser>> m_noParsers;
    std::unique_ptr<KnowledgeBase> m_knowledge;
    std::unique_ptr<Diagnostician> m_diagnostician;
};

void TestDiagnose::aHealthyNodeHasNoCause()
{
    CaseBuilder made = controlPlane("active", "active", "active");
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QVERIFY2(found.causes.isEmpty(), qPrintable(verdictText(found)));
    QCOMPARE(found.overall, Overall::NothingWrong);
    QCOMPARE(found.alibis.size(), 3);
    QCOMPARE(found.alibis.first().text.in(QStringLiteral("en")), QStringLiteral("runtime is active"));
    QCOMPARE(found.alibis.first().evidence.first().lines, QStringList{QStringLiteral("state=active")});
    QCOMPARE(found.coverage.checks, found.coverage.checksAnswered);
}

void TestDiagnose::aFailureWithAFailedNeedIsBlocked()
{
    CaseBuilder made = controlPlane("dead", "dead", "dead");
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QCOMPARE(found.overall, Overall::Failures);
    QCOMPARE(found.causes.first().id, QStringLiteral("runtime-stopped"));
    QCOMPARE(found.causes.first().confidence, Confidence::Proved);
    QCOMPARE(found.causes.first().explains.size(), 3);
    QCOMPARE(vertex(found, "cp1/runtime")->health, Health::Failed);
    QCOMPARE(vertex(found, "cp1/runtime")->causes, QStringList{QStringLiteral("runtime-stopped")});
    QCOMPARE(vertex(found, "cp1/kubelet")->health, Health::Blocked);
    QCOMPARE(vertex(found, "cp1/kubelet")->blockedBy, QStringLiteral("cp1/runtime"));
    QCOMPARE(vertex(found, "cp1/apiserver")->blockedBy, QStringLiteral("cp1/kubelet"));
    // The possible cause explains nothing that the proved one does not.
    QCOMPARE(found.causes.size(), 1);
    QCOMPARE(found.dismissed.size(), 1);
    QCOMPARE(found.dismissed.first().why, Dismissal::Covered);
    QCOMPARE(found.dismissed.first().by, QStringLiteral("runtime-stopped"));
    QVERIFY(!found.dismissed.first().supports.isEmpty());
}

void TestDiagnose::aProvedCauseIsNotMerelyBlocked()
{
    CaseBuilder made = controlPlane("dead", "dead", "active");
    made.answer(QStringLiteral("kubelet.unit"), unit("dead", "cgroupfs"));
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QCOMPARE(vertex(found, "cp1/kubelet")->health, Health::Failed);
}

void TestDiagnose::aWorkersKubeletIsBlockedByTheApiServer()
{
    CaseBuilder made = controlPlane("active", "active", "dead");
    made.node(QStringLiteral("w1"))
        .answer(QStringLiteral("runtime.unit"), unit("active"))
        .answer(QStringLiteral("kubelet.unit"), unit("dead"))
        .silence(QStringLiteral("apiserver.unit"), ArtifactState::NotApplicable);
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QVERIFY(!vertex(found, "w1/apiserver"));
    QCOMPARE(vertex(found, "w1/kubelet")->blockedBy, QStringLiteral("cp1/apiserver"));
    QCOMPARE(vertex(found, "cp1/apiserver")->health, Health::Failed);
    QCOMPARE(vertex(found, "cp1/kubelet")->health, Health::Healthy);
    // The kubelet of the API server's own node comes up without it: no circle is drawn.
    QVERIFY(std::none_of(found.edges.cbegin(), found.edges.cend(), [](const GraphEdge &edge) {
        return edge.from == QLatin1String("cp1/kubelet") && edge.to == QLatin1String("cp1/apiserver");
    }));
}

void TestDiagnose::oneHealthyApiServerIsEnough()
{
    CaseBuilder made = controlPlane("active", "active", "dead");
    made.node(QStringLiteral("cp2"))
        .answer(QStringLiteral("runtime.unit"), unit("active"))
        .answer(QStringLiteral("kubelet.unit"), unit("active"))
        .answer(QStringLiteral("apiserver.unit"), unit("active"));
    made.node(QStringLiteral("w1"))
        .answer(QStringLiteral("runtime.unit"), unit("active"))
        .answer(QStringLiteral("kubelet.unit"), unit("dead"))
        .silence(QStringLiteral("apiserver.unit"), ArtifactState::NotApplicable);
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QCOMPARE(vertex(found, "w1/kubelet")->health, Health::Failed);
}

void TestDiagnose::independentFaultsAreBothNamed()
{
    CaseBuilder made = controlPlane("dead", "dead", "dead");
    made.node(QStringLiteral("w1"))
        .answer(QStringLiteral("runtime.unit"), unit("active", "cgroupfs"))
        .answer(QStringLiteral("kubelet.unit"), unit("dead"));
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QStringList proved;
    for (const CauseVerdict &cause : found.causes) {
        if (cause.confidence == Confidence::Proved) {
            proved.append(cause.id + QLatin1Char('@') + cause.node);
        }
    }
    QCOMPARE(proved,
             (QStringList{QStringLiteral("runtime-stopped@cp1"), QStringLiteral("driver-mismatch@w1")}));
}

void TestDiagnose::aSettledNodeHasNoOtherCause()
{
    const KnowledgeBase knowledge =
        chain()
            .cause(QStringLiteral("nothing-here"), QStringLiteral("kubelet"),
                   QStringLiteral(R"("proof": %1, "settles": true, "explains": ["kubelet"])")
                       .arg(state(QStringLiteral("kubelet.state"), QStringLiteral("none"))))
            .load();
    CaseBuilder made;
    made.answer(QStringLiteral("runtime.unit"), unit("dead"))
        .answer(QStringLiteral("kubelet.unit"), unit("none", "cgroupfs"))
        .silence(QStringLiteral("apiserver.unit"), ArtifactState::TimedOut);
    made.node(QStringLiteral("w1")).answer(QStringLiteral("runtime.unit"), unit("dead"));
    const Diagnosis found = Diagnostician(knowledge, m_noParsers).diagnose(made.made());
    QStringList named;
    for (const CauseVerdict &cause : found.causes) {
        named.append(cause.id + QLatin1Char('@') + cause.node);
    }
    QVERIFY2(named.contains(QStringLiteral("nothing-here@cp1")), qPrintable(verdictText(found)));
    QVERIFY2(named.contains(QStringLiteral("runtime-stopped@w1")), qPrintable(verdictText(found)));
    QCOMPARE(named.filter(QStringLiteral("@cp1")).size(), 1);
    for (const CoverageGap &gap : found.coverage.gaps) {
        QVERIFY2(gap.node != QLatin1String("cp1") || !gap.couldChangeVerdict, qPrintable(gap.probe));
    }
}

void TestDiagnose::anUnprovedCauseTellsWhatWouldTell()
{
    CaseBuilder made;
    made.made().nodes.first().node.origin = NodeOrigin::Pasted;
    made.made().nodes.first().node.via = Via::Offline;
    made.answer(QStringLiteral("kubelet.journal"),
                "Mar 16 01:48:45 k8s kubelet[1]: dial tcp 192.168.124.8:6443: connect: connection refused\n");
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QCOMPARE(found.causes.size(), 1);
    QCOMPARE(found.causes.first().id, QStringLiteral("driver-mismatch"));
    QCOMPARE(found.causes.first().confidence, Confidence::Likely);
    QCOMPARE(found.causes.first().tell,
             (QStringList{QStringLiteral("runtime.unit"), QStringLiteral("kubelet.unit")}));
    QVERIFY(found.causes.first().supports.first().lines.first().contains(QLatin1String("192.168.124.8")));
    QVERIFY(std::any_of(found.coverage.gaps.cbegin(), found.coverage.gaps.cend(), [](const CoverageGap &gap) {
        return gap.probe == QLatin1String("runtime.unit") && gap.couldChangeVerdict;
    }));
}

void TestDiagnose::causesThatAreNotNamedSayWhy_data()
{
    QTest::addColumn<QByteArray>("kubelet");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Dismissal>("why");
    QTest::addColumn<bool>("hasLines");
    const auto seen = QStringLiteral(R"("supports": [{"if": {"seen": "kubelet.log.refused"}, "weight": 2}], )"
                                     R"("tell": ["kubelet.unit"], "explains": ["kubelet"])");
    const auto with = [&](const char *more) { return seen + QLatin1String(", ") + QLatin1String(more); };
    QTest::newRow("what is known excludes it")
        << unit("dead") << with(R"("excludedBy": {"fact": "kubelet.state", "is": "dead"})")
        << Dismissal::Excluded << true;
    QTest::newRow("its proof was looked at and is not so")
        << unit("dead") << with(R"("proof": {"fact": "kubelet.state", "is": "slow"})") << Dismissal::Disproved
        << true;
    QTest::newRow("more speaks against it")
        << unit("dead")
        << with(R"("contradicts": [{"if": {"fact": "kubelet.state", "is": "dead"}, "weight": 3}])")
        << Dismissal::Outweighed << true;
    QTest::newRow("nothing is wrong that it leads to")
        << unit("active")
        << QStringLiteral(R"("supports": [{"if": {"seen": "kubelet.log.refused"}, "weight": 2}], )"
                          R"("tell": ["kubelet.unit"], "explains": ["kubelet.up"])")
        << Dismissal::ExplainsNothing << false;
}

void TestDiagnose::causesThatAreNotNamedSayWhy()
{
    QFETCH(QByteArray, kubelet);
    QFETCH(QString, rule);
    QFETCH(Dismissal, why);
    QFETCH(bool, hasLines);
    const KnowledgeBase knowledge =
        chain().cause(QStringLiteral("under-test"), QStringLiteral("kubelet"), rule).load();
    CaseBuilder made = controlPlane("active", "active", "active");
    made.answer(QStringLiteral("kubelet.unit"), kubelet)
        .answer(QStringLiteral("kubelet.journal"),
                "Mar 16 11:59:45 cp1 kubelet[1]: dial tcp 192.168.124.8:6443: connect: connection refused\n");
    const Diagnosis found = Diagnostician(knowledge, m_noParsers).diagnose(made.made());
    const auto cause =
        std::find_if(found.dismissed.cbegin(), found.dismissed.cend(),
                     [](const DismissedCause &each) { return each.id == QLatin1String("under-test"); });
    QVERIFY2(cause != found.dismissed.cend(), qPrintable(verdictText(found)));
    QCOMPARE(cause->why, why);
    QVERIFY(cause->supports.first().lines.first().contains(QLatin1String("192.168.124.8")));
    QCOMPARE(!cause->against.isEmpty(), hasLines);
}

void TestDiagnose::theRunnerUpKnowsWhyItLost()
{
    CaseBuilder made = controlPlane("active", "active", "dead");
    made.node(QStringLiteral("w1"))
        .answer(QStringLiteral("runtime.unit"), unit("dead"))
        .answer(QStringLiteral("kubelet.unit"), unit("dead"));
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QVERIFY2(found.causes.size() > 1, qPrintable(verdictText(found)));
    QCOMPARE(found.causes.first().outrankedBy, Precedence::None);
    QCOMPARE(found.causes.at(1).id, QStringLiteral("port-taken"));
    QCOMPARE(found.causes.at(1).outrankedBy, Precedence::Surer);
}

void TestDiagnose::theSameCaseGivesTheSameAnswer()
{
    CaseBuilder made = controlPlane("dead", "dead", "dead");
    made.node(QStringLiteral("w1"))
        .answer(QStringLiteral("runtime.unit"), unit("active", "cgroupfs"))
        .answer(QStringLiteral("kubelet.unit"), unit("dead"))
        .answer(QStringLiteral("kubelet.journal"),
                "E0316 11:00:00.000000 1 x.go:1] dial tcp 10.0.0.1:6443: connect\n");
    const QString expected = diagnosisText(m_diagnostician->diagnose(made.made()));
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(made.made().artifacts.begin(), made.made().artifacts.end(), random);
        const Diagnostician fresh(*m_knowledge, m_noParsers);
        QCOMPARE(diagnosisText(fresh.diagnose(made.made())), expected);
    }
}

void TestDiagnose::growingCasesAreReadOnce()
{
    CaseBuilder made = controlPlane("active", "active", "active");
    const QString before = diagnosisText(m_diagnostician->diagnose(made.made()));
    made.answer(QStringLiteral("kubelet.unit"), unit("dead"));
    const Diagnosis changed = m_diagnostician->diagnose(made.made());
    QCOMPARE(vertex(changed, "cp1/kubelet")->health, Health::Failed);
    made.answer(QStringLiteral("kubelet.unit"), unit("active"));
    QCOMPARE(diagnosisText(m_diagnostician->diagnose(made.made())), before);
}

void TestDiagnose::hostileOutputIsBounded()
{
    CaseBuilder made = controlPlane("active", "dead", "active");
    QByteArray nasty("\0\xff\xfe\x1b[31m\n", 9);
    nasty += QByteArray(30 * 1024 * 1024, 'x') + " dial tcp 10.0.0.1:6443: connect\n";
    nasty +=
        "Mar 16 11:59:30 cp1 kubelet[1]: dial tcp \xff\xfe:6443: connect" + QByteArray(100'000, 'y') + "\n";
    for (int i = 0; i < 50'000; ++i) {
        nasty += "dial tcp 10.0.0.1:6443: connect\n";
    }
    made.answer(QStringLiteral("kubelet.journal"), nasty).answer(QStringLiteral("runtime.unit"), nasty);
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    for (const CauseVerdict &cause : found.causes) {
        for (const Evidence &piece : cause.supports + cause.proof) {
            QVERIFY(piece.lines.size() <= 12);
            for (const QString &line : piece.lines) {
                QVERIFY(line.size() <= 2'000);
            }
        }
    }
    QVERIFY(diagnosisText(found).size() < 100'000);
}

void TestDiagnose::placeholdersAreNotExpandedTwice()
{
    CaseBuilder made = controlPlane("active", "active", "active");
    made.answer(QStringLiteral("runtime.unit"), "state={kubelet.state}\n");
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QCOMPARE(found.findings.first().says.in(QStringLiteral("en")),
             QStringLiteral("runtime is {kubelet.state}"));
}

QTEST_GUILESS_MAIN(TestDiagnose)
#include "tst_diagnose.moc"
