// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the vertices and edges of a component graph go: layered, one cluster a node. Wraps a layout library,
// whose state is global: calls are serialised inside. Pure from outside; any thread.

#include "core/diagnosis.h"

#include <QHash>
#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QVector>

#include <functional>

namespace gordian {

struct PlacedVertex {
    QString id;
    QRectF box;
};

struct PlacedEdge {
    int edge = 0; ///< index into the given edges
    QVector<QPointF> spline; ///< start, then triples of cubic Bézier points
};

struct PlacedGroup {
    QString node; ///< empty: the cluster's own
    QRectF box;
};

struct GraphLayout {
    QSizeF size;
    QVector<PlacedVertex> vertices;
    QVector<PlacedEdge> edges;
    QVector<PlacedGroup> groups;
};

/// `sizeOf` gives each vertex' box in the units of the result; y grows downwards; what is needed stands
/// below.
GraphLayout layoutGraph(const QVector<GraphVertex> &vertices, const QVector<GraphEdge> &edges,
                        const std::function<QSizeF(const GraphVertex &)> &sizeOf);

} // namespace gordian
