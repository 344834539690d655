// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Conditions with three values on small cases.

#include "diagnose/judge.h"
#include "support/packbuilder.h"

#include <QTest>

using namespace gordian;
using namespace gordian::test;

namespace {

PackBuilder pack(const QString &condition)
{
    PackBuilder made;
    made.component(QStringLiteral("kubelet"), 30, {},
                   QStringLiteral(R"("startedFact": "unit.started", "startedSeen": "log.started", )"
                                  R"("looping": {"fact": "unit.restarts", "above": 3})"))
        .probe(QStringLiteral("kubelet.unit"), QStringLiteral("kubelet"))
        .probe(QStringLiteral("kubelet.config"), QStringLiteral("kubelet"))
        .probe(QStringLiteral("kubelet.journal"), QStringLiteral("kubelet"),
               QStringLiteral("\"syntax\": \"journal\", \"keep\": \"tail\""))
        .fact(QStringLiteral("unit.state"), QStringLiteral("text"), QStringLiteral("kubelet.unit"))
        .fact(QStringLiteral("unit.restarts"), QStringLiteral("int"), QStringLiteral("kubelet.unit"))
        .fact(QStringLiteral("unit.started"), QStringLiteral("moment"), QStringLiteral("kubelet.unit"))
        .fact(QStringLiteral("config.driver"), QStringLiteral("text"), QStringLiteral("kubelet.config"))
        .fact(QStringLiteral("config.names"), QStringLiteral("list"), QStringLiteral("kubelet.config"))
        .fact(QStringLiteral("config.release"), QStringLiteral("text"), QStringLiteral("kubelet.config"))
        .fact(QStringLiteral("config.until"), QStringLiteral("moment"), QStringLiteral("kubelet.config"))
        .signature(QStringLiteral("log.refused"), QStringLiteral("kubelet"),
                   QStringLiteral("dial tcp (?P<addr>\\S+): connect: connection refused"))
        .signature(QStringLiteral("log.started"), QStringLiteral("kubelet"),
                   QStringLiteral("systemd\\[1\\]: Started kubelet"))
        .check(QStringLiteral("unit.up"), QStringLiteral("kubelet"),
               outcome(QStringLiteral(R"({"fact": "unit.state", "is": "failed"})"), QStringLiteral("failed"),
                       QStringLiteral("x")),
               otherwise(QStringLiteral("healthy"), QStringLiteral("x")))
        .check(QStringLiteral("under.test"), QStringLiteral("kubelet"),
               outcome(condition, QStringLiteral("failed"), QStringLiteral("x")),
               otherwise(QStringLiteral("healthy"), QStringLiteral("x")));
    return made;
}

QString name(Truth truth)
{
    return truth == Truth::True ? QStringLiteral("true")
        : truth == Truth::False ? QStringLiteral("false")
                                : QStringLiteral("unknown");
}

/// unit: failed, 2 restarts, started 11:00; config: systemd; journal with lines of 10:30, 11:10 and 11:55.
CaseBuilder known()
{
    CaseBuilder made;
    made.answer(QStringLiteral("kubelet.unit"),
                "state=failed\nrestarts=2\nstarted=Sat 2024-03-16 11:00:00 UTC\n")
        .answer(QStringLiteral("kubelet.config"),
                "driver=systemd\nnames=a, b\nuntil=2024-04-01T00:00:00Z\nrelease=v1.28.5+k3s1\n")
        .answer(QStringLiteral("kubelet.journal"),
                "Mar 16 10:30:00 cp1 kubelet[1]: dial tcp 10.0.0.1:6443: connect: connection refused\n"
                "Mar 16 11:10:00 cp1 kubelet[2]: dial tcp 10.0.0.2:6443: connect: connection refused\n"
                "Mar 16 11:55:00 cp1 kubelet[2]: dial tcp 10.0.0.3:6443: connect: connection refused\n");
    return made;
}

} // namespace

