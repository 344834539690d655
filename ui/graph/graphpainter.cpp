// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphpainter.h"

#include "shared/colours.h"
#include "shared/healthstyle.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gordian::ui {

namespace {

constexpr qreal Radius = 6;
constexpr qreal ReadablePixels = 6.5; // smaller text is texture, not words

QPen linePen(const QColor &color, qreal width, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(color, width, style, Qt::RoundCap, Qt::RoundJoin);
    if (style == Qt::DashLine) {
        pen.setDashPattern({4, 4});
        pen.setCapStyle(Qt::FlatCap);
    }
    return pen;
}

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

GraphPainter::GraphPainter(const GraphPicture &picture, const GraphCamera &camera, const GraphLook &look)
    : m_picture(picture),
      m_camera(camera),
      m_look(look)
{
    if (!look.hovered.isEmpty()) {
        const QStringList near = picture.content.neighbours(look.hovered);
        m_lit = QSet<QString>(near.cbegin(), near.cend());
        m_lit.insert(look.hovered);
    }
}

qreal GraphPainter::summaryScale(const QFont &font)
{
    return ReadablePixels / QFontMetricsF(font).height();
}

void GraphPainter::paint(QPainter &painter, const QRectF &exposed)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setTransform(m_camera.transform(), true);
    const QRectF seen(m_camera.toScene(exposed.topLeft()), exposed.size() / m_camera.scale());
    const bool summary = m_camera.scale() < summaryScale(m_look.font);
    for (const PlacedGroup &group : m_picture.groups) {
        if (group.box.intersects(seen)) {
            paintGroup(painter, group);
        }
    }
    if (!summary) {
        for (int number = 0; number < m_picture.lines.size(); ++number) {
            if (m_picture.lines[number].controlPointRect().adjusted(-4, -4, 4, 4).intersects(seen)) {
                paintLine(painter, number);
            }
        }
        for (const GraphBox &box : m_picture.content.boxes) {
            if (m_picture.boxes.value(box.id).adjusted(-8, -8, 8, 8).intersects(seen)) {
                paintBox(painter, box);
            }
        }
        for (int number = 0; number < m_picture.lines.size(); ++number) {
            if (m_picture.content.lines[number].kind != EdgeKind::Needs) {
                paintCut(painter, number);
            }
        }
    }
    painter.restore();
    for (const PlacedGroup &group : m_picture.groups) {
        if (summary && m_camera.toScreen(group.box).intersects(exposed)) {
            paintSummary(painter, group);
        }
    }
}

bool GraphPainter::isDimmed(const QString &vertex) const
{
    return !m_lit.isEmpty() && !m_lit.contains(vertex);
}

bool GraphPainter::isLineLit(int number) const
{
    const GraphLine &line = m_picture.content.lines[number];
    return number == m_look.hoveredLine || line.from == m_look.hovered || line.to == m_look.hovered
        || line.from == m_look.current || line.to == m_look.current;
}

void GraphPainter::paintGroup(QPainter &painter, const PlacedGroup &group) const
{
    const QPalette &palette = m_look.palette;
    painter.setPen(linePen(hairline(palette), 1));
    painter.setBrush(mix(palette.color(QPalette::Base), palette.color(QPalette::Window), 0.5));
    painter.drawRoundedRect(group.box, Radius + 4, Radius + 4);
    if (m_camera.scale() < summaryScale(m_look.font)) {
        return;
    }
    const QString name = group.node.isEmpty() ? QCoreApplication::translate("GraphPainter", "cluster")
                                              : m_picture.content.nodeNames.value(group.node, group.node);
    painter.setFont(bold(m_look.font));
    painter.setPen(mutedText(palette));
    const QFontMetricsF metrics(painter.font());
    const QRectF room = group.box.adjusted(10, 5, -10, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(name, Qt::ElideMiddle, room.width()));
}

