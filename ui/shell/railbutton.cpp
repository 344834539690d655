// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/railbutton.h"

#include "shared/colours.h"
#include "shared/healthstyle.h"
#include "shared/icons.h"
#include "shared/metrics.h"
#include "shared/theme.h"

#include <QPainter>

namespace gordian::ui {

namespace {
constexpr int IconSide = 20;
}

RailButton::RailButton(const QString &icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setTitle(const QString &title)
{
    setText(title);
    describe();
    update();
}

void RailButton::setState(const QString &state, Tone tone)
{
    if (state != m_state || tone != m_tone) {
        m_state = state;
        m_tone = tone;
        describe();
        update();
    }
}

void RailButton::describe()
{
    setAccessibleName(m_state.isEmpty() ? text() : text() + QStringLiteral(", ") + m_state);
    setToolTip(accessibleName());
}

QSize RailButton::sizeHint() const
{
    return QSize(180, fontMetrics().height() + 2 * Tight + Hair);
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(Tight, 1, -Tight, -1);
    const QColor window = palette().color(QPalette::Window);
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setPen(Qt::NoPen);
    if (isChecked()) {
        painter.setBrush(mix(window, accent, isDark(palette()) ? 0.3 : 0.15));
        painter.drawRoundedRect(box, 7, 7);
    } else if (underMouse()) {
        painter.setBrush(mix(window, palette().color(QPalette::WindowText), 0.06));
        painter.drawRoundedRect(box, 7, 7);
    }
    if (hasFocus()) {
        painter.setPen(QPen(readable(accent, palette(), ShapeContrast), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7);
    }
    const QColor ink = isChecked() ? palette().color(QPalette::WindowText)
                                   : mix(palette().color(QPalette::WindowText), window, 0.2);
    painter.drawPixmap(Tight + Normal, (height() - IconSide) / 2,
                       iconPixmap(m_icon, IconSide, ink, devicePixelRatioF()));
    const QRect text = rect().adjusted(Tight + Normal + IconSide + Normal, 0, -Tight - Normal, 0);
    QFont small = fontFor(FontRole::Small);
    small.setWeight(m_tone == Tone::Urgent ? QFont::DemiBold : QFont::Normal);
    painter.setFont(small);
    painter.setPen(m_tone == Tone::Urgent ? healthTextColor(Health::Degraded, palette())
                                          : mutedText(palette()));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, m_state);
    QFont label = font();
    label.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(label);
    painter.setPen(ink);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, this->text());
}

} // namespace gordian::ui
