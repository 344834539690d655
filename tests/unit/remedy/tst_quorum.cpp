// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What may not be taken away from a cluster: etcd's quorum, and the last API server.

#include "remedy/quorum.h"

#include <QtTest>

using namespace gordian;

namespace {

GraphVertex vertex(const QString &node, const QString &component, Health health)
{
    GraphVertex made;
    made.node = node;
    made.component = component;
    made.health = health;
    return made;
}

Fact number(const QString &key, qint64 value)
{
    Fact made;
    made.key = key;
    made.value = value;
    return made;
}

} // namespace

class TestQuorum : public QObject {
    Q_OBJECT

private slots:
    void theQuorumStays_data();
    void theQuorumStays();
    void oneApiServerStays_data();
    void oneApiServerStays();
};

void TestQuorum::theQuorumStays_data()
{
    QTest::addColumn<int>("members");
    QTest::addColumn<int>("answering");
    QTest::addColumn<bool>("isOursUp");
    QTest::addColumn<QString>("refused");
    QTest::newRow("all three answer") << 3 << 3 << true << "";
    QTest::newRow("two of three answer, ours too") << 3 << 2 << true << "1/3";
    QTest::newRow("two of three answer, ours is the third") << 3 << 2 << false << "";
    QTest::newRow("the quorum is lost already") << 3 << 1 << true << "";
    QTest::newRow("four of five answer") << 5 << 4 << true << "";
    QTest::newRow("three of five answer") << 5 << 3 << true << "2/5";
    QTest::newRow("both of two") << 2 << 2 << true << "1/2";
    QTest::newRow("the only one") << 1 << 1 << true << "";
}

void TestQuorum::theQuorumStays()
{
    QFETCH(int, members);
    QFETCH(int, answering);
    QFETCH(bool, isOursUp);
    QFETCH(QString, refused);
    Remedy remedy;
    remedy.node = QStringLiteral("n1");
    Diagnosis diagnosis;
    diagnosis.facts = {number(QStringLiteral("etcd.members"), members),
                       number(QStringLiteral("etcd.members-answering"), answering)};
    diagnosis.vertices = {
        vertex(remedy.node, QStringLiteral("etcd"), isOursUp ? Health::Healthy : Health::Failed)};
    QVERIFY(!quorumRefusal(remedy, diagnosis));
    remedy.interrupts = {QStringLiteral("etcd")};
    const auto refusal = quorumRefusal(remedy, diagnosis);
    QCOMPARE(refusal ? refusal->detail : QString(), refused);
    QVERIFY(!refusal || refusal->objection == Objection::QuorumAtRisk);
}

void TestQuorum::oneApiServerStays_data()
{
    QTest::addColumn<QStringList>("up");
    QTest::addColumn<QStringList>("down");
    QTest::addColumn<int>("members");
    QTest::addColumn<QString>("refused");
    const QString ours = QStringLiteral("n1");
    const QString two = QStringLiteral("n2");
    const QString three = QStringLiteral("n3");
    QTest::newRow("another one answers") << QStringList{ours, two} << QStringList{three} << 3 << "";
    QTest::newRow("the others are down") << QStringList{ours} << QStringList{two, three} << 3 << "0/3";
    QTest::newRow("the others were not looked at") << QStringList{ours} << QStringList{} << 3 << "0/3";
    QTest::newRow("ours is down itself") << QStringList{} << QStringList{ours, two} << 2 << "";
    QTest::newRow("it is alone") << QStringList{ours} << QStringList{} << 1 << "";
}

void TestQuorum::oneApiServerStays()
{
    QFETCH(QStringList, up);
    QFETCH(QStringList, down);
    QFETCH(int, members);
    QFETCH(QString, refused);
    Remedy remedy;
    remedy.node = QStringLiteral("n1");
    Diagnosis diagnosis;
    diagnosis.facts = {number(QStringLiteral("etcd.members"), members)};
    for (const QString &node : up) {
        diagnosis.vertices.append(vertex(node, QStringLiteral("apiserver"), Health::Healthy));
    }
    for (const QString &node : down) {
        diagnosis.vertices.append(vertex(node, QStringLiteral("apiserver"), Health::Failed));
    }
    QVERIFY(!lastControlPlaneRefusal(remedy, diagnosis));
    remedy.interrupts = {QStringLiteral("apiserver")};
    const auto refusal = lastControlPlaneRefusal(remedy, diagnosis);
    QCOMPARE(refusal ? refusal->detail : QString(), refused);
    QVERIFY(!refusal || refusal->objection == Objection::LastControlPlane);
}

QTEST_GUILESS_MAIN(TestQuorum)
#include "tst_quorum.moc"
