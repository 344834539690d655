// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/promisepanel.h"

#include "shared/colours.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gordian::ui {

PromisePanel::PromisePanel(QWidget *parent) : QFrame(parent), m_title(new TextLabel(FontRole::Title, this))
{
    makeCard(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Wide, Wide, Wide, Wide);
    column->setSpacing(Roomy);
    column->addWidget(m_title);
    for (int number = 1; number <= 4; ++number) {
        addStep(this, column, number);
    }
    column->addStretch();
    retranslate();
}

void PromisePanel::addStep(QWidget *parent, QVBoxLayout *column, int number)
{
    auto *count = new TextLabel(FontRole::Title, parent);
    count->setText(QString::number(number));
    count->setMuted(true);
    count->setFixedWidth(Wide);
    count->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *head = new TextLabel(FontRole::Strong, parent);
    auto *body = new TextLabel(FontRole::Body, parent);
    body->setMuted(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(head);
    texts->addWidget(body);
    auto *row = new QHBoxLayout;
    row->setSpacing(Tight);
    row->addWidget(count, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    column->addLayout(row);
    m_heads.append(head);
    m_bodies.append(body);
}

void PromisePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void PromisePanel::retranslate()
{
    m_title->setText(tr("What happens next"));
    m_heads.at(0)->setText(tr("Gordian signs in over SSH"));
    m_bodies.at(0)->setText(tr("With your agent, keys or password. It works when the Kubernetes API is dead. "
                               "Host keys are always checked."));
    m_heads.at(1)->setText(tr("It reads, and leaves nothing behind"));
    m_bodies.at(1)->setText(
        tr("One read-only script a machine, every command under a time limit. Nothing is installed or "
           "written there. Keys and Secrets stay where they are."));
    m_heads.at(2)->setText(tr("It names the one cause, with proof"));
    m_bodies.at(2)->setText(tr("The lines that prove it, what is merely blocked by it, and what is innocent. "
                               "Where it cannot know, it says so and names the question that would tell."));
    m_heads.at(3)->setText(tr("You decide"));
    m_bodies.at(3)->setText(
        tr("The repair is shown step by step first. Gordian changes a machine only when you "
           "click on a preview, and can undo it."));
}

} // namespace gordian::ui
