// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphcamera.h"
#include "graph/graphlistmodel.h"
#include "graph/graphpanel.h"
#include "graph/graphview.h"
#include "ui/findings/sample.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace gordian;
using namespace gordian::ui;

namespace {

// Columns by component order, rows by node: simple enough to know where everything is.
GraphLayout gridPlace(const QVector<GraphVertex> &vertices, const QVector<GraphEdge> &edges, QSizeF box)
{
    GraphLayout layout;
    QHash<QString, QRectF> boxes;
    for (int number = 0; number < vertices.size(); ++number) {
        const QRectF place(
            QPointF(20 + (number % 5) * (box.width() + 40), 40 + (number / 5) * (box.height() + 50)), box);
        layout.vertices << PlacedVertex{vertices[number].id, place};
        boxes.insert(vertices[number].id, place);
        layout.size = layout.size.expandedTo(QSizeF(place.right() + 20, place.bottom() + 20));
    }
    for (int number = 0; number < edges.size(); ++number) {
        const QPointF from = boxes.value(edges[number].from).center();
        const QPointF to = boxes.value(edges[number].to).center();
        layout.edges << PlacedEdge{number, {from, from, to, to}};
    }
    layout.groups << PlacedGroup{QStringLiteral("cp-1"), QRectF(QPointF(0, 0), layout.size)};
    return layout;
}

GraphNames names()
{
    return {test::storyContent().names.nodes, test::storyContent().names.letters};
}

const QString Runtime = QStringLiteral("cp-1/runtime");

} // namespace

class TestGraph : public QObject {
    Q_OBJECT

private:
    Phrases m_english{QStringLiteral("en")};

    std::unique_ptr<GraphView> shownView(const Diagnosis &diagnosis)
    {
        auto view = std::make_unique<GraphView>(nullptr, gridPlace);
        view->resize(900, 600);
        view->setDiagnosis(diagnosis, names(), m_english);
        view->show();
        if (!QTest::qWaitForWindowExposed(view.get())
            || !QTest::qWaitFor([&] { return !view->picture().boxes.isEmpty(); })) {
            return nullptr;
        }
        return view;
    }

private slots:
    void contentNamesTheBlocker()
    {
        const GraphContent content = graphContent(test::storyContent().diagnosis, names(), m_english);
        QCOMPARE(content.box(QStringLiteral("cp-1/etcd"))->note, QStringLiteral("blocked by containerd"));
        QCOMPARE(content.box(QStringLiteral("w-1/cni"))->note,
                 QStringLiteral("blocked by kube-apiserver on cp-1"));
        QVERIFY(content.box(Runtime)->isCause);
        QVERIFY(content.box(Runtime)->description.contains(QStringLiteral("the cause is here")));
        QCOMPARE(content.byWeight().first(), Runtime);
    }

    void cameraZoomsAroundThePointer()
    {
        GraphCamera camera;
        camera.fit(QRectF(0, 0, 2000, 1000), QRectF(20, 20, 960, 560));
        const QPointF pointer(300, 200);
        const QPointF under = camera.toScene(pointer);
        camera.zoomAt(pointer, 1.7);
        QVERIFY(QLineF(camera.toScreen(under), pointer).length() < 0.001);
        for (int i = 0; i < 100; ++i) {
            camera.zoomAt(pointer, 2);
        }
        QCOMPARE(camera.scale(), GraphCamera::MaxScale);
    }

    void theWholeGraphStandsBelowTheTools()
    {
        const auto view = shownView(test::storyContent().diagnosis);
        QVERIFY(view);
        view->setToolsHeight(40);
        view->fit();
        const QRectF shown = view->camera().toScreen(view->picture().bounds);
        QVERIFY(shown.top() >= 40);
        QVERIFY(QRectF(view->rect()).contains(shown));
        // No height to spare: rather behind the tools than too small.
        view->setToolsHeight(view->height() - 30);
        view->fit();
        QVERIFY(view->camera().toScreen(view->picture().bounds).top() < view->height() / 2);
    }

    void cameraNeverLosesThePicture()
    {
        GraphCamera camera;
        camera.panBy({-1e6, 1e6});
        camera.keepInReach(QRectF(0, 0, 400, 300), QSizeF(800, 600));
        QVERIFY(camera.toScreen(QRectF(0, 0, 400, 300)).intersects(QRectF(0, 0, 800, 600)));
    }

