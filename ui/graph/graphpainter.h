// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Paints a placed graph: groups, lines, boxes, each from the palette and crisp at any scale. Knows nothing of
// input. Built for one frame; GUI thread.

#include "graph/graphcamera.h"
#include "graph/graphcontent.h"
#include "layout/graphlayout.h"

#include <QFont>
#include <QPainterPath>
#include <QPalette>
#include <QSet>

class QPainter;

namespace gordian::ui {

/// Box sizes follow the font, not the text: a health that changes never moves a box.
QSizeF graphBoxSize(const QFont &font);

/// The layout in the form that painting and hit tests want it.
struct GraphPicture {
    GraphContent content;
    QHash<QString, QRectF> boxes; ///< vertex id -> place
    QVector<PlacedGroup> groups;
    QVector<QPainterPath> lines; ///< same order as content.lines; empty: not placed
    QRectF bounds;

    static GraphPicture make(const GraphContent &content, const GraphLayout &layout);
    QString vertexAt(const QPointF &scene) const;
    QString groupAt(const QPointF &scene, bool *found) const;
    /// The line within `reach` of `scene`, else -1.
    int lineAt(const QPointF &scene, qreal reach) const;
};

struct GraphLook {
    QPalette palette;
    QFont font;
    QString current;
    QString hovered;
    int hoveredLine = -1;
    bool focused = false;
};

class GraphPainter {
public:
    GraphPainter(const GraphPicture &picture, const GraphCamera &camera, const GraphLook &look);
    void paint(QPainter &painter, const QRectF &exposed);

    /// Below this scale the names in boxes cannot be read, and groups show a summary instead.
    static qreal summaryScale(const QFont &font);

private:
    void paintGroup(QPainter &painter, const PlacedGroup &group) const;
    void paintSummary(QPainter &painter, const PlacedGroup &group) const;
    void paintLine(QPainter &painter, int number) const;
    void paintArrow(QPainter &painter, const QPainterPath &path, const QColor &color) const;
    void paintCut(QPainter &painter, int number) const;
    void paintBox(QPainter &painter, const GraphBox &box) const;
    void paintBoxText(QPainter &painter, const GraphBox &box, const QRectF &rect) const;
    void paintRing(QPainter &painter, const GraphBox &box, const QRectF &rect) const;
    bool isDimmed(const QString &vertex) const;
    bool isLineLit(int number) const;

    const GraphPicture &m_picture;
    const GraphCamera &m_camera;
    const GraphLook &m_look;
    QSet<QString> m_lit; ///< the hovered vertex and its neighbours; empty: nothing is hovered
};

} // namespace gordian::ui
