// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/mendingaside.h"

#include "fixes/mendingpresenter.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gordian::ui {

MendingAside::MendingAside(MendingPresenter &presenter, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter)
{
    makeCard(this);
    setObjectName(QStringLiteral("mendingAside"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Roomy, Roomy, Roomy, Roomy);
    column->setSpacing(Hair);
    m_risk = add(*column, "mendingRisk");
    m_backup = add(*column, "mendingBackup");
    m_undo = add(*column, "mendingUndo");
    m_proof = add(*column, "mendingProof");
    column->addStretch();
    connect(&presenter, &MendingPresenter::changed, this, &MendingAside::refresh);
    refresh();
}

MendingAside::Paragraph MendingAside::add(QVBoxLayout &column, const char *name)
{
    Paragraph made{new TextLabel(FontRole::Strong, this), new TextLabel(FontRole::Body, this)};
    made.text->setObjectName(QLatin1String(name));
    made.text->setMuted(true);
    made.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addWidget(made.title);
    column.addWidget(made.text);
    column.addSpacing(Normal);
    return made;
}

void MendingAside::put(const Paragraph &paragraph, const QString &title, const QString &text)
{
    paragraph.title->setText(title);
    paragraph.text->setText(text);
    paragraph.title->setVisible(!text.isEmpty());
    paragraph.text->setVisible(!text.isEmpty());
}

void MendingAside::refresh()
{
    put(m_risk, tr("What it risks"), m_presenter.risks());
    put(m_backup, tr("Where the backup is"), m_presenter.keptWhere());
    put(m_undo, tr("How it is undone"), m_presenter.undoneHow());
    put(m_proof, tr("How you see that it helped"),
        tr("Gordian verifies it on the node itself and undoes all of it if that fails. Then it collects "
           "again and "
           "compares."));
}

void MendingAside::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

} // namespace gordian::ui
