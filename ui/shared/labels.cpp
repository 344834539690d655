// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/labels.h"

#include "shared/colours.h"
#include "shared/healthstyle.h"

#include <QEvent>
#include <QPainter>

namespace gordian::ui {

namespace {

bool misleads(QChar character)
{
    const char16_t code = character.unicode();
    const bool control = (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7f && code < 0xa0);
    // Unicode bidirectional controls: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
    const bool bidirectional = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
        || code == 0x200e || code == 0x200f || code == 0x061c;
    return control || bidirectional;
}

} // namespace

QString safeText(const QString &hostile)
{
    QString shown = hostile;
    for (QChar &character : shown) {
        if (misleads(character)) {
            character = QChar::ReplacementCharacter;
        }
    }
    return shown;
}

TextLabel::TextLabel(FontRole role, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    useFont(this, role);
}

void TextLabel::setMuted(bool muted)
{
    m_muted = muted;
    recolour();
}

void TextLabel::setHealthTone(Health health)
{
    m_tone = health;
    recolour();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    // Both: which of them reaches a label depends on who changed the palette.
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::ParentChange) {
        recolour();
    }
}

void TextLabel::recolour()
{
    QPalette own;
    if (m_tone) {
        own.setColor(QPalette::WindowText, healthTextColor(*m_tone, own));
    } else if (m_muted) {
        own.setColor(QPalette::WindowText, mutedText(own));
    }
    // Setting a palette is a change of palette: it ends where there is nothing left to change.
    if (palette().color(QPalette::WindowText) != own.color(QPalette::WindowText)) {
        setPalette(own);
    }
}

ElidedLabel::ElidedLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = safeText(text);
    setToolTip(m_text.toHtmlEscaped());
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return QSize(fontMetrics().horizontalAdvance(m_text), fontMetrics().height());
}

QSize ElidedLabel::minimumSizeHint() const
{
    return QSize(fontMetrics().averageCharWidth() * 8, fontMetrics().height());
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_text, Qt::ElideMiddle, width()));
}

QFrame *makeRule(QWidget *parent, Qt::Orientation orientation)
{
    auto *rule = new QFrame(parent);
    rule->setProperty("rule", true);
    if (orientation == Qt::Horizontal) {
        rule->setFixedHeight(1);
    } else {
        rule->setFixedWidth(1);
    }
    return rule;
}

} // namespace gordian::ui