class TestEvaluator : public QObject {
    Q_OBJECT

private slots:
    void onAKnownCase_data();
    void onAKnownCase();
    void onMissingAnswers_data();
    void onMissingAnswers();
    void aLoopingWritersEarlierRunsCount();
    void anEarlierSeriesOfRunsIsHistory_data();
    void anEarlierSeriesOfRunsIsHistory();
    void thePreviousContainerIsHistory();
    void otherNodes();
    void comparesWithOtherNodes_data();
    void comparesWithOtherNodes();
    void namesWhatItComparedWith();
    void kleene();
};

void TestEvaluator::onAKnownCase_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *condition, const char *expected) {
        QTest::newRow(condition) << QString::fromLatin1(condition) << QString::fromLatin1(expected);
    };
    row(R"({"fact": "unit.state", "is": "failed"})", "true");
    row(R"({"fact": "unit.state", "isnt": "failed"})", "false");
    row(R"({"fact": "unit.state", "in": ["active", "failed"]})", "true");
    row(R"({"fact": "unit.state", "notIn": ["active", "failed"]})", "false");
    row(R"({"fact": "unit.state", "matches": "^fail"})", "true");
    row(R"({"fact": "unit.state", "contains": "ile"})", "true");
    row(R"({"fact": "unit.restarts", "is": 2})", "true");
    row(R"({"fact": "unit.restarts", "atLeast": 2})", "true");
    row(R"({"fact": "unit.restarts", "above": 2})", "false");
    row(R"({"fact": "unit.restarts", "atMost": 1})", "false");
    row(R"({"fact": "unit.restarts", "below": 2.5})", "true");
    row(R"({"fact": "config.names", "contains": "b"})", "true");
    row(R"({"fact": "config.names", "contains": "ab"})", "false");
    row(R"({"fact": "config.until", "below": "now+30d"})", "true");
    row(R"({"fact": "config.until", "below": "now"})", "false");
    row(R"({"fact": "unit.started", "above": "now-2h"})", "true");
    row(R"({"fact": "config.driver", "sameAs": "unit.state"})", "false");
    row(R"({"fact": "config.driver", "differsFrom": "unit.state"})", "true");
    row(R"({"fact": "config.release", "newerThan": "1.27"})", "true");
    row(R"({"fact": "config.release", "newerThan": "1.28"})", "false");
    row(R"({"fact": "config.release", "newerThan": "1.28.4"})", "true");
    row(R"({"fact": "config.release", "olderThan": "1.28"})", "false");
    row(R"({"fact": "config.release", "olderThan": "1.29"})", "true");
    row(R"({"fact": "config.release", "olderThan": "1.31", "byMinors": 3})", "true");
    row(R"({"fact": "config.release", "olderThan": "1.31", "byMinors": 4})", "false");
    row(R"({"fact": "config.release", "olderThan": "2.0", "byMinors": 4})", "true");
    row(R"({"fact": "config.driver", "newerThan": "1.28"})", "unknown");
    row(R"({"fact": "unit.state", "exists": true})", "true");
    row(R"({"fact": "unit.state", "exists": false})", "false");
    row(R"({"fact": "unit.state", "subject": "other*", "is": "failed"})", "false");
    row(R"({"fact": "unit.state", "every": true, "is": "failed"})", "true");
    row(R"({"seen": "log.refused"})", "true");
    row(R"({"seen": "log.refused", "atLeast": 2})", "true");
    row(R"({"seen": "log.refused", "atLeast": 3})", "false");
    row(R"({"seen": "log.refused", "atLeast": 3, "history": true})", "true");
    row(R"({"seen": "log.refused", "withinMinutes": 10})", "true");
    row(R"({"seen": "log.refused", "atLeast": 2, "withinMinutes": 10})", "false");
    row(R"({"seen": "log.refused", "atLeast": 3, "withinMinutes": 100})", "true");
    row(R"({"seen": "log.refused", "in": ["kubelet.journal"]})", "true");
    row(R"({"seen": "log.refused", "in": ["kubelet.config"]})", "false");
    row(R"({"finding": "unit.up", "is": "failed"})", "true");
    row(R"({"finding": "unit.up", "is": ["degraded", "healthy"]})", "false");
    row(R"({"not": {"fact": "unit.state", "is": "failed"}})", "false");
    row("true", "true");
}

