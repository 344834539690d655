// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// A plan's hash: the same for the same deeds, another for others.

#include "remedy/plan.h"

#include <QTest>

using namespace gordian;

namespace {

Plan restartOf(const QString &unitState)
{
    Plan plan;
    plan.id = QStringLiteral("p");
    plan.node.id = QStringLiteral("n1");
    plan.node.endpoint.host = QStringLiteral("cp1");
    PlannedAction restart;
    restart.action.kind = Action::Kind::Unit;
    restart.action.unit = QStringLiteral("kubelet");
    restart.action.verb = QStringLiteral("restart");
    restart.unitState = unitState;
    plan.actions = {restart};
    return plan;
}

} // namespace

class TestPlan : public QObject {
    Q_OBJECT

private slots:
    void theHashKnowsHowAUnitStands_data();
    void theHashKnowsHowAUnitStands();
    void comesBackFromItsJson();
};

void TestPlan::theHashKnowsHowAUnitStands_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("between two starts") << QStringLiteral("activating enabled") << true;
    QTest::newRow("right after one failed") << QStringLiteral("failed enabled") << true;
    QTest::newRow("stopped meanwhile") << QStringLiteral("inactive enabled") << false;
    QTest::newRow("disabled meanwhile") << QStringLiteral("active disabled") << false;
    QTest::newRow("masked meanwhile") << QStringLiteral("inactive masked") << false;
}

void TestPlan::theHashKnowsHowAUnitStands()
{
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(hashOf(restartOf(other)) == hashOf(restartOf(QStringLiteral("active enabled"))), same);
}

// What it was is what the undoing brings back.
void TestPlan::comesBackFromItsJson()
{
    const auto back = planFromJson(planToJson(restartOf(QStringLiteral("failed enabled"))));
    QVERIFY(back.has_value());
    QCOMPARE(back->actions.first().unitState, QStringLiteral("failed enabled"));
}

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
