// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/nodedelegate.h"

#include "shared/colours.h"
#include "shared/healthstyle.h"
#include "shared/metrics.h"
#include "shared/nodemodel.h"
#include "shared/theme.h"

#include <QApplication>
#include <QPainter>

namespace gordian::ui {

namespace {

constexpr int Shape = 12;

bool connecting(ConnectState state)
{
    return state != ConnectState::Idle && state != ConnectState::Closed && state != ConnectState::Failed
        && state != ConnectState::Running;
}

QColor stateColor(const QModelIndex &index, const QPalette &palette)
{
    if (index.data(NodeModel::WaitsRole).toBool()) {
        return healthTextColor(Health::Degraded, palette);
    }
    if (ConnectState(index.data(NodeModel::ConnectionRole).toInt()) == ConnectState::Failed) {
        return healthTextColor(Health::Failed, palette);
    }
    return mutedText(palette);
}

// A machine that could not be reached is unknown, not failed: its own shape says so, its state says why.
void paintShape(QPainter *painter, const QRect &area, const QModelIndex &index, const QPalette &palette)
{
    const QRectF box(area.left(), area.center().y() - Shape / 2.0 + 0.5, Shape, Shape);
    paintHealth(*painter, box, Health(index.data(NodeModel::HealthRole).toInt()), palette);
}

void paintProgress(QPainter *painter, const QRect &line, const QModelIndex &index, const QPalette &palette)
{
    const auto state = ConnectState(index.data(NodeModel::ConnectionRole).toInt());
    const int total = index.data(NodeModel::TotalRole).toInt();
    if (state != ConnectState::Running && !connecting(state)) {
        return;
    }
    const double share = total > 0 ? double(index.data(NodeModel::DoneRole).toInt()) / total : 0.0;
    painter->setPen(Qt::NoPen);
    painter->setBrush(hairline(palette));
    painter->drawRoundedRect(line, 1.5, 1.5);
    painter->setBrush(palette.color(QPalette::Highlight));
    painter->drawRoundedRect(QRect(line.topLeft(), QSize(int(line.width() * share), line.height())), 1.5,
                             1.5);
}

} // namespace

NodeDelegate::NodeDelegate(Density density, QObject *parent) : QStyledItemDelegate(parent), m_density(density)
{
}

void NodeDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const QRect box = option.rect.adjusted(2, 1, -2, -1);
    const QColor accent = option.palette.color(QPalette::Highlight);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            mix(option.palette.color(QPalette::Base), accent, isDark(option.palette) ? 0.3 : 0.13));
        painter->drawRoundedRect(box, 6, 6);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            mix(option.palette.color(QPalette::Base), option.palette.color(QPalette::Text), 0.05));
        painter->drawRoundedRect(box, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(readable(accent, option.palette, ShapeContrast), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
    }
}

void NodeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option);
    if (m_density == Density::Full) {
        paintFull(painter, option, index);
        painter->restore();
        return;
    }
    const QRect area = option.rect.adjusted(Tight + Normal - 1, 0, -Tight, 0);
    paintShape(painter, area, index, option.palette);
    const QRect text = area.adjusted(Shape + Tight, 0, 0, 0);
    const QString state =
        index.data(NodeModel::WaitsRole).toBool() ? index.data(NodeModel::StateRole).toString() : QString();
    const QFontMetrics metrics(option.font);
    const int stateWidth = state.isEmpty() ? 0 : metrics.horizontalAdvance(state) + Tight;
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(
        text.adjusted(0, 0, -stateWidth, 0), Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(index.data().toString(), Qt::ElideMiddle, text.width() - stateWidth));
    painter->setPen(stateColor(index, option.palette));
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, state);
    painter->restore();
}

void NodeDelegate::paintFull(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const QRect area = option.rect.adjusted(Normal, Tight, -Normal, -Tight);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    const int line = metrics.height();
    const QRect first(area.left(), area.top(), area.width(), line);
    paintShape(painter, first, index, option.palette);
    const QRect text = first.adjusted(Shape + Tight, 0, 0, 0);
    const QString state = index.data(NodeModel::StateRole).toString();
    const int stateWidth =
        std::min(QFontMetrics(option.font).horizontalAdvance(state) + Roomy, text.width() / 2);
    painter->setFont(bold);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(
        text, Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(index.data().toString(), Qt::ElideMiddle, text.width() - stateWidth));
    painter->setFont(option.font);
    painter->setPen(stateColor(index, option.palette));
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight,
                      QFontMetrics(option.font).elidedText(state, Qt::ElideRight, stateWidth));
    const QString detail = index.data(NodeModel::DetailRole).toString();
    const QString second = detail.isEmpty() ? index.data(NodeModel::AddressRole).toString() : detail;
    painter->setFont(fontFor(FontRole::Small));
    painter->setPen(mutedText(option.palette));
    const QRect below = text.translated(0, line + 2);
    painter->drawText(below, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(second, Qt::ElideMiddle, below.width()));
    paintProgress(painter, QRect(text.left(), below.bottom() + 3, text.width(), 3), index, option.palette);
}

QSize NodeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = QFontMetrics(option.font).height();
    return m_density == Density::Compact ? QSize(80, std::max(28, line + Tight))
                                         : QSize(200, 2 * line + 2 * Tight + Tight);
}

} // namespace gordian::ui
