// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/labels.h"

#include "core/characters.h"
#include "shared/colours.h"
#include "shared/healthstyle.h"

#include <QEvent>
#include <QPainter>

namespace gordian::ui {

QString safeText(const QString &hostile)
{
    QString shown;
    shown.reserve(hostile.size());
    for (qsizetype at = 0; at < hostile.size();) {
        const qsizetype start = at;
        const char32_t code = takeCodePoint(hostile, at);
        const bool safe = kindOf(code) == CharacterKind::Seen || code == U'\n' || code == U'\t';
        shown += safe ? QStringView(hostile).sliced(start, at - start) : u"\ufffd";
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
    return QSize(fontMetrics().horizontalAdvance(inOneLine()), fontMetrics().height());
}

QSize ElidedLabel::minimumSizeHint() const
{
    return QSize(fontMetrics().averageCharWidth() * 8, fontMetrics().height());
}

QString ElidedLabel::inOneLine() const
{
    return QString(m_text).replace(u'\n', u' ').replace(u'\t', u' ');
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(inOneLine(), Qt::ElideMiddle, width()));
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
