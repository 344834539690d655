// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/emptystate.h"

#include "shared/colours.h"
#include "shared/icons.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

EmptyState::EmptyState(const QString &icon, QWidget *parent)
    : QWidget(parent),
      m_iconName(icon),
      m_icon(new QLabel(this)),
      m_title(new TextLabel(FontRole::Title, this)),
      m_sentence(new TextLabel(FontRole::Body, this)),
      m_buttons(new QHBoxLayout)
{
    m_sentence->setMuted(true);
    m_sentence->setMaximumWidth(520);
    m_sentence->setMinimumWidth(360);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_title->setAlignment(Qt::AlignHCenter);
    m_buttons->setSpacing(Tight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Wide, Wide, Wide, Wide);
    column->setSpacing(Tight);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(Hair);
    column->addWidget(m_title);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(Tight);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(m_buttons);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(3);
    drawIcon();
}

void EmptyState::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

QPushButton *EmptyState::addButton()
{
    auto *button = new QPushButton(this);
    if (m_buttons->count() == 0) {
        makePrimary(button);
    }
    m_buttons->addWidget(button);
    return button;
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawIcon();
    }
}

void EmptyState::drawIcon()
{
    m_icon->setPixmap(iconPixmap(m_iconName, 40, mutedText(palette()), devicePixelRatioF()));
}

} // namespace gordian::ui
