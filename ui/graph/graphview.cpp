// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphview.h"

#include "graph/graphaccessible.h"

#include <QPaintEvent>
#include <QPainter>
#include <QResizeEvent>

namespace gordian::ui {

namespace {

constexpr qreal FitMargin = 12;
constexpr qreal ZoomStep = 1.25;
constexpr qreal ReadableScale = 0.6;

// The whole, if it can be read; else the worst component low in the view, because what waits for it stands
// above.
void firstLook(GraphCamera &camera, const GraphPicture &picture, const QRectF &room)
{
    camera.fit(picture.bounds, room);
    const QString worst = picture.content.byWeight().value(0);
    const QRectF box = picture.boxes.value(worst);
    if (camera.scale() >= ReadableScale || picture.groups.size() > 8 || box.isEmpty()) {
        return;
    }
    camera.zoomAt({}, ReadableScale / camera.scale());
    camera.anchor(box.center(), {room.center().x(), room.top() + room.height() * 0.82});
    camera.fill(picture.bounds, room);
}

} // namespace

GraphView::GraphView(QWidget *parent, GraphPlacer::Place place) : QWidget(parent), m_placer(std::move(place))
{
    installGraphAccessibility();
    setFocusPolicy(Qt::NoFocus); // until there is something to walk on
    setMouseTracking(true);
    setMinimumSize(160, 120);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    setAccessibleName(tr("Component graph"));
    connect(&m_placer, &GraphPlacer::placed, this, &GraphView::take);
}

void GraphView::setDiagnosis(const Diagnosis &diagnosis, const GraphNames &names, const Phrases &phrases)
{
    m_content = graphContent(diagnosis, names, phrases);
    if (sameShape(diagnosis.vertices, diagnosis.edges, m_vertices, m_edges)) {
        if (!m_placer.isPlacing()) {
            m_picture = GraphPicture::make(m_content, m_layout);
            update();
        }
        return;
    }
    m_vertices = diagnosis.vertices;
    m_edges = diagnosis.edges;
    m_held.reset();
    if (m_vertices.isEmpty()) {
        m_placer.forget();
        adopt({});
        return;
    }
    m_placer.place(m_vertices, m_edges, graphBoxSize(font()));
}

void GraphView::take(const GraphLayout &layout)
{
    if (m_dragging) {
        m_held = layout;
        return;
    }
    adopt(layout);
}

// What the person looks at: below the pointer, else chosen, else in the middle.
QString GraphView::anchorVertex() const
{
    if (!m_hovered.isEmpty()) {
        return m_hovered;
    }
    return m_current.isEmpty() ? m_picture.vertexAt(m_camera.toScene(rect().center())) : m_current;
}

void GraphView::adopt(const GraphLayout &layout)
{
    const QString anchor = anchorVertex();
    const QRectF before = m_picture.boxes.value(anchor);
    const QPointF screen = m_camera.toScreen(before.center());
    m_layout = layout;
    m_picture = GraphPicture::make(m_content, layout);
    setFocusPolicy(m_picture.boxes.isEmpty() ? Qt::NoFocus : Qt::StrongFocus); // nothing to walk on
    const QRectF after = m_picture.boxes.value(anchor);
    if (!before.isEmpty() && !after.isEmpty() && (!m_fitted || !m_hovered.isEmpty())) {
        m_camera.anchor(after.center(), screen);
    } else if (m_fitted) {
        firstLook(m_camera, m_picture, room());
    }
    if (!m_current.isEmpty() && after.isEmpty() && !m_picture.boxes.contains(m_current)) {
        m_current.clear();
        emit currentChanged({});
    }
    m_hoveredLine = -1;
    m_hovered = m_picture.boxes.contains(m_hovered) ? m_hovered : QString();
    update();
}

QRectF GraphView::screenBox(const QString &vertex) const
{
    const QRectF box = m_picture.boxes.value(vertex);
    return box.isEmpty() ? QRectF() : m_camera.toScreen(box);
}

void GraphView::setCurrent(const QString &vertex)
{
    const QRectF box = m_picture.boxes.value(vertex);
    if (!box.isEmpty()) {
        const GraphCamera before = m_camera;
        m_camera.reveal(box, size(), 24);
        m_fitted = m_fitted && before.offset() == m_camera.offset();
    }
    if (vertex == m_current) {
        update();
        return;
    }
    m_current = vertex;
    update();
    announceGraphCurrent(this);
    emit currentChanged(vertex);
}

void GraphView::setToolsHeight(int pixels)
{
    m_toolsHeight = pixels;
}

// Not below the tools that lie on the upper corners, if that leaves anything.
QRectF GraphView::room() const
{
    const QRectF all = QRectF(rect()).adjusted(FitMargin, FitMargin, -FitMargin, -FitMargin);
    const QRectF below = all.adjusted(0, std::max<qreal>(0, m_toolsHeight - FitMargin / 2), 0, 0);
    return below.height() > all.height() / 2 ? below : all;
}

void GraphView::fit()
{
    m_fitted = false;
    m_camera.fit(m_picture.bounds, room());
    update();
}

void GraphView::showGroup(const QString &node)
{
    for (const PlacedGroup &group : m_picture.groups) {
        if (group.node == node) {
            m_fitted = false;
            m_camera.fit(group.box, room());
            update();
        }
    }
}

void GraphView::zoomIn()
{
    zoom(rect().center(), ZoomStep);
}

void GraphView::zoomOut()
{
    zoom(rect().center(), 1 / ZoomStep);
}

void GraphView::zoom(const QPointF &at, qreal factor)
{
    m_fitted = false;
    m_camera.zoomAt(at, factor);
    m_camera.keepInReach(m_picture.bounds, size());
    update();
}

void GraphView::pan(const QPointF &delta)
{
    m_fitted = false;
    m_camera.panBy(delta);
    m_camera.keepInReach(m_picture.bounds, size());
    update();
}

bool GraphView::isSummary() const
{
    return m_camera.scale() < GraphPainter::summaryScale(font());
}

void GraphView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    const GraphLook look{palette(), font(), m_current, m_hovered, m_hoveredLine, hasFocus()};
    GraphPainter(m_picture, m_camera, look).paint(painter, QRectF(event->rect()));
    if (m_picture.boxes.isEmpty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const QString text = m_placer.isPlacing()
            ? tr("Drawing the components…")
            : tr("Nothing to draw yet: no component has been examined.");
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, text);
    }
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    if (m_fitted) {
        firstLook(m_camera, m_picture, room());
    } else {
        m_camera.keepInReach(m_picture.bounds, event->size());
    }
}

void GraphView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Component graph"));
    } else if (event->type() == QEvent::FontChange && !m_vertices.isEmpty()) {
        m_placer.place(m_vertices, m_edges, graphBoxSize(font()));
    }
    QWidget::changeEvent(event);
}

} // namespace gordian::ui