    void arrowsWalkAlongGeometry()
    {
        const QHash<QString, QRectF> boxes{{QStringLiteral("a"), QRectF(0, 0, 10, 10)},
                                           {QStringLiteral("b"), QRectF(50, 2, 10, 10)},
                                           {QStringLiteral("c"), QRectF(0, 60, 10, 10)}};
        QCOMPARE(stepToward(boxes, QStringLiteral("a"), Toward::Right), QStringLiteral("b"));
        QCOMPARE(stepToward(boxes, QStringLiteral("a"), Toward::Down), QStringLiteral("c"));
        QCOMPARE(stepToward(boxes, QStringLiteral("c"), Toward::Up), QStringLiteral("a"));
        QVERIFY(stepToward(boxes, QStringLiteral("a"), Toward::Left).isEmpty());
        QVERIFY(stepToward(boxes, QStringLiteral("gone"), Toward::Left).isEmpty());
    }

    void onlyTheNewestLayoutIsTaken()
    {
        QSemaphore gate;
        QAtomicInt runs;
        GraphPlacer placer([&](const QVector<GraphVertex> &vertices, const QVector<GraphEdge> &, QSizeF) {
            gate.acquire();
            ++runs;
            GraphLayout layout;
            layout.size = QSizeF(vertices.size(), 1);
            return layout;
        });
        QSignalSpy placed(&placer, &GraphPlacer::placed);
        placer.place(QVector<GraphVertex>(1), {}, {});
        placer.place(QVector<GraphVertex>(2), {}, {});
        placer.place(QVector<GraphVertex>(3), {}, {});
        gate.release(3);
        QVERIFY(placed.wait());
        QCOMPARE(placed.size(), 1);
        QCOMPARE(placed.first().first().value<GraphLayout>().size.width(), 3.0);
        QCOMPARE(runs.loadRelaxed(), 2);
    }