void TestEvaluator::onAKnownCase()
{
    QFETCH(QString, condition);
    QFETCH(QString, expected);
    const KnowledgeBase knowledge = pack(condition).load();
    const Reader reader(knowledge, {});
    CaseBuilder made = known();
    const FactBook facts(made.made(), knowledge, reader);
    Judge judge(facts);
    const auto &tested = knowledge.check(QStringLiteral("under.test"))->outcomes.first().condition;
    QCOMPARE(name(judge.evaluator().evaluate(tested, QStringLiteral("cp1")).truth), expected);
}

void TestEvaluator::onMissingAnswers_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *what, const char *condition, ArtifactState state, const char *expected,
                        UnknownReason reason) {
        QTest::newRow(what) << QString::fromLatin1(condition) << int(state) << QString::fromLatin1(expected)
                            << int(reason);
    };
    const char *is = R"({"fact": "config.driver", "is": "systemd"})";
    const char *none = R"({"fact": "config.driver", "exists": false})";
    const char *isnt = R"({"fact": "config.driver", "isnt": "systemd"})";
    const char *seen = R"({"seen": "log.refused"})";
    row("not permitted is unknown", is, ArtifactState::NotPermitted, "unknown", UnknownReason::NotPermitted);
    row("timed out is unknown", is, ArtifactState::TimedOut, "unknown", UnknownReason::TimedOut);
    row("a missing program is unknown", is, ArtifactState::CommandMissing, "unknown",
        UnknownReason::CommandMissing);
    row("not collected is unknown", isnt, ArtifactState::NotCollected, "unknown",
        UnknownReason::NotCollected);
    row("unknown is not absent", none, ArtifactState::NotPermitted, "unknown", UnknownReason::NotPermitted);
    row("not applicable is absent", none, ArtifactState::NotApplicable, "true", UnknownReason::None);
    row("an absent fact is nothing", is, ArtifactState::NotApplicable, "false", UnknownReason::None);
    row("an absent fact is not something else either", isnt, ArtifactState::NotApplicable, "false",
        UnknownReason::None);
    row("an answer without it is absent", none, ArtifactState::Collected, "true", UnknownReason::None);
    row("a log that could not be read", seen, ArtifactState::NotPermitted, "unknown",
        UnknownReason::NotPermitted);
    row("a log without it", seen, ArtifactState::Collected, "false", UnknownReason::None);
}

void TestEvaluator::onMissingAnswers()
{
    QFETCH(QString, condition);
    QFETCH(int, state);
    QFETCH(QString, expected);
    QFETCH(int, reason);
    const KnowledgeBase knowledge = pack(condition).load();
    const Reader reader(knowledge, {});
    CaseBuilder made;
    made.answer(QStringLiteral("kubelet.unit"), "state=active\n");
    for (const char *probe : {"kubelet.config", "kubelet.journal"}) {
        made.silence(QString::fromLatin1(probe), ArtifactState(state));
    }
    const FactBook facts(made.made(), knowledge, reader);
    Judge judge(facts);
    const auto &tested = knowledge.check(QStringLiteral("under.test"))->outcomes.first().condition;
    const Answered answer = judge.evaluator().evaluate(tested, QStringLiteral("cp1"));
    QCOMPARE(name(answer.truth), expected);
    QCOMPARE(int(answer.grounds.reason), reason);
    QCOMPARE(answer.grounds.missing.isEmpty(), answer.truth != Truth::Unknown);
}

void TestEvaluator::aLoopingWritersEarlierRunsCount()
{
    const KnowledgeBase knowledge = pack(QStringLiteral(R"({"seen": "log.refused", "atLeast": 2})")).load();
    const Reader reader(knowledge, {});
    CaseBuilder made = known();
    made.answer(QStringLiteral("kubelet.unit"),
                "state=activating\nrestarts=9\nstarted=Sat 2024-03-16 11:59:59 UTC\n")
        .answer(QStringLiteral("kubelet.journal"),
                "Mar 16 11:20:00 cp1 kubelet[1]: dial tcp 10.0.0.1:6443: connect: connection refused\n"
                "Mar 16 11:40:00 cp1 kubelet[2]: dial tcp 10.0.0.2:6443: connect: connection refused\n"
                "Mar 16 11:55:00 cp1 kubelet[3]: dial tcp 10.0.0.3:6443: connect: connection refused\n");
    const FactBook facts(made.made(), knowledge, reader);
    Judge judge(facts);
    QVERIFY(judge.finding(QStringLiteral("cp1"), QStringLiteral("under.test"))->health == Health::Failed);
    // The one of forty minutes ago is history all the same.
    const auto &lines = judge.log().lines(QStringLiteral("cp1"), QStringLiteral("log.refused"));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).history && !lines.at(1).history && !lines.at(2).history);
}

