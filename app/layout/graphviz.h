// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One layered drawing by Graphviz' dot: vertices in clusters, edges downwards. The only file pair that knows
// the library, whose state is global: calls are serialised inside. Any thread.

#include <QPair>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QVector>

namespace gordian {

/// What to lay out, by index.
struct DotInput {
    QVector<QSizeF> vertices;
    QVector<int> clusterOf; ///< of each vertex; -1: none
    int clusters = 0;
    QVector<QPair<int, int>> edges; ///< upper, lower
    QVector<bool> ranked; ///< of each edge: does it decide who stands above whom?
};

struct DotOutput {
    QSizeF size;
    QVector<QRectF> vertices;
    QVector<QRectF> clusters; ///< null: empty
    QVector<QVector<QPointF>> splines; ///< of each edge, from upper to lower; empty: the library drew none
};

/// False: the library or its layout plugin is not there.
bool dotLayout(const DotInput &input, DotOutput &output);

} // namespace gordian
