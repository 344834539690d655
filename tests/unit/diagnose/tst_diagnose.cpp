// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// From a small case to a diagnosis: causes, the graph, blocked and failed, order, coverage, determinism.

#include "diagnose/diagnose.h"
#include "support/diagnosistext.h"
#include "support/packbuilder.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace gordian;
using namespace gordian::test;

namespace {

QString state(const QString &key, const QString &value)
{
    return QStringLiteral(R"({"fact": "%1", "is": "%2"})").arg(key, value);
}

/// runtime <- kubelet <- apiserver, and kubelets need some API server. Each is "up" by its unit fact.
PackBuilder chain()
{
    PackBuilder made;
    made.component(QStringLiteral("runtime"), 20)
        .component(QStringLiteral("kubelet"), 30, {QStringLiteral("runtime"), QStringLiteral("*apiserver")})
        .component(QStringLiteral("apiserver"), 50, {QStringLiteral("kubelet")},
                   QStringLiteral(R"("presentIf": {"fact": "apiserver.state", "exists": true})"));
    for (const char *name : {"runtime", "kubelet", "apiserver"}) {
        const QString id = QString::fromLatin1(name);
        made.probe(id + QStringLiteral(".unit"), id)
            .fact(id + QStringLiteral(".state"), QStringLiteral("text"), id + QStringLiteral(".unit"))
            .fact(id + QStringLiteral(".driver"), QStringLiteral("text"), id + QStringLiteral(".unit"))
            .check(id + QStringLiteral(".up"), id,
                   outcome(state(id + QStringLiteral(".state"), QStringLiteral("dead")),
                           QStringLiteral("failed"), id + QStringLiteral(" is {%1.state}").arg(id))
                       + QStringLiteral(", ")
                       + outcome(state(id + QStringLiteral(".state"), QStringLiteral("slow")),
                                 QStringLiteral("degraded"), id + QStringLiteral(" is slow")),
                   otherwise(QStringLiteral("healthy"), id + QStringLiteral(" is {%1.state}").arg(id)),
                   QStringLiteral("\"alibi\": true"));
    }
    made.probe(QStringLiteral("kubelet.journal"), QStringLiteral("kubelet"),
               QStringLiteral("\"syntax\": \"journal\", \"keep\": \"tail\""))
        .probe(QStringLiteral("kubelet.deep"), QStringLiteral("kubelet"),
               QStringLiteral(R"("wave": 2, "when": %1)")
                   .arg(state(QStringLiteral("kubelet.state"), QStringLiteral("dead"))))
        .signature(QStringLiteral("kubelet.log.refused"), QStringLiteral("kubelet"),
                   QStringLiteral("dial tcp (?P<addr>\\S+): connect"))
        .cause(QStringLiteral("runtime-stopped"), QStringLiteral("runtime"),
               QStringLiteral(R"("proof": %1, "explains": ["*"])")
                   .arg(state(QStringLiteral("runtime.state"), QStringLiteral("dead"))))
        .cause(QStringLiteral("driver-mismatch"), QStringLiteral("kubelet"),
               QStringLiteral(R"("proof": {"fact": "kubelet.driver", "differsFrom": "runtime.driver"},
                       "supports": [{"if": {"seen": "kubelet.log.refused"}, "weight": 2}],
                       "excludedBy": {"fact": "kubelet.driver", "sameAs": "runtime.driver"},
                       "explains": ["kubelet", "apiserver"], "tell": ["runtime.unit", "kubelet.unit"])"))
        .cause(
            QStringLiteral("port-taken"), QStringLiteral("apiserver"),
            QStringLiteral(
                R"("supports": [{"if": {"finding": "apiserver.up", "is": "failed"}, "weight": 1}], "prior": 0.5,
                       "explains": ["apiserver.up"], "tell": ["apiserver.unit"])"));
    return made;
}

QByteArray unit(const char *stateWord, const char *driver = "systemd")
{
    return QByteArray("state=") + stateWord + "\ndriver=" + driver + "\n";
}

CaseBuilder controlPlane(const char *runtime, const char *kubelet, const char *apiserver)
{
    CaseBuilder made;
    made.answer(QStringLiteral("runtime.unit"), unit(runtime))
        .answer(QStringLiteral("kubelet.unit"), unit(kubelet))
        .answer(QStringLiteral("apiserver.unit"), unit(apiserver))
        .answer(QStringLiteral("kubelet.journal"), "Mar 16 11:59:00 cp1 systemd[1]: Started\n");
    return made;
}

const GraphVertex *vertex(const Diagnosis &diagnosis, const char *id)
{
    const auto found = std::find_if(diagnosis.vertices.cbegin(), diagnosis.vertices.cend(),
                                    [&](const GraphVertex &each) { return each.id == QLatin1String(id); });
    return found == diagnosis.vertices.cend() ? nullptr : &*found;
}

} // namespace

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
    void textThatSaysNothingIsNoExamination();
    void unsortedTextCountsUntilTheLogIsThere();
    void pastedTextProvesNothingWell();
    void unknownIsNotRed();
    void aNodeThatWasNotReached();
    void nothingExamined();
    void theSecondWaveFollowsTheFirst();
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

void TestDiagnose::unsortedTextCountsUntilTheLogIsThere()
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

void TestDiagnose::textThatSaysNothingIsNoExamination()
{
    CaseBuilder made;
    made.made().nodes.first().node.origin = NodeOrigin::Pasted;
    made.made().nodes.first().node.via = Via::Offline;
    made.answer(QStringLiteral("pasted.text"), "So much depends\n");
    QCOMPARE(m_diagnostician->diagnose(made.made()).overall, Overall::NothingExamined);
}

void TestDiagnose::pastedTextProvesNothingWell()
{
    CaseBuilder made;
    made.made().nodes.first().node.origin = NodeOrigin::Pasted;
    made.made().nodes.first().node.via = Via::Offline;
    made.answer(QStringLiteral("runtime.unit"), unit("active"));
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QVERIFY(found.coverage.checksAnswered > 0);
    QCOMPARE(found.overall, Overall::PartlyExaminedNothingWrong);
}

void TestDiagnose::unknownIsNotRed()
{
    CaseBuilder made = controlPlane("active", "active", "active");
    made.silence(QStringLiteral("runtime.unit"), ArtifactState::NotPermitted);
    const Diagnosis found = m_diagnostician->diagnose(made.made());
    QCOMPARE(vertex(found, "cp1/runtime")->health, Health::Unknown);
    QCOMPARE(vertex(found, "cp1/runtime")->reason, UnknownReason::NotPermitted);
    QCOMPARE(found.overall, Overall::PartlyExaminedNothingWrong);
    QVERIFY(found.causes.isEmpty());
}

void TestDiagnose::aNodeThatWasNotReached()
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

void TestDiagnose::nothingExamined()
{
    QCOMPARE(m_diagnostician->diagnose(Case()).overall, Overall::NothingExamined);
    CaseBuilder made;
    QCOMPARE(m_diagnostician->diagnose(made.made()).overall, Overall::NothingExamined);
}

void TestDiagnose::theSecondWaveFollowsTheFirst()
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