void TestEvaluator::anEarlierSeriesOfRunsIsHistory_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("looping") << QByteArray(
        "state=activating\nrestarts=9\nstarted=Sat 2024-03-16 11:59:50 UTC\n");
    QTest::newRow("start not known") << QByteArray();
}

void TestEvaluator::anEarlierSeriesOfRunsIsHistory()
{
    QFETCH(QByteArray, unit);
    const KnowledgeBase knowledge = pack(QStringLiteral(R"({"seen": "log.refused"})")).load();
    const Reader reader(knowledge, {});
    CaseBuilder made;
    if (!unit.isEmpty()) {
        made.answer(QStringLiteral("kubelet.unit"), unit);
    }
    made.answer(QStringLiteral("kubelet.journal"),
                "Mar 16 11:45:00 cp1 systemd[1]: Started kubelet\n"
                "Mar 16 11:45:01 cp1 kubelet[1]: dial tcp 10.0.0.1:6443: connect: connection refused\n"
                "Mar 16 11:59:30 cp1 systemd[1]: Started kubelet\n"
                "Mar 16 11:59:31 cp1 kubelet[2]: dial tcp 10.0.0.2:6443: connect: connection refused\n"
                "Mar 16 11:59:50 cp1 systemd[1]: Started kubelet\n"
                "Mar 16 11:59:51 cp1 kubelet[3]: dial tcp 10.0.0.3:6443: connect: connection refused\n");
    const FactBook facts(made.made(), knowledge, reader);
    Judge judge(facts);
    const auto &lines = judge.log().lines(QStringLiteral("cp1"), QStringLiteral("log.refused"));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).history && !lines.at(1).history && !lines.at(2).history);
}

void TestEvaluator::thePreviousContainerIsHistory()
{
    const KnowledgeBase knowledge = pack(QStringLiteral(R"({"seen": "log.refused"})")).load();
    const Reader reader(knowledge, {});
    CaseBuilder made;
    made.section(QStringLiteral("kubelet.journal"), QStringLiteral("current"), "all is well\n")
        .section(QStringLiteral("kubelet.journal"), QStringLiteral("previous"),
                 "dial tcp 10.0.0.1:6443: connect: connection refused\n");
    const FactBook facts(made.made(), knowledge, reader);
    Judge judge(facts);
    QCOMPARE(judge.finding(QStringLiteral("cp1"), QStringLiteral("under.test"))->health, Health::Healthy);
    QVERIFY(judge.log().lines(QStringLiteral("cp1"), QStringLiteral("log.refused")).first().history);
}

void TestEvaluator::otherNodes()
{
    const KnowledgeBase knowledge =
        pack(QStringLiteral(R"({"fact": "config.driver", "is": "cgroupfs", "where": "otherNode"})")).load();
    const Reader reader(knowledge, {});
    CaseBuilder made = known();
    made.node(QStringLiteral("w1")).answer(QStringLiteral("kubelet.config"), "driver=cgroupfs\n");
    const FactBook facts(made.made(), knowledge, reader);
    Judge judge(facts);
    QCOMPARE(judge.finding(QStringLiteral("cp1"), QStringLiteral("under.test"))->health, Health::Failed);
    QCOMPARE(judge.finding(QStringLiteral("w1"), QStringLiteral("under.test"))->health, Health::Healthy);
}

