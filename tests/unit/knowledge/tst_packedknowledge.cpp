// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What packs say comes back as it was, and bytes that are damaged or another machine's are refused.

#include "knowledge/packedknowledge.h"
#include "support/packbuilder.h"

#include <QTest>

#include <algorithm>

using namespace gordian;
using namespace gordian::test;

namespace {

PackBuilder sound()
{
    PackBuilder pack;
    pack.component(QStringLiteral("host"), 0)
        .component(QStringLiteral("kubelet"), 30, {QStringLiteral("host")})
        .probe(QStringLiteral("kubelet.unit"), QStringLiteral("kubelet"))
        .probe(QStringLiteral("kubelet.journal"), QStringLiteral("kubelet"),
               QStringLiteral("\"syntax\": \"journal\", \"kilobytes\": 16384, \"keep\": \"tail\""))
        .fact(QStringLiteral("kubelet.state"), QStringLiteral("text"), QStringLiteral("kubelet.unit"))
        .fact(QStringLiteral("kubelet.restarts"), QStringLiteral("int"), QStringLiteral("kubelet.unit"))
        .signature(QStringLiteral("kubelet.log.x"), QStringLiteral("kubelet"),
                   QStringLiteral("dial (?P<addr>\\S+): (refused|reset)"))
        .signature(QStringLiteral("kubelet.log.any"), QStringLiteral("kubelet"), QStringLiteral("^.$"))
        .check(QStringLiteral("kubelet.running"), QStringLiteral("kubelet"),
               outcome(QStringLiteral(R"({"any": [{"fact": "kubelet.state", "in": ["failed", "dead"]},
                                          {"fact": "kubelet.restarts", "above": 5},
                                          {"not": {"seen": "kubelet.log.x", "withinMinutes": 7}}]})"),
                       QStringLiteral("failed"), QStringLiteral("it is {kubelet.state}")),
               otherwise(QStringLiteral("healthy"), QStringLiteral("well")));
    return pack;
}

} // namespace

class TestPackedKnowledge : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas();
    void knowsWhatPatternsNeed();
    void refusesWhatIsDamaged();
};

void TestPackedKnowledge::comesBackAsItWas()
{
    const KnowledgeBase knowledge = sound().load();
    const QByteArray packed =
        packedKnowledge(knowledge, {QStringLiteral("two"), QStringLiteral("one"), QStringLiteral("two")});
    const auto unpacked = unpackedKnowledge(packed);
    QVERIFY(unpacked.has_value());
    QCOMPARE(unpacked->packs, QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(packedKnowledge(unpacked->knowledge, unpacked->packs), packed);

    const KnowledgeBase &again = unpacked->knowledge;
    QCOMPARE(again.probes(), knowledge.probes());
    QVERIFY(!again.probes().isEmpty());
    const Component *kubelet = again.component(QStringLiteral("kubelet"));
    QVERIFY(kubelet);
    QCOMPARE(kubelet->layer, 30);
    QCOMPARE(kubelet->name, knowledge.component(QStringLiteral("kubelet"))->name);
    QCOMPARE(kubelet->needs.first().component, QStringLiteral("host"));
    const Check *check = again.check(QStringLiteral("kubelet.running"));
    QVERIFY(check);
    QCOMPARE(check->outcomes.first().says, knowledge.check(check->id)->outcomes.first().says);
    const Expression &condition = *check->outcomes.first().condition;
    QCOMPARE(condition.kind, Expression::Kind::Any);
    QCOMPARE(condition.children.size(), 3);
    QCOMPARE(condition.children.at(0)->values,
             QVector<FactValue>({FactValue(QStringLiteral("failed")), FactValue(QStringLiteral("dead"))}));
    QCOMPARE(condition.children.at(1)->values, QVector<FactValue>({FactValue(qint64(5))}));
    QCOMPARE(condition.children.at(2)->children.at(0)->withinMinutes, std::optional<int>(7));
    QCOMPARE(check->otherwise.health, Health::Healthy);
    QVERIFY(!check->otherwise.condition);
}

void TestPackedKnowledge::knowsWhatPatternsNeed()
{
    const QByteArray packed = packedKnowledge(sound().load(), {});
    const auto unpacked = unpackedKnowledge(packed);
    QVERIFY(unpacked.has_value());
    for (const Signature &signature : unpacked->knowledge.signatures()) {
        QVERIFY(signature.literals.has_value());
        QCOMPARE(*signature.literals, neededLiterals(signature.pattern));
    }
    QCOMPARE(unpacked->knowledge.signature(QStringLiteral("kubelet.log.any"))->literals->size(), 0);
}

void TestPackedKnowledge::refusesWhatIsDamaged()
{
    const QByteArray packed = packedKnowledge(sound().load(), {});
    QVERIFY(!unpackedKnowledge({}).has_value());
    for (qsizetype size = 0; size < packed.size(); size += 97) {
        QVERIFY(!unpackedKnowledge(packed.left(size)).has_value());
    }
    QVERIFY(!unpackedKnowledge(packed + "1234").has_value());
    QByteArray otherOrder = packed;
    std::reverse(otherOrder.begin(), otherOrder.begin() + 4);
    QVERIFY(!unpackedKnowledge(otherOrder).has_value());
    // Each word in turn is too large for whatever it means: nothing is read that is not there.
    int refused = 0;
    for (qsizetype at = 0; at + 4 <= packed.size(); at += 4) {
        QByteArray damaged = packed;
        std::fill_n(damaged.begin() + at, 4, '\x7f');
        refused += unpackedKnowledge(damaged) ? 0 : 1;
    }
    QVERIFY(refused > 100);
}

QTEST_GUILESS_MAIN(TestPackedKnowledge)
#include "tst_packedknowledge.moc"
