// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "progress/collectdelegate.h"

#include "progress/collectmodel.h"
#include "shared/colours.h"
#include "shared/healthstyle.h"
#include "shared/metrics.h"

#include <QPainter>

namespace gordian::ui {

namespace {

constexpr int Shape = 12;

void paintFilling(QPainter *painter, const QRectF &area, const CollectCell &cell, const QPalette &palette)
{
    QRectF track(0, 0, 16, 5);
    track.moveCenter(area.center());
    painter->setPen(Qt::NoPen);
    painter->setBrush(hairline(palette));
    painter->drawRoundedRect(track, 2.5, 2.5);
    if (cell.arrived > 0) {
        track.setWidth(track.width() * std::min(1.0, double(cell.arrived) / std::max(1, cell.expected)));
        painter->setBrush(palette.color(QPalette::Highlight));
        painter->drawRoundedRect(track, 2.5, 2.5);
    }
}

void paintCell(QPainter *painter, const QRectF &area, const CollectCell &cell, const QPalette &palette)
{
    if (cell.expected == 0) {
        return;
    }
    if (!cell.judged) {
        paintFilling(painter, area, cell, palette);
        return;
    }
    QRectF box(0, 0, Shape, Shape);
    box.moveCenter(area.center());
    paintHealth(*painter, box, cell.health, palette);
    if (cell.gaps > 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mutedText(palette));
        painter->drawEllipse(QPointF(box.right() + 4, box.top()), 1.8, 1.8);
    }
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    QColor ground;
    if (option.state.testFlag(QStyle::State_Selected)) {
        ground = mix(option.palette.color(QPalette::Base), option.palette.color(QPalette::Highlight),
                     isDark(option.palette) ? 0.3 : 0.12);
    } else if (option.features.testFlag(QStyleOptionViewItem::Alternate)) {
        ground = option.palette.color(QPalette::AlternateBase);
    } else {
        return;
    }
    painter->fillRect(option.rect, ground);
}

void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QRect area = option.rect.adjusted(Tight, 0, -Tight, 0);
    QColor ink = mutedText(option.palette);
    Qt::Alignment alignment = Qt::AlignVCenter | Qt::AlignLeft;
    if (index.column() == 0) {
        const QRectF box(area.left(), area.center().y() - Shape / 2.0 + 0.5, Shape, Shape);
        paintHealth(*painter, box, Health(index.data(CollectModel::HealthRole).toInt()), option.palette);
        area.setLeft(area.left() + Shape + Tight);
        ink = option.palette.color(QPalette::Text);
    } else if (const QVariant wanted = index.data(Qt::TextAlignmentRole); wanted.isValid()) {
        alignment = Qt::Alignment(wanted.toInt());
    }
    if (index.column() > 0 && index.data(CollectModel::WaitsRole).toBool()) {
        ink = healthTextColor(Health::Degraded, option.palette);
    }
    if (index.column() > 0
        && ConnectState(index.data(CollectModel::ConnectionRole).toInt()) == ConnectState::Failed) {
        ink = healthTextColor(Health::Failed, option.palette);
    }
    painter->setFont(option.font);
    painter->setPen(ink);
    painter->drawText(area, int(alignment),
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
}

} // namespace

void CollectDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QStyleOptionViewItem filled(option);
    initStyleOption(&filled, index);
    paintGround(painter, filled);
    if (index.data(CollectModel::IsCellRole).toBool()) {
        paintCell(painter, option.rect, index.data(CollectModel::CellRole).value<CollectCell>(),
                  option.palette);
    } else {
        paintText(painter, filled, index);
    }
    painter->restore();
}

QSize CollectDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return QSize(28, option.fontMetrics.height() + Normal);
}

} // namespace gordian::ui