void TestEvaluator::comparesWithOtherNodes_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QStringList>("releases"); // of cp1, w1, w2...; "-": has none, "?": did not answer
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const char *condition, const QString &releases,
                        const char *expected) {
        QTest::newRow(what) << QString::fromLatin1(condition) << releases.split(QLatin1Char(' '))
                            << QString::fromLatin1(expected);
    };
    const char *differs = R"({"fact": "config.release", "differsFrom": "config.release", "of": "otherNode"})";
    row("the other node differs", differs, u"v1.28.5 v1.29.0"_qs, "true");
    row("the other node is the same", differs, u"v1.28.5 v1.28.5"_qs, "false");
    row("one of the others differs", differs, u"v1.28.5 v1.28.5 v1.29.0"_qs, "true");
    row("no other node answered", differs, u"v1.28.5 ? ?"_qs, "unknown");
    row("it did not answer itself", differs, u"? v1.28.5"_qs, "unknown");
    row("compared with those that answered", differs, u"v1.28.5 v1.28.5 ?"_qs, "false");
    row("no other node has such a thing", differs, u"v1.28.5 -"_qs, "false");
    row("there is no other node", differs, u"v1.28.5"_qs, "false");
    const char *same = R"({"fact": "config.release", "sameAs": "config.release", "of": "otherNode"})";
    row("one of the others is the same", same, u"v1.28.5 v1.29.0 v1.28.5"_qs, "true");
    row("none of the others is the same", same, u"v1.28.5 v1.29.0"_qs, "false");
    row("a node is no twin of itself", same, u"v1.28.5 ?"_qs, "unknown");
    const char *odd = R"({"fact": "config.release", "differsFrom": "config.release", "of": "mostNodes"})";
    row("the odd one out", odd, u"v1.29.0 v1.28.5 v1.28.5"_qs, "true");
    row("one of the many", odd, u"v1.28.5 v1.28.5 v1.29.0"_qs, "false");
    row("two that disagree: none is odd", odd, u"v1.29.0 v1.28.5"_qs, "false");
    row("half against half: none is odd", odd, u"v1.29.0 v1.29.0 v1.28.5 v1.28.5"_qs, "false");
    row("too few answered to say", odd, u"v1.29.0 v1.28.5 ?"_qs, "unknown");
    row("a majority of all, though one is silent", odd, u"v1.29.0 v1.28.5 v1.28.5 v1.28.5 ?"_qs, "true");
    const char *newer =
        R"({"fact": "config.release", "newerThan": "config.release", "of": "otherNode", "byMinors": 1})";
    row("a minor newer", newer, u"v1.29.0 v1.28.5"_qs, "true");
    row("a patch newer", newer, u"v1.28.9 v1.28.5"_qs, "false");
    row("older", newer, u"v1.27.0 v1.28.5"_qs, "false");
    row("newer than a text that is no version", newer, u"v1.27.0 latest"_qs, "unknown");
    const char *older =
        R"({"fact": "config.release", "olderThan": "config.release", "of": "anyNode", "byMinors": 3})";
    row("three minors older", older, u"v1.27.9 v1.30.0"_qs, "true");
    row("two minors older", older, u"v1.28.9 v1.30.0"_qs, "false");
    row("no node at all has it", older, u"? -"_qs, "unknown");
}

void TestEvaluator::comparesWithOtherNodes()
{
    QFETCH(QString, condition);
    QFETCH(QStringList, releases);
    QFETCH(QString, expected);
    const KnowledgeBase knowledge = pack(condition).load();
    const Reader reader(knowledge, {});
    CaseBuilder made;
    for (qsizetype i = 0; i < releases.size(); ++i) {
        if (i > 0) {
            made.node(QStringLiteral("w%1").arg(i));
        }
        made.answer(QStringLiteral("kubelet.unit"), "state=active\n");
        if (releases.at(i) == QLatin1String("?")) {
            made.silence(QStringLiteral("kubelet.config"), ArtifactState::TimedOut);
        } else {
            made.answer(QStringLiteral("kubelet.config"),
                        releases.at(i) == QLatin1String("-") ? QByteArray("driver=systemd\n")
                                                             : "release=" + releases.at(i).toLatin1() + '\n');
        }
    }
    const FactBook facts(made.made(), knowledge, reader);
    Judge judge(facts);
    const auto &tested = knowledge.check(QStringLiteral("under.test"))->outcomes.first().condition;
    const Answered answer = judge.evaluator().evaluate(tested, QStringLiteral("cp1"));
    QCOMPARE(name(answer.truth), expected);
    QCOMPARE(answer.grounds.reason != UnknownReason::None, answer.truth == Truth::Unknown);
}