void GraphPainter::paintLine(QPainter &painter, int number) const
{
    const QPainterPath &path = m_picture.lines[number];
    const GraphLine &line = m_picture.content.lines[number];
    if (path.isEmpty()) {
        return;
    }
    const QPalette &palette = m_look.palette;
    QColor color = mix(palette.color(QPalette::Base), palette.color(QPalette::WindowText), 0.34);
    qreal width = 1;
    if (line.kind == EdgeKind::Apparent) {
        color = healthTextColor(Health::Degraded, palette);
        width = 1.6;
    } else if (line.kind == EdgeKind::Circular) {
        color = healthColor(Health::Failed, palette);
        width = 2.8;
    } else if (line.blocks) {
        color = healthColor(Health::Blocked, palette);
        width = 1.8;
    }
    if (isLineLit(number)) {
        color = line.kind != EdgeKind::Needs || line.blocks ? color : palette.color(QPalette::WindowText);
        width += 0.8;
    } else if (!m_lit.isEmpty()) {
        color = mix(palette.color(QPalette::Base), color, 0.35);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(linePen(color, width, line.kind == EdgeKind::Apparent ? Qt::DashLine : Qt::SolidLine));
    painter.drawPath(path);
    paintArrow(painter, path, color);
}

void GraphPainter::paintArrow(QPainter &painter, const QPainterPath &path, const QColor &color) const
{
    const QPointF tip = path.pointAtPercent(1);
    const qreal length = std::max<qreal>(1, path.length());
    const QPointF before = path.pointAtPercent(std::max<qreal>(0, 1 - 8 / length));
    const qreal angle = std::atan2(tip.y() - before.y(), tip.x() - before.x());
    const auto wing = [&](qreal turn) {
        return tip - QPointF(std::cos(angle + turn), std::sin(angle + turn)) * 7;
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{tip, wing(0.42), wing(-0.42)});
}

namespace {

// Along the line where the words cover no box; in its middle where there is no such place.
QRectF placeBeside(const QPainterPath &path, const QSizeF &size, const QHash<QString, QRectF> &boxes)
{
    QRectF pill(QPointF(0, 0), size);
    for (const qreal along : {0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75}) {
        for (const qreal aside : {0.0, -0.55, 0.55}) {
            pill.moveCenter(path.pointAtPercent(along) + QPointF(aside * size.width(), 0));
            const bool covers = std::any_of(boxes.cbegin(), boxes.cend(),
                                            [&pill](const QRectF &box) { return box.intersects(pill); });
            if (!covers) {
                return pill;
            }
        }
    }
    pill.moveCenter(path.pointAtPercent(0.5));
    return pill;
}

} // namespace

// The edge that does not exist, or that is to be cut, is cut in its middle, and the reason stands at the cut.
void GraphPainter::paintCut(QPainter &painter, int number) const
{
    const QPainterPath &path = m_picture.lines[number];
    if (path.isEmpty()) {
        return;
    }
    const QPalette &palette = m_look.palette;
    const bool isReal = m_picture.content.lines[number].kind == EdgeKind::Circular;
    const QColor color = healthTextColor(isReal ? Health::Failed : Health::Degraded, palette);
    QFont font = m_look.font;
    font.setPointSizeF(font.pointSizeF() * 0.92);
    const QFontMetricsF metrics(font);
    const QString why = m_picture.content.lines[number].why;
    const QString text = (isReal ? QStringLiteral("✂ ") : QStringLiteral("✕ "))
        + (why.isEmpty() ? QCoreApplication::translate("GraphPainter", "not a real need")
                         : metrics.elidedText(why, Qt::ElideRight, graphBoxSize(font).width() * 1.5));
    const QRectF pill =
        placeBeside(path, {metrics.horizontalAdvance(text) + 16, metrics.height() + 6}, m_picture.boxes);
    painter.setFont(font);
    painter.setPen(linePen(color, 1));
    painter.setBrush(tint(color, palette));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.drawText(pill, Qt::AlignCenter, text);
}

void GraphPainter::paintRing(QPainter &painter, const GraphBox &box, const QRectF &rect) const
{
    const QPalette &palette = m_look.palette;
    if (box.isCause) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(linePen(healthColor(box.health, palette), 2.4));
        painter.drawRoundedRect(rect.adjusted(-5, -5, 5, 5), Radius + 4, Radius + 4);
    }
    if (box.id == m_look.current) {
        const qreal rim = box.isCause ? 9 : 4;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(linePen(palette.color(QPalette::Highlight), m_look.focused ? 2.6 : 1.6));
        painter.drawRoundedRect(rect.adjusted(-rim, -rim, rim, rim), Radius + rim, Radius + rim);
    }
}

