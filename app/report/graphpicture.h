// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The component graph as a drawing, before it becomes SVG or paint: where everything stands and what is
// written on it. Pure; any thread.

#include "layout/graphlayout.h"
#include "report/reportcontext.h"

namespace gordian {

struct PictureVertex {
    QRectF box;
    Health health = Health::Unknown;
    bool isCause = false;
    QString letter;
    QString name; ///< elided to fit
    QString word; ///< the health, and what it waits for
};

struct PictureEdge {
    QVector<QPointF> spline;
    EdgeKind kind = EdgeKind::Needs;
    bool carriesFault = false; ///< from something blocked to what blocks it
    QString why;
};

struct PictureGroup {
    QRectF box;
    QString title;
};

struct GraphPicture {
    QSizeF size;
    QVector<PictureGroup> groups;
    QVector<PictureEdge> edges;
    QVector<PictureVertex> vertices;
};

/// Edges that follow from others (a needs b, b needs c: a needs c) are left out, unless they carry a fault.
GraphPicture graphPicture(const ReportContext &context);

/// The middle of a spline, for its mark.
QPointF middleOf(const QVector<QPointF> &spline);

} // namespace gordian
