// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The component graph: one group a node, health by colour, shape and letter, causes ringed, the edge that is
// not real cut. A painted widget rather than a QGraphicsScene: 750 boxes are plain rectangles to hit and
// cull, and an update swaps one value instead of mending items, so zoom, selection and what lies under the
// pointer stay by construction. Owned by its panel; GUI thread; the layout runs elsewhere (GraphPlacer).

#include "graph/graphcamera.h"
#include "graph/graphpainter.h"
#include "graph/graphplacer.h"
#include "graph/graphwalk.h"

#include <QWidget>

class QGestureEvent;

namespace gordian::ui {

class GraphView : public QWidget {
    Q_OBJECT

public:
    explicit GraphView(QWidget *parent = nullptr, GraphPlacer::Place place = {});

    /// Shows it; where only healths or texts changed nothing is placed anew.
    void setDiagnosis(const Diagnosis &diagnosis, const GraphNames &names, const Phrases &phrases);
    const GraphPicture &picture() const { return m_picture; }
    const GraphCamera &camera() const { return m_camera; }
    QString current() const { return m_current; }
    bool isPlacing() const { return m_placer.isPlacing(); }
    QRectF screenBox(const QString &vertex) const;
    /// How much of the upper edge is covered by tools: the whole graph is shown below them.
    void setToolsHeight(int pixels);

public slots:
    /// Empty: none. Brings it into view.
    void setCurrent(const QString &vertex);
    void fit();
    void zoomIn();
    void zoomOut();
    /// The group of `node` fills the view.
    void showGroup(const QString &node);

signals:
    void currentChanged(const QString &vertex);
    void vertexActivated(const QString &vertex);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;

private:
    void take(const GraphLayout &layout);
    void adopt(const GraphLayout &layout);
    void zoom(const QPointF &at, qreal factor);
    void pan(const QPointF &delta);
    bool walk(Toward direction);
    void hover(const QPointF &at);
    bool showToolTip(const QPoint &at, const QPoint &global);
    bool pinch(QGestureEvent *event);
    bool isSummary() const;
    bool moveByKey(int key);
    QString anchorVertex() const;
    QRectF room() const;

    GraphPlacer m_placer;
    GraphPicture m_picture;
    GraphCamera m_camera;
    GraphLayout m_layout;
    QVector<GraphVertex> m_vertices; ///< what m_layout was made for, or is being made for
    QVector<GraphEdge> m_edges;
    GraphContent m_content;
    std::optional<GraphLayout> m_held; ///< came while the picture was being dragged
    QString m_current;
    QString m_hovered;
    int m_hoveredLine = -1;
    int m_toolsHeight = 0;
    QPointF m_pressed;
    QPointF m_last;
    bool m_dragging = false;
    bool m_fitted = true; ///< nobody moved the picture yet: it follows the window's size
};

} // namespace gordian::ui
