// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "layout/grouppacker.h"

#include <algorithm>
#include <cmath>

namespace gordian {

namespace {

constexpr double WantedRatio = 16.0 / 9.0;

void addMoved(GraphLayout &whole, const GraphLayout &part, QPointF by)
{
    for (const PlacedVertex &vertex : part.vertices) {
        whole.vertices.append({vertex.id, vertex.box.translated(by)});
    }
    for (const PlacedGroup &group : part.groups) {
        whole.groups.append({group.node, group.box.translated(by)});
    }
    for (const PlacedEdge &placed : part.edges) {
        PlacedEdge edge = placed;
        for (QPointF &point : edge.spline) {
            point += by;
        }
        whole.edges.append(edge);
    }
    whole.size = whole.size.expandedTo({by.x() + part.size.width(), by.y() + part.size.height()});
}

/// As wide as makes the whole about as wide as a screen, but never narrower than the widest group.
double rowWidth(const QVector<GraphLayout> &parts, double gap)
{
    double area = 0;
    double widest = 0;
    for (const GraphLayout &part : parts) {
        area += (part.size.width() + gap) * (part.size.height() + gap);
        widest = std::max(widest, part.size.width());
    }
    return std::max(widest, std::sqrt(area * WantedRatio));
}

} // namespace

GraphLayout packGroups(const QVector<GraphLayout> &parts, double gap)
{
    GraphLayout whole;
    const double limit = rowWidth(parts, gap);
    QPointF at;
    double rowHeight = 0;
    for (const GraphLayout &part : parts) {
        const bool ofCluster = !part.groups.isEmpty() && part.groups.constFirst().node.isEmpty();
        if (at.x() > 0 && at.x() + part.size.width() > limit + gap) {
            at = {0, at.y() + rowHeight + gap};
            rowHeight = 0;
        }
        addMoved(whole, part, at);
        rowHeight = std::max(rowHeight, part.size.height());
        at.rx() += ofCluster ? limit : part.size.width() + gap;
    }
    return whole;
}

QVector<QPointF> curveBetween(const QRectF &from, const QRectF &to)
{
    const bool downwards = from.bottom() <= to.top();
    const bool upwards = to.bottom() <= from.top();
    if (downwards || upwards) {
        const QPointF start(from.center().x(), downwards ? from.bottom() : from.top());
        const QPointF end(to.center().x(), downwards ? to.top() : to.bottom());
        const QPointF reach(0, (end.y() - start.y()) / 2);
        return {start, start + reach, end - reach, end};
    }
    const bool rightwards = from.center().x() <= to.center().x();
    const QPointF start(rightwards ? from.right() : from.left(), from.center().y());
    const QPointF end(rightwards ? to.left() : to.right(), to.center().y());
    const QPointF reach((end.x() - start.x()) / 2, 0);
    return {start, start + reach, end - reach, end};
}

} // namespace gordian