void GraphPainter::paintBox(QPainter &painter, const GraphBox &box) const
{
    const QRectF rect = m_picture.boxes.value(box.id);
    if (rect.isEmpty()) {
        return;
    }
    const QPalette &palette = m_look.palette;
    const bool calm = box.health == Health::Healthy || box.health == Health::Unknown;
    painter.setOpacity(isDimmed(box.id) ? 0.4 : 1);
    paintRing(painter, box, rect);
    const QColor color = healthColor(box.health, palette);
    painter.setPen(linePen(calm ? hairline(palette) : color, 1.2,
                           box.health == Health::Unknown ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(calm ? palette.color(QPalette::Base) : tint(color, palette));
    painter.drawRoundedRect(rect, Radius, Radius);
    paintBoxText(painter, box, rect);
    painter.setOpacity(1);
}

void GraphPainter::paintBoxText(QPainter &painter, const GraphBox &box, const QRectF &rect) const
{
    const QPalette &palette = m_look.palette;
    const qreal side = QFontMetricsF(m_look.font).height();
    QRectF shape(rect.left() + 10, 0, side, side);
    shape.moveCenter({shape.center().x(), rect.top() + 7 + side / 2});
    paintHealth(painter, shape.adjusted(1, 1, -1, -1), box.health, palette);
    painter.setFont(bold(m_look.font));
    painter.setPen(healthTextColor(box.health, palette));
    painter.drawText(QRectF(shape.left(), rect.top() + 7 + side, side, side), Qt::AlignCenter,
                     healthLetter(box.health));

    const QRectF text = rect.adjusted(side + 19, 7, -8, -7);
    const QFontMetricsF strong(painter.font());
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop,
                     strong.elidedText(box.name, Qt::ElideMiddle, text.width()));
    painter.setFont(m_look.font);
    painter.setPen(box.health == Health::Healthy ? mutedText(palette) : healthTextColor(box.health, palette));
    const QFontMetricsF plain(m_look.font);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom,
                     plain.elidedText(box.note, Qt::ElideRight, text.width()));
}

void GraphPainter::paintSummary(QPainter &painter, const PlacedGroup &group) const
{
    QMap<int, int> counts;
    QMap<int, Health> healths;
    for (const GraphBox &box : m_picture.content.boxes) {
        if (box.node == group.node) {
            ++counts[healthRank(box.health)];
            healths.insert(healthRank(box.health), box.health);
        }
    }
    QRectF room = m_camera.toScreen(group.box).adjusted(4, 2, -4, -2);
    const QFontMetricsF metrics(m_look.font);
    const Health worst = healths.isEmpty() ? Health::Unknown : healths.first();
    const QRectF whole = m_camera.toScreen(group.box);
    painter.save();
    painter.setPen(linePen(healthColor(worst, m_look.palette), 1));
    painter.setBrush(worst == Health::Healthy ? m_look.palette.color(QPalette::Base)
                                              : tint(healthColor(worst, m_look.palette), m_look.palette));
    painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setClipRect(whole);
    const bool roomForCounts = room.height() >= 2 * metrics.height();
    if (!roomForCounts) {
        paintHealth(painter, QRectF(room.left(), whole.center().y() - 5, 10, 10), worst, m_look.palette);
        room.setLeft(room.left() + 14);
    }
    painter.setFont(bold(m_look.font));
    painter.setPen(m_look.palette.color(QPalette::WindowText));
    const QString name = group.node.isEmpty() ? QCoreApplication::translate("GraphPainter", "cluster")
                                              : m_picture.content.nodeNames.value(group.node, group.node);
    painter.drawText(room, Qt::AlignLeft | (roomForCounts ? Qt::AlignTop : Qt::AlignVCenter),
                     metrics.elidedText(name, Qt::ElideMiddle, room.width()));
    if (!roomForCounts) {
        painter.restore();
        return;
    }
    painter.setFont(m_look.font);
    QPointF at(room.left(), room.top() + metrics.height() + 2);
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        const QString number = QString::number(*count);
        const qreal width = 14 + metrics.horizontalAdvance(number) + 8;
        if (at.x() > room.left() && at.x() + width > room.right()) {
            at = QPointF(room.left(), at.y() + metrics.height());
        }
        const Health health = healths.value(count.key());
        paintHealth(painter, QRectF(at.x(), at.y() + (metrics.height() - 10) / 2, 10, 10), health,
                    m_look.palette);
        painter.drawText(QPointF(at.x() + 14, at.y() + metrics.ascent()), number);
        at.rx() += width;
    }
    painter.restore();
}

} // namespace gordian::ui