    void aClickNamesTheComponent()
    {
        const auto view = shownView(test::storyContent().diagnosis);
        QVERIFY(view);
        QSignalSpy activated(view.get(), &GraphView::vertexActivated);
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->screenBox(Runtime).center().toPoint());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toString(), Runtime);
        QCOMPARE(view->current(), Runtime);
    }

    void draggingPansAndChoosesNothing()
    {
        const auto view = shownView(test::storyContent().diagnosis);
        QVERIFY(view);
        QSignalSpy activated(view.get(), &GraphView::vertexActivated);
        const QPoint start = view->screenBox(Runtime).center().toPoint();
        const QPointF before = view->camera().offset();
        QTest::mousePress(view.get(), Qt::LeftButton, {}, start);
        QTest::mouseMove(view.get(), start + QPoint(30, 20));
        QMouseEvent move(QEvent::MouseMove, start + QPoint(30, 20), view->mapToGlobal(start + QPoint(30, 20)),
                         Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.get(), &move);
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, start + QPoint(30, 20));
        QVERIFY(view->camera().offset() != before);
        QCOMPARE(activated.size(), 0);
        QVERIFY(view->current().isEmpty());
    }

    void keysZoomFitPanAndWalk()
    {
        const auto view = shownView(test::storyContent().diagnosis);
        QVERIFY(view);
        view->setFocus();
        view->fit();
        const qreal fitted = view->camera().scale();
        QTest::keyClick(view.get(), Qt::Key_Plus);
        QVERIFY(view->camera().scale() > fitted);
        QTest::keyClick(view.get(), Qt::Key_F);
        QCOMPARE(view->camera().scale(), fitted);
        const QPointF offset = view->camera().offset();
        QTest::keyClick(view.get(), Qt::Key_Left);
        QVERIFY(view->camera().offset() != offset);
        QTest::keyClick(view.get(), Qt::Key_Home);
        QCOMPARE(view->current(), Runtime);
        QTest::keyClick(view.get(), Qt::Key_Left);
        QVERIFY(view->current() != Runtime);
        QSignalSpy activated(view.get(), &GraphView::vertexActivated);
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QVERIFY(view->current().isEmpty());
    }

    void newHealthKeepsZoomPlaceAndChoice()
    {
        Diagnosis diagnosis = test::storyContent().diagnosis;
        const auto view = shownView(diagnosis);
        QVERIFY(view);
        view->zoomIn();
        view->setCurrent(Runtime);
        const QRectF before = view->screenBox(Runtime);
        diagnosis.vertices.first().health = Health::Failed;
        view->setDiagnosis(diagnosis, names(), m_english);
        QVERIFY(!view->isPlacing());
        QCOMPARE(view->screenBox(Runtime), before);
        QCOMPARE(view->current(), Runtime);
        QCOMPARE(view->picture().content.boxes.first().health, Health::Failed);
    }

    void newComponentsDoNotMoveWhatIsBelowThePointer()
    {
        Diagnosis diagnosis = test::storyContent().diagnosis;
        const auto view = shownView(diagnosis);
        QVERIFY(view);
        const QString id = QStringLiteral("cp-1/etcd");
        QTest::mouseMove(view.get(), view->screenBox(id).center().toPoint());
        const QPointF before = view->screenBox(id).center();
        GraphVertex added;
        added.id = QStringLiteral("cp-1/added");
        added.node = QStringLiteral("cp-1");
        diagnosis.vertices.prepend(added);
        view->setDiagnosis(diagnosis, names(), m_english);
        QTRY_VERIFY(view->picture().boxes.contains(added.id));
        QVERIFY(QLineF(view->screenBox(id).center(), before).length() < 1);
    }

    void tabVisitsWhatIsWrongAndGoesOn()
    {
        GraphPanel panel(nullptr, gridPlace);
        panel.resize(900, 600);
        panel.setDiagnosis(test::storyContent().diagnosis, names(), m_english);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QTRY_VERIFY(!panel.view()->picture().boxes.isEmpty());
        panel.activateWindow();
        panel.view()->setFocus();
        QTRY_VERIFY(panel.view()->hasFocus());
        QTest::keyClick(panel.view(), Qt::Key_Tab);
        QCOMPARE(panel.view()->current(), Runtime);
        QTest::keyClick(panel.view(), Qt::Key_Tab);
        QCOMPARE(panel.view()->current(), QStringLiteral("w-2/time"));
        QTest::keyClick(panel.view(), Qt::Key_Tab);
        QVERIFY(!panel.view()->hasFocus());
    }

    void theListIsAModelAndFollowsTheGraph()
    {
        GraphListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Diagnosis diagnosis = test::storyContent().diagnosis;
        model.setContent(graphContent(diagnosis, names(), m_english));
        QCOMPARE(model.rowCount(), int(diagnosis.vertices.size()));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        diagnosis.vertices.first().health = Health::Failed;
        model.setContent(graphContent(diagnosis, names(), m_english));
        QCOMPARE(reset.size(), 0);
        const QModelIndex api = model.indexOf(QStringLiteral("cp-1/apiserver"));
        QVERIFY(api.siblingAtColumn(GraphListModel::NeedsColumn)
                    .data()
                    .toString()
                    .contains(QStringLiteral("Calico (only seems so)")));
    }

    void everyComponentIsNamedForScreenReaders()
    {
        QAccessible::setActive(true);
        const auto view = shownView(test::storyContent().diagnosis);
        QVERIFY(view);
        QAccessibleInterface *graph = QAccessible::queryAccessibleInterface(view.get());
        QVERIFY(graph);
        QCOMPARE(graph->role(), QAccessible::List);
        QVERIFY(!graph->text(QAccessible::Name).isEmpty());
        QCOMPARE(graph->childCount(), int(view->picture().content.boxes.size()));
        for (int child = 0; child < graph->childCount(); ++child) {
            QVERIFY(!graph->child(child)->text(QAccessible::Name).isEmpty());
            QVERIFY(!graph->child(child)->rect().isEmpty());
            QCOMPARE(graph->indexOfChild(graph->child(child)), child);
        }
        QSignalSpy activated(view.get(), &GraphView::vertexActivated);
        graph->child(4)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.size(), 1);
    }

    void fiftyNodesArePaintedWithinReason()
    {
        const auto view = shownView(test::bigDiagnosis(50));
        QVERIFY(view);
        view->fit();
        QVERIFY(!view->grab().isNull());
        QVERIFY(view->camera().scale() < GraphPainter::summaryScale(view->font()));
    }

    void anEmptyDiagnosisSaysSo()
    {
        GraphView view(nullptr, gridPlace);
        view.resize(400, 300);
        view.setDiagnosis({}, {}, m_english);
        QVERIFY(!view.grab().isNull());
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.current().isEmpty());
    }
};

QTEST_MAIN(TestGraph)
#include "tst_graph.moc"
