// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/findingspanel.h"

#include "shared/metrics.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTreeView>

namespace gordian::ui {

FindingsPanel::FindingsPanel(QWidget *parent)
    : QWidget(parent),
      m_model(new FindingsModel(this)),
      m_filter(new FindingsFilter(this)),
      m_field(new QLineEdit),
      m_all(new QCheckBox),
      m_count(new QLabel),
      m_list(new QTreeView)
{
    build();
    connect(m_field, &QLineEdit::textChanged, m_filter, &FindingsFilter::setWords);
    connect(m_all, &QCheckBox::toggled, m_filter, [this](bool all) {
        m_filter->setShow(all ? FindingsFilter::Show::All : FindingsFilter::Show::NeedsAttention);
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_filter, signal, this, &FindingsPanel::updateCount);
    }
    connect(m_filter, &QAbstractItemModel::modelReset, this, &FindingsPanel::updateCount);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &FindingsPanel::updateCount);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FindingsPanel::currentChanged);
    connect(m_list, &QTreeView::activated, this, &FindingsPanel::activated);
    retranslate();
}

void FindingsPanel::build()
{
    m_field->setObjectName(QStringLiteral("findingsFilter"));
    m_field->setClearButtonEnabled(true);
    m_all->setObjectName(QStringLiteral("findingsAll"));
    m_list->setObjectName(QStringLiteral("findingsList"));
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(FindingsModel::FoundColumn, Qt::AscendingOrder);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->resizeSection(FindingsModel::FoundColumn, 380);
    m_list->header()->resizeSection(FindingsModel::ComponentColumn, 150);
    m_list->header()->resizeSection(FindingsModel::NodeColumn, 90);
    m_list->viewport()->installEventFilter(this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Normal, Tight, Normal, Tight);
    row->setSpacing(Normal);
    row->addWidget(m_field, 1);
    row->addWidget(m_all);
    row->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    setFocusProxy(m_list);
}

void FindingsPanel::setFindings(const QVector<Finding> &findings, const FindingsNames &names,
                                const Phrases &phrases)
{
    const QPersistentModelIndex top = m_list->indexAt({4, 4});
    const int position = m_list->verticalScrollBar()->value();
    m_model->setFindings(findings, names, phrases);
    // Rows may have come above: what was at the top of the list stays there.
    if (position > 0 && top.isValid()) {
        m_list->scrollTo(top, QAbstractItemView::PositionAtTop);
    }
    updateCount();
}

void FindingsPanel::setNode(const QString &node)
{
    m_filter->setNode(node);
    updateCount();
}

const Finding *FindingsPanel::current() const
{
    const QModelIndex row = m_filter->mapToSource(m_list->currentIndex());
    return row.isValid() ? &m_model->finding(row.row()) : nullptr;
}

void FindingsPanel::step(int by)
{
    const int rows = m_filter->rowCount();
    if (rows == 0) {
        return;
    }
    const QModelIndex now = m_list->currentIndex();
    const int row = now.isValid() ? (now.row() + by + rows) % rows : (by > 0 ? 0 : rows - 1);
    m_list->setCurrentIndex(m_filter->index(row, 0));
    m_list->scrollTo(m_list->currentIndex());
}

void FindingsPanel::next()
{
    step(1);
}

void FindingsPanel::previous()
{
    step(-1);
}

void FindingsPanel::focusSearch()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindingsPanel::updateCount()
{
    const bool calm = m_model->rowCount() > 0 && m_filter->rowCount() == 0 && m_field->text().isEmpty();
    m_count->setText(calm ? tr("Nothing needs attention")
                          : tr("%1 of %2").arg(m_filter->rowCount()).arg(m_model->rowCount()));
}

bool FindingsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        m_filter->setHeld(event->type() == QEvent::Enter);
    }
    return QWidget::eventFilter(watched, event);
}

void FindingsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void FindingsPanel::retranslate()
{
    m_field->setPlaceholderText(tr("Filter (/)"));
    m_field->setAccessibleName(tr("Filter the findings"));
    m_all->setText(tr("Healthy ones too"));
    m_all->setAccessibleName(tr("Show healthy findings too"));
    m_list->setAccessibleName(tr("Findings"));
    m_count->setAccessibleName(tr("Findings shown"));
    updateCount();
}

} // namespace gordian::ui
