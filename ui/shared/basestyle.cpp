// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/basestyle.h"

#include "shared/colours.h"
#include "shared/metrics.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace gordian::ui {

namespace {

constexpr qreal Radius = 6;
constexpr qreal ChevronSide = 8;

QPolygonF chevron(QStyle::PrimitiveElement direction, const QRectF &area)
{
    const qreal side = std::min({ChevronSide, area.width(), area.height()});
    const qreal long_ = side / 2;
    const qreal short_ = side / 4;
    QPolygonF line;
    switch (direction) {
    case QStyle::PE_IndicatorArrowUp:
        line << QPointF(-long_, short_) << QPointF(0, -short_) << QPointF(long_, short_);
        break;
    case QStyle::PE_IndicatorArrowLeft:
        line << QPointF(short_, -long_) << QPointF(-short_, 0) << QPointF(short_, long_);
        break;
    case QStyle::PE_IndicatorArrowRight:
        line << QPointF(-short_, -long_) << QPointF(short_, 0) << QPointF(-short_, long_);
        break;
    default:
        line << QPointF(-long_, -short_) << QPointF(0, short_) << QPointF(long_, -short_);
        break;
    }
    return line.translated(area.center());
}

void paintChevron(QPainter &painter, QStyle::PrimitiveElement direction, const QRectF &area,
                  const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(chevron(direction, area));
    painter.restore();
}

void paintBox(QPainter &painter, const QStyleOptionComboBox &box)
{
    const QPalette &palette = box.palette;
    const bool enabled = box.state & QStyle::State_Enabled;
    const bool focused = enabled && (box.state & QStyle::State_HasFocus);
    const bool under = enabled && (box.state & QStyle::State_MouseOver);
    const qreal width = focused ? 2 : 1;
    const QColor button = palette.color(QPalette::Button);
    const QColor ground = under ? mix(button, palette.color(QPalette::WindowText), 0.07) : button;
    const QColor rim = focused ? readable(palette.color(QPalette::Highlight), palette, ShapeContrast)
        : enabled              ? edgeLine(palette)
                               : hairline(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(rim, width));
    painter.setBrush(enabled ? QBrush(ground) : QBrush(Qt::NoBrush));
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(box.rect).adjusted(inset, inset, -inset, -inset), Radius, Radius);
    painter.restore();
}

void paintCheck(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool checked = option.state & QStyle::State_On;
    const bool focused = enabled && (option.state & QStyle::State_HasFocus);
    const QColor accent = readable(palette.color(QPalette::Highlight), palette, ShapeContrast);
    const QColor rim = focused || (checked && enabled) ? accent
        : enabled                                      ? edgeLine(palette)
                                                       : hairline(palette);
    const qreal side = std::min(option.rect.width(), option.rect.height()) - 1;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(rim, focused ? 2 : 1));
    painter.setBrush(checked && enabled ? palette.color(QPalette::Highlight) : palette.color(QPalette::Base));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (checked) {
        painter.setPen(QPen(enabled ? palette.color(QPalette::HighlightedText) : rim, 1.8, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&box](qreal x, qreal y) {
            return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
        };
        painter.drawPolyline(QPolygonF{at(0.26, 0.53), at(0.43, 0.7), at(0.75, 0.33)});
    }
    painter.restore();
}

bool isArrow(QStyle::PrimitiveElement element)
{
    return element == QStyle::PE_IndicatorArrowUp || element == QStyle::PE_IndicatorArrowDown
        || element == QStyle::PE_IndicatorArrowLeft || element == QStyle::PE_IndicatorArrowRight;
}

} // namespace

BaseStyle::BaseStyle() : QProxyStyle(QStringLiteral("Fusion"))
{
}

void BaseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !box || box->editable) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    paintBox(*painter, *box);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, box, SC_ComboBoxArrow, widget);
    const auto group = box->state & State_Enabled ? QPalette::Active : QPalette::Disabled;
    paintChevron(*painter, PE_IndicatorArrowDown, arrow, box->palette.color(group, QPalette::ButtonText));
}

/// Fusion cuts what does not fit in the middle of a letter.
void BaseStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (element != CE_ComboBoxLabel || !box || box->editable) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    const int room = proxy()->subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width();
    const int icon = box->currentIcon.isNull() ? 0 : box->iconSize.width() + Hair;
    QStyleOptionComboBox fitted = *box;
    fitted.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room - icon - Hair);
    QProxyStyle::drawControl(element, &fitted, painter, widget);
}

void BaseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (option && isArrow(element)) {
        paintChevron(*painter, element, option->rect, option->palette.color(QPalette::ButtonText));
        return;
    }
    if (option && element == PE_IndicatorCheckBox && !(option->state & State_NoChange)) {
        paintCheck(*painter, *option);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QSize BaseStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    const QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    // As tall as the buttons and fields beside it.
    return type == CT_ComboBox ? QSize(wanted.width(), option->fontMetrics.height() + Normal) : wanted;
}

} // namespace gordian::ui
