// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "layout/graphlayout.h"
#include "support/samplecase.h"

#include <QtTest>

using namespace gordian;

namespace {

QSizeF fixedSize(const GraphVertex &)
{
    return {140, 40};
}

/// `nodes` machines of `height` components, each on the next, and the top of each needing the top of the
/// first.
Diagnosis towers(int nodes, int height)
{
    Diagnosis made;
    for (int node = 0; node < nodes; ++node) {
        for (int level = 0; level < height; ++level) {
            GraphVertex vertex;
            vertex.node = QStringLiteral("n%1").arg(node);
            vertex.id = QStringLiteral("n%1/c%2").arg(node).arg(level);
            made.vertices.append(vertex);
            if (level > 0) {
                made.edges.append(
                    {vertex.id, QStringLiteral("n%1/c%2").arg(node).arg(level - 1), EdgeKind::Needs, {}});
            }
        }
        if (node > 0) {
            made.edges.append({QStringLiteral("n%1/c%2").arg(node).arg(height - 1),
                               QStringLiteral("n0/c%1").arg(height - 1),
                               EdgeKind::Needs,
                               {}});
        }
    }
    return made;
}

QRectF boxOf(const GraphLayout &layout, const QString &id)
{
    for (const PlacedVertex &vertex : layout.vertices) {
        if (vertex.id == id) {
            return vertex.box;
        }
    }
    return {};
}

} // namespace

class TestGraphLayout : public QObject {
    Q_OBJECT

private slots:
    // Without its configuration file the library finds no plugin of its own accord (a machine without
    // graphviz).
    void initTestCase() { qputenv("GVBINDIR", "/nonexistent"); }

    void putsWhatIsNeededBelow()
    {
        const Diagnosis diagnosis = towers(2, 5);
        const GraphLayout layout = layoutGraph(diagnosis.vertices, diagnosis.edges, fixedSize);
        QCOMPARE(layout.vertices.size(), 10);
        QVERIFY(boxOf(layout, QStringLiteral("n0/c4")).bottom()
                <= boxOf(layout, QStringLiteral("n0/c3")).top());
        QVERIFY(boxOf(layout, QStringLiteral("n1/c4")).bottom()
                <= boxOf(layout, QStringLiteral("n0/c4")).top());
    }

    void nothingOverlapsAndGroupsHoldTheirOwn_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::newRow("one node") << 1;
        QTest::newRow("three nodes, drawn as one") << 3;
        QTest::newRow("fifty nodes, packed") << 50;
    }

    void nothingOverlapsAndGroupsHoldTheirOwn()
    {
        QFETCH(int, nodes);
        const Diagnosis diagnosis = towers(nodes, 16);
        const GraphLayout layout = layoutGraph(diagnosis.vertices, diagnosis.edges, fixedSize);
        QCOMPARE(layout.vertices.size(), diagnosis.vertices.size());
        QCOMPARE(layout.edges.size(), diagnosis.edges.size());
        QCOMPARE(layout.groups.size(), nodes);
        for (qsizetype i = 0; i < layout.vertices.size(); ++i) {
            for (qsizetype j = i + 1; j < layout.vertices.size(); ++j) {
                QVERIFY(!layout.vertices.at(i).box.intersects(layout.vertices.at(j).box));
            }
        }
        for (const PlacedVertex &vertex : layout.vertices) {
            for (const PlacedGroup &group : layout.groups) {
                QCOMPARE(group.box.contains(vertex.box), vertex.id.startsWith(group.node + QLatin1Char('/')));
            }
            QVERIFY(QRectF({}, layout.size).adjusted(-1, -1, 1, 1).contains(vertex.box));
        }
    }

    void isTheSameEveryTime()
    {
        const Diagnosis diagnosis = test::sampleDiagnosis();
        const GraphLayout one = layoutGraph(diagnosis.vertices, diagnosis.edges, fixedSize);
        const GraphLayout other = layoutGraph(diagnosis.vertices, diagnosis.edges, fixedSize);
        for (qsizetype i = 0; i < one.vertices.size(); ++i) {
            QCOMPARE(one.vertices.at(i).box, other.vertices.at(i).box);
        }
        for (qsizetype i = 0; i < one.edges.size(); ++i) {
            QCOMPARE(one.edges.at(i).spline, other.edges.at(i).spline);
        }
    }

    void edgesStartAtTheirUpperEnd()
    {
        const Diagnosis diagnosis = test::sampleDiagnosis();
        const GraphLayout layout = layoutGraph(diagnosis.vertices, diagnosis.edges, fixedSize);
        for (const PlacedEdge &edge : layout.edges) {
            QVERIFY(edge.spline.size() >= 4);
            QCOMPARE((edge.spline.size() - 1) % 3, 0);
            const QRectF from = boxOf(layout, diagnosis.edges.at(edge.edge).from).adjusted(-3, -3, 3, 3);
            const QRectF to = boxOf(layout, diagnosis.edges.at(edge.edge).to).adjusted(-3, -3, 3, 3);
            QVERIFY(from.contains(edge.spline.constFirst()));
            QVERIFY(to.contains(edge.spline.constLast()));
        }
    }

    void toleratesOddGraphs()
    {
        QVERIFY(layoutGraph({}, {}, fixedSize).vertices.isEmpty());
        Diagnosis odd = towers(1, 3);
        odd.edges.append(
            {QStringLiteral("n0/c0"), QStringLiteral("n0/c2"), EdgeKind::Needs, {}}); // a real cycle
        odd.edges.append({QStringLiteral("n0/c0"), QStringLiteral("n0/c0"), EdgeKind::Needs, {}}); // itself
        odd.edges.append({QStringLiteral("n0/c0"), QStringLiteral("gone"), EdgeKind::Needs, {}});
        QCOMPARE(layoutGraph(odd.vertices, odd.edges, fixedSize).edges.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestGraphLayout)
#include "tst_graphlayout.moc"
