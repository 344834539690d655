// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What hands do to the graph: mouse, wheel, touch and keys.

#include "graph/graphview.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace gordian::ui {

namespace {

constexpr qreal PanStep = 48;
constexpr int DragThreshold = 4;

} // namespace

bool GraphView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        return showToolTip(help->pos(), help->globalPos());
    }
    if (event->type() == QEvent::Gesture) {
        return pinch(static_cast<QGestureEvent *>(event));
    }
    if (event->type() == QEvent::NativeGesture) {
        auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoom(gesture->position(), 1 + gesture->value());
            return true;
        }
    }
    return QWidget::event(event);
}

bool GraphView::pinch(QGestureEvent *event)
{
    if (auto *gesture = static_cast<QPinchGesture *>(event->gesture(Qt::PinchGesture))) {
        zoom(mapFromGlobal(gesture->centerPoint()), gesture->scaleFactor());
        event->accept(gesture);
        return true;
    }
    return false;
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoom(event->position(), std::pow(1.0015, event->angleDelta().y()));
    } else if (!event->pixelDelta().isNull()) {
        pan(event->pixelDelta());
    } else {
        pan(QPointF(event->angleDelta()) * (PanStep / 120));
    }
    event->accept();
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        m_pressed = m_last = event->position();
    }
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
        hover(event->position());
        return;
    }
    if (!m_dragging && (event->position() - m_pressed).manhattanLength() > DragThreshold) {
        m_dragging = true;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_dragging) {
        pan(event->position() - m_last);
    }
    m_last = event->position();
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_dragging) {
        m_dragging = false;
        unsetCursor();
        if (m_held) {
            const GraphLayout held = *m_held;
            m_held.reset();
            adopt(held);
        }
        return;
    }
    if (event->button() != Qt::LeftButton || isSummary()) {
        return;
    }
    const QString vertex = m_picture.vertexAt(m_camera.toScene(event->position()));
    setCurrent(vertex);
    if (!vertex.isEmpty()) {
        emit vertexActivated(vertex);
    }
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    bool found = false;
    const QString node = m_picture.groupAt(m_camera.toScene(event->position()), &found);
    if (!found) {
        fit();
    } else if (isSummary() || m_picture.vertexAt(m_camera.toScene(event->position())).isEmpty()) {
        showGroup(node);
    }
}

void GraphView::leaveEvent(QEvent *event)
{
    m_hovered.clear();
    m_hoveredLine = -1;
    update();
    QWidget::leaveEvent(event);
}

void GraphView::hover(const QPointF &at)
{
    const QPointF scene = m_camera.toScene(at);
    const QString vertex = isSummary() ? QString() : m_picture.vertexAt(scene);
    const int line = vertex.isEmpty() && !isSummary() ? m_picture.lineAt(scene, 5 / m_camera.scale()) : -1;
    if (vertex != m_hovered || line != m_hoveredLine) {
        m_hovered = vertex;
        m_hoveredLine = line;
        setCursor(vertex.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
        update();
    }
}

bool GraphView::showToolTip(const QPoint &at, const QPoint &global)
{
    const QPointF scene = m_camera.toScene(at);
    QString text;
    if (const GraphBox *box = m_picture.content.box(m_picture.vertexAt(scene))) {
        text = box->description;
    } else if (const int line = m_picture.lineAt(scene, 8 / m_camera.scale()); line >= 0) {
        const GraphLine &hit = m_picture.content.lines[line];
        const GraphBox *from = m_picture.content.box(hit.from);
        const GraphBox *to = m_picture.content.box(hit.to);
        if (from && to) {
            text = (hit.kind == EdgeKind::Apparent       ? tr("%1 only seems to need %2. %3")
                        : hit.kind == EdgeKind::Circular ? tr("%1 needs %2, which closes a circle. %3")
                                                         : tr("%1 needs %2. %3"))
                       .arg(from->name, to->name, hit.why);
        }
    }
    if (text.isEmpty()) {
        QToolTip::hideText();
    } else {
        // As rich text so that long reasons wrap; escaped, because names may come from a node.
        QToolTip::showText(global, QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()), this);
    }
    return true;
}

bool GraphView::walk(Toward direction)
{
    const QString next = stepToward(m_picture.boxes, m_current, direction);
    if (!next.isEmpty()) {
        setCurrent(next);
    }
    return true;
}

bool GraphView::moveByKey(int key)
{
    static const QHash<int, QPair<Toward, QPointF>> moves{
        {Qt::Key_Left, {Toward::Left, {PanStep, 0}}},
        {Qt::Key_Right, {Toward::Right, {-PanStep, 0}}},
        {Qt::Key_Up, {Toward::Up, {0, PanStep}}},
        {Qt::Key_Down, {Toward::Down, {0, -PanStep}}},
    };
    const auto move = moves.constFind(key);
    if (move == moves.constEnd()) {
        return false;
    }
    if (m_current.isEmpty()) {
        pan(move->second);
        return true;
    }
    return walk(move->first);
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    if (moveByKey(event->key())) {
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_0:
    case Qt::Key_F:
        fit();
        return;
    case Qt::Key_Home:
        setCurrent(m_picture.content.byWeight().value(0));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_current.isEmpty()) {
            emit vertexActivated(m_current);
        }
        return;
    case Qt::Key_Escape:
        if (!m_current.isEmpty()) {
            setCurrent({});
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

// Tab visits what is not healthy, worst first, and then goes on: never a trap of hundreds of boxes.
bool GraphView::focusNextPrevChild(bool next)
{
    if (hasFocus()) {
        QStringList stops;
        for (const QString &id : m_picture.content.byWeight()) {
            const GraphBox *box = m_picture.content.box(id);
            if (box && (box->isCause || box->health == Health::Failed || box->health == Health::Degraded)) {
                stops << id;
            }
        }
        const qsizetype at = stops.indexOf(m_current) + (next ? 1 : -1);
        if (at >= 0 && at < stops.size() && (next || !m_current.isEmpty())) {
            setCurrent(stops[at]);
            return true;
        }
    }
    return QWidget::focusNextPrevChild(next);
}

} // namespace gordian::ui
