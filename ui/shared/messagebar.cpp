// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/messagebar.h"

#include "shared/healthbadge.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace gordian::ui {

namespace {

Health healthOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Done:
        return Health::Healthy;
    case MessageBar::Kind::Notice:
        return Health::Degraded;
    case MessageBar::Kind::Problem:
        break;
    }
    return Health::Failed;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent),
      m_badge(new HealthBadge(14, this)),
      m_text(new TextLabel(FontRole::Body, this)),
      m_action(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    makeStrip(this);
    makeQuiet(m_close);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Wide, Tight, Wide, Tight);
    row->setSpacing(Tight);
    row->addWidget(m_badge);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_act) {
            m_act();
        }
    });
    m_action->hide();
    retranslate();
    hide();
}

void MessageBar::tell(Kind kind, const QString &text)
{
    tell(kind, text, QString(), {});
}

void MessageBar::tell(Kind kind, const QString &text, const QString &action, std::function<void()> act)
{
    m_badge->setHealth(healthOf(kind));
    m_text->setText(safeText(text));
    m_text->setAccessibleName(m_text->text());
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    m_act = std::move(act);
    setAccessibleName(m_text->text());
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void MessageBar::retranslate()
{
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close this message"));
}

} // namespace gordian::ui
