// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/graphpainter.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace gordian {

namespace {

constexpr double Margin = 8;
constexpr double MostPixels = 24e6;

QColor colourOf(Health health)
{
    static const char *const colours[] = {"#16652f", "#7a4900", "#a11b14", "#43566d", "#555555"};
    return QColor(QLatin1String(colours[static_cast<int>(health)]));
}

QFont fontOf(const QPainter &painter, double pixels, QFont::Weight weight)
{
    QFont font = painter.font();
    font.setPixelSize(static_cast<int>(pixels));
    font.setWeight(weight);
    return font;
}

void paintArrowHead(QPainter &painter, QPointF from, QPointF tip, const QColor &colour)
{
    const double angle = std::atan2(tip.y() - from.y(), tip.x() - from.x());
    const auto corner = [&](double turn) {
        return tip - 8 * QPointF(std::cos(angle + turn), std::sin(angle + turn));
    };
    QPainterPath head(tip);
    head.lineTo(corner(0.4));
    head.lineTo(corner(-0.4));
    head.closeSubpath();
    painter.fillPath(head, colour);
}

void paintEdge(QPainter &painter, const PictureEdge &edge, int &marked)
{
    if (edge.spline.size() < 4) {
        return;
    }
    QPainterPath path(edge.spline.constFirst());
    for (qsizetype i = 1; i + 2 < edge.spline.size(); i += 3) {
        path.cubicTo(edge.spline.at(i), edge.spline.at(i + 1), edge.spline.at(i + 2));
    }
    const bool isApparent = edge.kind == EdgeKind::Apparent;
    const bool isCircular = edge.kind == EdgeKind::Circular;
    const QColor colour = isApparent      ? QColor(0x6a, 0x2f, 0xa5)
        : edge.carriesFault || isCircular ? colourOf(Health::Failed)
                                          : QColor(0x8a, 0x93, 0x9e);
    const qreal width = isCircular ? 3.2 : isApparent || edge.carriesFault ? 2 : 1.2;
    painter.setPen(QPen(colour, width, isApparent ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    paintArrowHead(painter, edge.spline.at(edge.spline.size() - 2), edge.spline.constLast(), colour);
    if (isApparent || isCircular) {
        const QPointF middle = middleOf(edge.spline);
        painter.setPen(QPen(colour, 1.6));
        painter.setBrush(Qt::white);
        painter.drawEllipse(middle, 9, 9);
        painter.setFont(fontOf(painter, 12, QFont::Bold));
        painter.drawText(QRectF(middle - QPointF(9, 9), QSizeF(18, 18)), Qt::AlignCenter,
                         QString::number(++marked));
    }
}

void paintShape(QPainter &painter, Health health, QPointF c)
{
    const QColor colour = colourOf(health);
    painter.setPen(QPen(colour, 1.6, health == Health::Unknown ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(health == Health::Blocked || health == Health::Unknown ? QBrush(Qt::white)
                                                                            : QBrush(colour));
    switch (health) {
    case Health::Degraded:
        painter.drawPolygon(QPolygonF({c + QPointF(0, -13), c + QPointF(14, 11), c + QPointF(-14, 11)}));
        break;
    case Health::Failed:
        painter.drawRect(QRectF(c - QPointF(12, 12), QSizeF(24, 24)));
        break;
    case Health::Blocked:
        painter.drawPolygon(
            QPolygonF({c + QPointF(0, -15), c + QPointF(15, 0), c + QPointF(0, 15), c + QPointF(-15, 0)}));
        break;
    default:
        painter.drawEllipse(c, 12, 12);
    }
}

void paintVertex(QPainter &painter, const PictureVertex &vertex)
{
    const QColor colour = colourOf(vertex.health);
    painter.setBrush(Qt::NoBrush);
    if (vertex.isCause) {
        painter.setPen(QPen(colourOf(Health::Failed), 2.6));
        painter.drawRoundedRect(vertex.box.adjusted(-5, -5, 5, 5), 11, 11);
    }
    QColor ground = colour;
    ground.setAlphaF(0.07F);
    painter.setPen(QPen(vertex.health == Health::Failed || vertex.health == Health::Degraded
                            ? colour
                            : QColor(0xc0, 0xc6, 0xce),
                        1.2));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(vertex.box, 7, 7);
    painter.setBrush(ground);
    painter.drawRoundedRect(vertex.box, 7, 7);
    const QPointF centre(vertex.box.left() + 22, vertex.box.center().y());
    paintShape(painter, vertex.health, centre);
    const bool hollow = vertex.health == Health::Blocked || vertex.health == Health::Unknown;
    painter.setPen(hollow ? colour : QColor(Qt::white));
    painter.setFont(fontOf(painter, 12, QFont::Bold));
    const double lower = vertex.health == Health::Degraded ? 3 : 0;
    painter.drawText(QRectF(centre + QPointF(-12, -12 + lower), QSizeF(24, 24)), Qt::AlignCenter,
                     vertex.letter);
    const QRectF words = vertex.box.adjusted(42, 4, -2, -4);
    painter.setPen(Qt::black);
    painter.setFont(fontOf(painter, 13, QFont::DemiBold));
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignTop,
        painter.fontMetrics().elidedText(vertex.name, Qt::ElideRight, static_cast<int>(words.width())));
    painter.setPen(QColor(0x44, 0x44, 0x44));
    painter.setFont(fontOf(painter, 11, QFont::Normal));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom, vertex.word);
}

} // namespace

QImage paintGraph(const GraphPicture &picture, double scale)
{
    const QSizeF size = picture.size + QSizeF(2 * Margin, 2 * Margin);
    scale = std::min(scale, std::sqrt(MostPixels / (size.width() * size.height())));
    QImage image((size * scale).toSize().expandedTo(QSize(1, 1)), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(Margin, Margin);
    for (const PictureGroup &group : picture.groups) {
        if (!group.box.isNull()) {
            painter.setPen(QColor(0xc9, 0xce, 0xd6));
            painter.setBrush(QColor(0xf6, 0xf7, 0xf9));
            painter.drawRoundedRect(group.box, 10, 10);
            painter.setPen(QColor(0x44, 0x44, 0x44));
            painter.setFont(fontOf(painter, 13, QFont::DemiBold));
            painter.drawText(group.box.adjusted(14, 6, -4, -4), Qt::AlignLeft | Qt::AlignTop, group.title);
        }
    }
    int marked = 0;
    for (const PictureEdge &edge : picture.edges) {
        paintEdge(painter, edge, marked);
    }
    for (const PictureVertex &vertex : picture.vertices) {
        paintVertex(painter, vertex);
    }
    return image;
}

} // namespace gordian
