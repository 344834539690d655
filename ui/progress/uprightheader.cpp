// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "progress/uprightheader.h"

#include "shared/colours.h"
#include "shared/metrics.h"
#include "shared/theme.h"

#include <QEvent>
#include <QPainter>

namespace gordian::ui {

namespace {
constexpr int TallestName = 150;
}

UprightHeader::UprightHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(false);
    setMinimumSectionSize(24);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
}

void UprightHeader::setUpright(int first, int last)
{
    m_first = first;
    m_last = last;
    updateGeometry();
    viewport()->update();
}

QSize UprightHeader::sizeHint() const
{
    const QFontMetrics metrics(fontFor(FontRole::Small));
    int tallest = metrics.height();
    for (int section = m_first; section <= m_last && section < count(); ++section) {
        tallest = std::max(
            tallest, metrics.horizontalAdvance(model()->headerData(section, Qt::Horizontal).toString()));
    }
    return QSize(QHeaderView::sizeHint().width(), std::min(tallest, TallestName) + Roomy);
}

void UprightHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    painter->fillRect(rect, palette().color(QPalette::Base));
    painter->setPen(hairline(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setFont(fontFor(FontRole::Small));
    painter->setPen(mutedText(palette()));
    const QString text = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const QFontMetrics metrics(painter->font());
    if (isUpright(logicalIndex)) {
        painter->translate(rect.left(), rect.bottom());
        painter->rotate(-90);
        const QRect turned(Tight, 0, rect.height() - Normal, rect.width());
        painter->drawText(turned, Qt::AlignVCenter | Qt::AlignLeft,
                          metrics.elidedText(text, Qt::ElideMiddle, turned.width()));
    } else {
        const bool toRight =
            model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).isValid();
        painter->drawText(rect.adjusted(Tight, 0, -Tight, -Tight),
                          Qt::AlignBottom | (toRight ? Qt::AlignRight : Qt::AlignLeft),
                          metrics.elidedText(text, Qt::ElideRight, rect.width() - Roomy));
    }
    painter->restore();
}

void UprightHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        updateGeometry();
    }
}

} // namespace gordian::ui