void TestEvaluator::namesWhatItComparedWith()
{
    PackBuilder made = pack(QStringLiteral("true"));
    made.check(QStringLiteral("same.release"), QStringLiteral("kubelet"),
               outcome(QStringLiteral(R"({"fact": "config.release", "olderThan": "config.release", )"
                                      R"("of": "otherNode", "byMinors": 2})"),
                       QStringLiteral("degraded"),
                       QStringLiteral("{config.release} here, {other.config.release} on {other.node}")),
               otherwise(QStringLiteral("healthy"), QStringLiteral("x")));
    const KnowledgeBase knowledge = made.load();
    const Reader reader(knowledge, {});
    CaseBuilder nodes;
    nodes.answer(QStringLiteral("kubelet.config"), "release=v1.26.1\n")
        .node(QStringLiteral("w1"))
        .answer(QStringLiteral("kubelet.config"), "release=v1.27.0\n")
        .node(QStringLiteral("w2"))
        .answer(QStringLiteral("kubelet.config"), "release=v1.28.5\n");
    const FactBook facts(nodes.made(), knowledge, reader);
    Judge judge(facts);
    const Finding *found = judge.finding(QStringLiteral("cp1"), QStringLiteral("same.release"));
    QCOMPARE(found->health, Health::Degraded);
    QCOMPARE(found->says.in(QStringLiteral("en")), QStringLiteral("v1.26.1 here, v1.28.5 on w2"));
    // Both sides can be looked up.
    QCOMPARE(found->evidence.size(), 2);
    QCOMPARE(found->evidence.last().source.node, QStringLiteral("w2"));
}

void TestEvaluator::kleene()
{
    const KnowledgeBase knowledge = pack(QStringLiteral("true")).load();
    const Reader reader(knowledge, {});
    CaseBuilder made;
    made.answer(QStringLiteral("kubelet.unit"), "state=failed\n")
        .silence(QStringLiteral("kubelet.config"), ArtifactState::TimedOut);
    const FactBook facts(made.made(), knowledge, reader);
    Judge judge(facts);
    const auto fact = [](const char *key, const char *value) {
        auto made_ = std::make_shared<Expression>();
        made_->kind = Expression::Kind::Fact;
        made_->id = QString::fromLatin1(key);
        made_->test = Expression::Test::Is;
        made_->values = {FactValue(QString::fromLatin1(value))};
        return ExpressionPtr(made_);
    };
    const auto group = [](Expression::Kind kind, const QVector<ExpressionPtr> &children) {
        auto made_ = std::make_shared<Expression>();
        made_->kind = kind;
        made_->children = children;
        return ExpressionPtr(made_);
    };
    const ExpressionPtr yes = fact("unit.state", "failed");
    const ExpressionPtr no = fact("unit.state", "active");
    const ExpressionPtr maybe = fact("config.driver", "x");
    const auto truth = [&](const ExpressionPtr &each) {
        return name(judge.evaluator().evaluate(each, QStringLiteral("cp1")).truth);
    };
    QCOMPARE(truth(group(Expression::Kind::All, {yes, maybe})), QStringLiteral("unknown"));
    QCOMPARE(truth(group(Expression::Kind::All, {no, maybe})), QStringLiteral("false"));
    QCOMPARE(truth(group(Expression::Kind::Any, {yes, maybe})), QStringLiteral("true"));
    QCOMPARE(truth(group(Expression::Kind::Any, {no, maybe})), QStringLiteral("unknown"));
    QCOMPARE(truth(group(Expression::Kind::Not, {maybe})), QStringLiteral("unknown"));
}

QTEST_GUILESS_MAIN(TestEvaluator)
#include "tst_evaluator.moc"
