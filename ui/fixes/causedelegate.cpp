// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/causedelegate.h"

#include "fixes/causelistmodel.h"
#include "shared/colours.h"
#include "shared/metrics.h"
#include "shared/theme.h"

#include <QPainter>

namespace gordian::ui {

namespace {
constexpr int TitleLines = 5;
}

void CauseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option.rect).adjusted(2, 2, -2, -2);
    const QColor accent = option.palette.color(QPalette::Highlight);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            mix(option.palette.color(QPalette::Base), accent, isDark(option.palette) ? 0.3 : 0.13));
        painter->drawRoundedRect(box, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(readable(accent, option.palette, ShapeContrast), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box, 6, 6);
    }
    const QRect area = option.rect.adjusted(Normal, Tight, -Normal, -Tight);
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(area, int(Qt::AlignTop | Qt::AlignLeft) | int(Qt::TextWordWrap),
                      index.data().toString());
    painter->setFont(fontFor(FontRole::Small));
    painter->setPen(mutedText(option.palette));
    painter->drawText(area, Qt::AlignBottom | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data(CauseListModel::SubtitleRole).toString(),
                                                        Qt::ElideRight, area.width()));
    painter->restore();
}

QSize CauseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const int width = std::max(120, option.rect.width() - 2 * Normal);
    const QRect title = metrics.boundingRect(QRect(0, 0, width, metrics.height() * TitleLines),
                                             int(Qt::AlignTop | Qt::AlignLeft) | int(Qt::TextWordWrap),
                                             index.data().toString());
    const int small = QFontMetrics(fontFor(FontRole::Small)).height();
    return QSize(width, std::min(title.height(), metrics.height() * TitleLines) + small + Hair + 2 * Tight);
}

} // namespace gordian::ui
