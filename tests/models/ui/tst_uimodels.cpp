// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The models of the window under QAbstractItemModelTester: rows come, change and go without a reset, ticks
// stay.

#include "connect/hostkeymodel.h"
#include "fixes/causelistmodel.h"
#include "progress/collectmodel.h"
#include "shared/nodemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace gordian;
using namespace gordian::ui;

namespace {

NodeRow node(const QString &id, const QString &state = {})
{
    NodeRow row;
    row.id = id;
    row.name = id;
    row.state = state;
    return row;
}

CollectRow collected(const QString &id, int arrived)
{
    CollectRow row;
    row.id = id;
    row.name = id;
    row.cells = {CollectCell{arrived, 4, 0, false, Health::Unknown}};
    return row;
}

HostKeyOffer offer(const QString &node, const QString &fingerprint)
{
    HostKeyOffer made;
    made.node = node;
    made.hop.host = node;
    made.key.type = QStringLiteral("ssh-ed25519");
    made.key.sha256 = fingerprint;
    return made;
}

} // namespace

class TestUiModels : public QObject {
    Q_OBJECT

private slots:
    void nodesComeChangeAndGoInPlace();
    void collectRowsNeverMove();
    void aTickBelongsToAKey();
    void causesKeepTheirRows();
};

void TestUiModels::nodesComeChangeAndGoInPlace()
{
    NodeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRows({node(QStringLiteral("a")), node(QStringLiteral("b"))});
    model.setRows({node(QStringLiteral("a"), QStringLiteral("busy")), node(QStringLiteral("c")),
                   node(QStringLiteral("b"))});
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.rowOf(QStringLiteral("b")), 2);
    model.setRows({node(QStringLiteral("b")), node(QStringLiteral("c"))});
    QCOMPARE(model.rowOf(QStringLiteral("b")), 0);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(resets.count(), 0);
}

void TestUiModels::collectRowsNeverMove()
{
    CollectModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns({{QStringLiteral("kubelet"), QStringLiteral("kubelet")}});
    model.setRows({collected(QStringLiteral("a"), 0), collected(QStringLiteral("b"), 0)});
    const QPersistentModelIndex second = model.index(1, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows({collected(QStringLiteral("b"), 2), collected(QStringLiteral("a"), 1),
                   collected(QStringLiteral("c"), 0)});
    QCOMPARE(second.row(), 1);
    QCOMPARE(second.data().toString(), QStringLiteral("b"));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(resets.count(), 0);
    model.setColumns({{QStringLiteral("kubelet"), QStringLiteral("Кубелет")}});
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Кубелет"));
}

void TestUiModels::aTickBelongsToAKey()
{
    HostKeyModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOffers({offer(QStringLiteral("a"), QStringLiteral("SHA256:one"))});
    QVERIFY(model.tickedNodes().isEmpty());
    QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.index(0).data().toString().endsWith(QLatin1String("\nSHA256:one")));
    const QPersistentModelIndex looked = model.index(0);
    model.setOffers({offer(QStringLiteral("b"), QStringLiteral("SHA256:two")),
                     offer(QStringLiteral("a"), QStringLiteral("SHA256:one"))});
    QCOMPARE(model.tickedNodes(), QStringList{QStringLiteral("a")});
    QCOMPARE(looked.row(), 0); // what one is looking at stays where it is
    QCOMPARE(model.rowCount(), 2);
    model.setOffers({offer(QStringLiteral("a"), QStringLiteral("SHA256:another"))});
    QVERIFY(model.tickedNodes().isEmpty());
    model.tickAll();
    QCOMPARE(model.tickedNodes(), QStringList{QStringLiteral("a")});
}

void TestUiModels::causesKeepTheirRows()
{
    CauseListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const CauseRow first{
        QStringLiteral("x"), QStringLiteral("n"), QStringLiteral("title"), {}, Confidence::Likely};
    model.setRows({first});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    CauseRow renamed = first;
    renamed.title = QStringLiteral("заголовок");
    model.setRows({renamed});
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.index(0).data().toString(), renamed.title);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestUiModels)
#include "tst_uimodels.moc"
