// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/choicecard.h"

#include "shared/colours.h"
#include "shared/icons.h"
#include "shared/metrics.h"
#include "shared/theme.h"

#include <QPainter>

namespace gordian::ui {

namespace {
constexpr int IconSide = 22;
}

ChoiceCard::ChoiceCard(const QString &icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceCard::setTexts(const QString &title, const QString &explanation)
{
    setText(title);
    m_explanation = explanation;
    setAccessibleName(QString(title).remove(QLatin1Char('&')));
    setAccessibleDescription(explanation);
    setToolTip(explanation);
    updateGeometry();
    update();
}

QSize ChoiceCard::sizeHint() const
{
    const int lines = QFontMetrics(font()).height() + QFontMetrics(fontFor(FontRole::Small)).height();
    return QSize(320, lines + 2 * Normal);
}

QSize ChoiceCard::minimumSizeHint() const
{
    return QSize(220, sizeHint().height());
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    const bool hot = underMouse() || isDown();
    const QColor ground = palette().color(QPalette::Base);
    painter.setBrush(hot ? mix(ground, accent, isDown() ? 0.14 : 0.07) : ground);
    const bool focused = hasFocus();
    painter.setPen(
        QPen(focused ? readable(accent, palette(), ShapeContrast) : hairline(palette()), focused ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);

    const QColor ink = readable(accent, palette(), ShapeContrast);
    painter.drawPixmap(Roomy, (height() - IconSide) / 2,
                       iconPixmap(m_icon, IconSide, ink, devicePixelRatioF()));
    const QRect text = rect().adjusted(Roomy + IconSide + Normal, Normal, -Normal, -Normal);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextShowMnemonic, this->text());
    painter.setFont(fontFor(FontRole::Small));
    painter.setPen(mutedText(palette()));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(m_explanation, Qt::ElideRight, text.width()));
}

} // namespace gordian::ui
