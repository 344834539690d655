// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What is said to have changed between two examinations, and what must not be said.

#include "diagnose/changes.h"

#include <QTest>

using namespace gordian;

namespace {

GraphVertex vertex(const QString &component, Health health)
{
    GraphVertex made;
    made.node = QStringLiteral("cp");
    made.component = component;
    made.id = made.node + QLatin1Char('/') + component;
    made.health = health;
    return made;
}

CauseVerdict cause(const QString &id, const QString &component)
{
    CauseVerdict made;
    made.id = id;
    made.node = QStringLiteral("cp");
    made.component = component;
    return made;
}

QStringList ids(const QVector<CauseChange> &causes)
{
    QStringList all;
    for (const CauseChange &each : causes) {
        all.append(each.id);
    }
    return all;
}

const auto kRuntime = QStringLiteral("runtime");
const auto kEtcd = QStringLiteral("etcd");

} // namespace

class TestChanges : public QObject {
    Q_OBJECT

private slots:
    void causesGoComeAndStay();
    void whatCouldNotBeJudgedIsNotGone();
    void onlyOtherHealthsAreTold();
    void nothingChangedIsNothing();
};

void TestChanges::causesGoComeAndStay()
{
    Diagnosis before;
    before.vertices = {vertex(kRuntime, Health::Failed), vertex(kEtcd, Health::Failed)};
    before.causes = {cause(QStringLiteral("driver"), kRuntime), cause(QStringLiteral("disk"), kEtcd)};
    Diagnosis after;
    after.vertices = {vertex(kRuntime, Health::Healthy), vertex(kEtcd, Health::Failed)};
    after.causes = {cause(QStringLiteral("disk"), kEtcd), cause(QStringLiteral("quota"), kEtcd)};
    const Changes changes = changesBetween(before, after);
    QCOMPARE(ids(changes.gone), QStringList{QStringLiteral("driver")});
    QCOMPARE(ids(changes.came), QStringList{QStringLiteral("quota")});
    QCOMPARE(ids(changes.stayed), QStringList{QStringLiteral("disk")});
    QVERIFY(changes.untold.isEmpty());
    QVERIFY(changes.any());
}

void TestChanges::whatCouldNotBeJudgedIsNotGone()
{
    Diagnosis before;
    before.vertices = {vertex(kRuntime, Health::Failed)};
    before.causes = {cause(QStringLiteral("driver"), kRuntime)};
    Diagnosis after;
    after.vertices = {vertex(kRuntime, Health::Unknown)};
    Changes changes = changesBetween(before, after);
    QVERIFY(changes.gone.isEmpty());
    QCOMPARE(ids(changes.untold), QStringList{QStringLiteral("driver")});
    after.vertices.clear(); // the node was taken out of the case
    changes = changesBetween(before, after);
    QVERIFY(changes.gone.isEmpty());
    QCOMPARE(ids(changes.untold), QStringList{QStringLiteral("driver")});
}

void TestChanges::onlyOtherHealthsAreTold()
{
    Diagnosis before;
    before.vertices = {vertex(kRuntime, Health::Failed), vertex(kEtcd, Health::Healthy)};
    Diagnosis after;
    after.vertices = {vertex(kRuntime, Health::Healthy), vertex(kEtcd, Health::Healthy),
                      vertex(QStringLiteral("new"), Health::Failed)};
    const Changes changes = changesBetween(before, after);
    QCOMPARE(changes.health.size(), 1);
    QCOMPARE(changes.health.first().component, kRuntime);
    QCOMPARE(changes.health.first().before, Health::Failed);
    QCOMPARE(changes.health.first().after, Health::Healthy);
}

void TestChanges::nothingChangedIsNothing()
{
    Diagnosis same;
    same.vertices = {vertex(kRuntime, Health::Failed)};
    same.causes = {cause(QStringLiteral("driver"), kRuntime)};
    const Changes changes = changesBetween(same, same);
    QVERIFY(!changes.any());
    QCOMPARE(changes.stayed.size(), 1);
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
