// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphpainter.h"

#include <QFontMetricsF>
#include <QPainterPathStroker>

namespace gordian::ui {

namespace {

QPainterPath pathOf(const QVector<QPointF> &spline)
{
    QPainterPath path;
    if (spline.isEmpty()) {
        return path;
    }
    path.moveTo(spline.front());
    for (qsizetype i = 1; i + 2 < spline.size(); i += 3) {
        path.cubicTo(spline[i], spline[i + 1], spline[i + 2]);
    }
    return path;
}

} // namespace

QSizeF graphBoxSize(const QFont &font)
{
    const QFontMetricsF metrics(font);
    return {metrics.averageCharWidth() * 26 + 36, metrics.height() * 2 + 12};
}

GraphPicture GraphPicture::make(const GraphContent &content, const GraphLayout &layout)
{
    GraphPicture picture;
    picture.content = content;
    picture.groups = layout.groups;
    picture.lines.resize(content.lines.size());
    picture.bounds = QRectF(QPointF(0, 0), layout.size);
    for (const PlacedVertex &vertex : layout.vertices) {
        picture.boxes.insert(vertex.id, vertex.box);
        picture.bounds = picture.bounds.united(vertex.box);
    }
    for (const PlacedEdge &edge : layout.edges) {
        if (edge.edge >= 0 && edge.edge < picture.lines.size()) {
            picture.lines[edge.edge] = pathOf(edge.spline);
        }
    }
    for (const PlacedGroup &group : layout.groups) {
        picture.bounds = picture.bounds.united(group.box);
    }
    return picture;
}

QString GraphPicture::vertexAt(const QPointF &scene) const
{
    for (const GraphBox &box : content.boxes) {
        if (boxes.value(box.id).contains(scene)) {
            return box.id;
        }
    }
    return {};
}

QString GraphPicture::groupAt(const QPointF &scene, bool *found) const
{
    for (const PlacedGroup &group : groups) {
        if (group.box.contains(scene)) {
            *found = true;
            return group.node;
        }
    }
    *found = false;
    return {};
}

int GraphPicture::lineAt(const QPointF &scene, qreal reach) const
{
    const QRectF probe(scene.x() - reach, scene.y() - reach, 2 * reach, 2 * reach);
    QPainterPathStroker stroker;
    stroker.setWidth(2 * reach);
    for (int number = 0; number < lines.size(); ++number) {
        if (lines[number].controlPointRect().intersects(probe)
            && stroker.createStroke(lines[number]).contains(scene)) {
            return number;
        }
    }
    return -1;
}

} // namespace gordian::ui
