// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/timelinepanel.h"

#include "findings/timelineview.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace gordian::ui {

TimelinePanel::TimelinePanel(QWidget *parent)
    : QWidget(parent),
      m_model(new TimelineModel(this)),
      m_view(new TimelineView),
      m_table(new QTreeView),
      m_stack(new QStackedWidget),
      m_asTable(new QToolButton),
      m_open(new QToolButton),
      m_words(new ElidedLabel)
{
    build();
    connect(m_asTable, &QToolButton::toggled, this,
            [this](bool table) { m_stack->setCurrentIndex(table ? 1 : 0); });
    connect(m_view, &TimelineView::currentChanged, this, &TimelinePanel::choose);
    connect(m_view, &TimelineView::activated, this,
            [this](int event) { emit evidenceRequested(m_model->eventAt(event)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) { m_view->setCurrent(row.isValid() ? row.row() : -1); });
    connect(m_table, &QTreeView::activated, this,
            [this](const QModelIndex &row) { emit evidenceRequested(m_model->eventAt(row.row())); });
    connect(m_open, &QToolButton::clicked, this, [this] {
        if (m_event >= 0) {
            emit evidenceRequested(m_model->eventAt(m_event));
        }
    });
    retranslate();
    choose(-1);
}

void TimelinePanel::build()
{
    m_view->setObjectName(QStringLiteral("timelineView"));
    m_view->setModel(m_model);
    m_table->setObjectName(QStringLiteral("timelineTable"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->header()->resizeSection(TimelineModel::TimeColumn, 130);
    m_table->header()->resizeSection(TimelineModel::KindColumn, 150);
    m_asTable->setObjectName(QStringLiteral("timelineAsTable"));
    m_asTable->setCheckable(true);
    m_open->setObjectName(QStringLiteral("timelineOpen"));
    makeQuiet(m_asTable);
    makeQuiet(m_open);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Normal, 0, Tight, Hair);
    row->addWidget(m_words, 1);
    row->addWidget(m_open);
    row->addWidget(m_asTable);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addLayout(row);
    setFocusProxy(m_view);
}

void TimelinePanel::setEvents(const QVector<TimelineEvent> &events, const FindingsNames &names,
                              const Phrases &phrases)
{
    m_model->setEvents(events, names, phrases);
    m_view->setEvents(events, names, phrases.language());
    m_event = m_view->current();
    if (m_event >= 0) {
        m_words->setText(m_model->sentence(m_event));
    } else {
        choose(-1);
    }
}

void TimelinePanel::choose(int event)
{
    m_event = event;
    m_open->setEnabled(event >= 0);
    if (event < 0) {
        m_words->setText(m_model->rowCount() > 0
                             ? tr("The red line marks what broke first. Choose a mark to read it.")
                             : QString());
        return;
    }
    const QString line = m_model->index(event, TimelineModel::LineColumn).data().toString();
    m_words->setText(line.isEmpty() ? m_model->sentence(event)
                                    : m_model->sentence(event) + QStringLiteral(" · ") + line);
    m_table->setCurrentIndex(m_model->index(event, 0));
    emit vertexRequested(m_model->eventAt(event).node, m_model->eventAt(event).component);
}

void TimelinePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void TimelinePanel::retranslate()
{
    m_asTable->setText(tr("As a table"));
    m_asTable->setToolTip(tr("Show the timeline as a table"));
    m_asTable->setAccessibleName(tr("Show the timeline as a table"));
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Open the line it was read from (Enter)"));
    m_open->setAccessibleName(tr("Open the line it was read from"));
    m_view->setAccessibleName(tr("Timeline of restarts and first errors"));
    m_table->setAccessibleName(tr("Timeline as a table"));
}

} // namespace gordian::ui
