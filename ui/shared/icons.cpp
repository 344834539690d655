// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace gordian::ui {

QPixmap iconPixmap(const QString &name, int side, const QColor &colour, qreal pixelRatio)
{
    QPixmap pixmap(qRound(side * pixelRatio), qRound(side * pixelRatio));
    pixmap.fill(Qt::transparent);
    QFile file(QLatin1String(":/gordian/icons/") + name + QLatin1String(".svg"));
    if (!file.open(QIODevice::ReadOnly)) {
        return pixmap;
    }
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QIcon actionIcon(const QString &name, const QPalette &palette)
{
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0}) {
        for (const int side : {16, 20, 24}) {
            icon.addPixmap(iconPixmap(name, side, palette.color(QPalette::ButtonText), ratio));
            icon.addPixmap(
                iconPixmap(name, side, palette.color(QPalette::Disabled, QPalette::ButtonText), ratio),
                QIcon::Disabled);
            icon.addPixmap(iconPixmap(name, side, palette.color(QPalette::HighlightedText), ratio),
                           QIcon::Selected);
        }
    }
    return icon;
}

QIcon programIcon()
{
    return QIcon(QStringLiteral(":/gordian/icons/gordian.svg"));
}

} // namespace gordian::ui
