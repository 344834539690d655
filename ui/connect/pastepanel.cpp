// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/pastepanel.h"

#include "shared/labels.h"
#include "shared/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

PastePanel::PastePanel(QWidget *parent)
    : QFrame(parent),
      m_title(new TextLabel(FontRole::Title, this)),
      m_hint(new TextLabel(FontRole::Body, this)),
      m_text(new QPlainTextEdit(this)),
      m_read(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    makeCard(this);
    makePrimary(m_read);
    m_hint->setMuted(true);
    m_text->setObjectName(QStringLiteral("pastedText"));
    m_read->setObjectName(QStringLiteral("readPasted"));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    useFont(m_text, FontRole::Mono);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Tight);
    buttons->addWidget(m_read);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Roomy, Roomy, Roomy, Roomy);
    column->setSpacing(Tight);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_text, 1);
    column->addLayout(buttons);
    connect(m_text, &QPlainTextEdit::textChanged, this,
            [this] { m_read->setEnabled(!m_text->document()->isEmpty()); });
    connect(m_read, &QPushButton::clicked, this, [this] {
        const QByteArray text = m_text->toPlainText().toUtf8();
        m_text->clear();
        emit pasted(text);
    });
    connect(m_cancel, &QPushButton::clicked, this, &PastePanel::cancelled);
    m_read->setEnabled(false);
    retranslate();
}

void PastePanel::focusText()
{
    m_text->setFocus();
}

void PastePanel::retranslate()
{
    m_title->setText(tr("Paste what you have"));
    m_hint->setText(
        tr("Output of crictl, journalctl or kubectl, log lines, YAML, in any order and mixed; also a whole "
           "message from a forum. Gordian recognises what is what."));
    m_text->setAccessibleName(tr("Text to read"));
    m_read->setText(tr("&Read it"));
    m_read->setAccessibleName(tr("Read the pasted text"));
    m_cancel->setText(tr("Back"));
    m_cancel->setAccessibleName(tr("Back without reading"));
}

void PastePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace gordian::ui
