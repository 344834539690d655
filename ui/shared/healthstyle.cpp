// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/healthstyle.h"

#include "shared/colours.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPathStroker>

namespace gordian::ui {

namespace {

// Hues apart in blue-yellow as well as in red-green, and lightness that differs between neighbours, so that
// protanopia, deuteranopia and greyscale keep them apart as far as colour can; the shape does the rest.
QColor wantedColor(Health health, bool dark)
{
    switch (health) {
    case Health::Healthy:
        return dark ? QColor(0x5f, 0xb8, 0x9a) : QColor(0x1d, 0x7d, 0x62);
    case Health::Degraded:
        return dark ? QColor(0xf0, 0xb4, 0x3c) : QColor(0xb3, 0x6b, 0x00);
    case Health::Failed:
        return dark ? QColor(0xff, 0x6b, 0x5e) : QColor(0xc2, 0x1f, 0x1f);
    case Health::Blocked:
        return dark ? QColor(0xbd, 0xa4, 0xff) : QColor(0x68, 0x3c, 0xba);
    case Health::Unknown:
        break;
    }
    return dark ? QColor(0x9a, 0xa3, 0xad) : QColor(0x6c, 0x75, 0x7f);
}

QPainterPath triangle(const QRectF &bounds)
{
    // Lowered by a twelfth: a triangle's weight sits in its lower half, and beside a disc it would seem to
    // float.
    const QRectF box = bounds.adjusted(0, bounds.height() / 12, 0, 0);
    QPainterPath path;
    path.moveTo(box.center().x(), box.top());
    path.lineTo(box.bottomRight());
    path.lineTo(box.bottomLeft());
    path.closeSubpath();
    return path;
}

QPainterPath diamond(const QRectF &bounds)
{
    QPainterPath path;
    path.moveTo(bounds.center().x(), bounds.top());
    path.lineTo(bounds.right(), bounds.center().y());
    path.lineTo(bounds.center().x(), bounds.bottom());
    path.lineTo(bounds.left(), bounds.center().y());
    path.closeSubpath();
    return path;
}

QPainterPath hollowDiamond(const QRectF &bounds)
{
    QPainterPath path = diamond(bounds);
    const qreal rim = bounds.width() * 0.26;
    path.addPath(diamond(bounds.adjusted(rim, rim, -rim, -rim)));
    path.setFillRule(Qt::OddEvenFill);
    return path;
}

QPainterPath dashedRing(const QRectF &bounds)
{
    const qreal width = bounds.width() * 0.18;
    const QRectF line = bounds.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    QPainterPath circle;
    circle.addEllipse(line);
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::FlatCap);
    constexpr int dashes = 6;
    const qreal period = circle.length() / width / dashes;
    stroker.setDashPattern({period * 0.62, period * 0.38});
    return stroker.createStroke(circle);
}

} // namespace

QColor healthColor(Health health, const QPalette &palette)
{
    return readable(wantedColor(health, isDark(palette)), palette, ShapeContrast);
}

QColor healthTextColor(Health health, const QPalette &palette)
{
    return readable(wantedColor(health, isDark(palette)), palette, TextContrast);
}

QPainterPath healthShape(Health health, const QRectF &bounds)
{
    const qreal side = std::min(bounds.width(), bounds.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(bounds.center());
    QPainterPath path;
    switch (health) {
    case Health::Healthy:
        path.addEllipse(box.adjusted(side / 24, side / 24, -side / 24, -side / 24));
        return path;
    case Health::Degraded:
        return triangle(box);
    case Health::Failed:
        path.addRoundedRect(box.adjusted(side / 12, side / 12, -side / 12, -side / 12), side / 12, side / 12);
        return path;
    case Health::Blocked:
        return hollowDiamond(box);
    case Health::Unknown:
        break;
    }
    return dashedRing(box);
}

void paintHealth(QPainter &painter, const QRectF &bounds, Health health, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(healthColor(health, palette));
    painter.drawPath(healthShape(health, bounds));
    painter.restore();
}

QIcon healthIcon(Health health, const QPalette &palette)
{
    QIcon icon;
    const auto drawn = [health](int side, const QColor &color) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const qreal margin = side / 8.0;
        painter.drawPath(healthShape(health, QRectF(margin, margin, side - 2 * margin, side - 2 * margin)));
        return pixmap;
    };
    for (const int side : {12, 16, 24, 32, 48}) {
        icon.addPixmap(drawn(side, healthColor(health, palette)));
        // On a chosen row the colour of health drowns; there the shape speaks alone.
        icon.addPixmap(drawn(side, palette.color(QPalette::HighlightedText)), QIcon::Selected);
    }
    return icon;
}

QString healthLetter(Health health)
{
    switch (health) {
    case Health::Healthy:
        return QCoreApplication::translate("HealthStyle", "H", "one letter: healthy");
    case Health::Degraded:
        return QCoreApplication::translate("HealthStyle", "D", "one letter: degraded");
    case Health::Failed:
        return QCoreApplication::translate("HealthStyle", "F", "one letter: failed");
    case Health::Blocked:
        return QCoreApplication::translate("HealthStyle", "B", "one letter: blocked");
    case Health::Unknown:
        break;
    }
    return QStringLiteral("?");
}

} // namespace gordian::ui
