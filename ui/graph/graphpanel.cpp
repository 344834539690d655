// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphpanel.h"

#include "graph/graphlistmodel.h"
#include "graph/graphview.h"
#include "shared/metrics.h"
#include "shared/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace gordian::ui {

GraphPanel::GraphPanel(QWidget *parent, GraphPlacer::Place place)
    : QWidget(parent),
      m_view(new GraphView(nullptr, std::move(place))),
      m_list(new QTreeView),
      m_model(new GraphListModel(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_stack(new QStackedWidget),
      m_tools(new QWidget)
{
    buildTools();
    buildList();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_list);
    // The tools lie on the picture's upper corners: height is what the graph is short of.
    auto *layers = new QGridLayout(this);
    layers->setContentsMargins(0, 0, 0, 0);
    layers->addWidget(m_stack, 0, 0);
    layers->addWidget(m_asList, 0, 0, Qt::AlignTop | Qt::AlignLeft);
    layers->addWidget(m_tools, 0, 0, Qt::AlignTop | Qt::AlignRight);
    m_asList->raise();
    m_tools->raise();
    connectSignals();
    retranslate();
}

QToolButton *GraphPanel::addTool(const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    makeQuiet(button);
    button->setProperty("overlay", true);
    return button;
}

void GraphPanel::buildTools()
{
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_asList = addTool(QStringLiteral("graphAsList"));
    m_asList->setCheckable(true);
    m_out = addTool(QStringLiteral("graphZoomOut"));
    m_in = addTool(QStringLiteral("graphZoomIn"));
    m_fit = addTool(QStringLiteral("graphFit"));
    for (QToolButton *button : {m_out, m_in, m_fit}) {
        row->addWidget(button);
    }
}

void GraphPanel::buildList()
{
    m_list->setObjectName(QStringLiteral("graphList"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(GraphListModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_sorted);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setSortingEnabled(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->sortByColumn(GraphListModel::StateColumn, Qt::AscendingOrder);
    m_list->header()->resizeSection(GraphListModel::ComponentColumn, 220);
    m_list->header()->resizeSection(GraphListModel::NodeColumn, 100);
    m_list->header()->resizeSection(GraphListModel::StateColumn, 240);
}

void GraphPanel::connectSignals()
{
    connect(m_fit, &QToolButton::clicked, m_view, &GraphView::fit);
    connect(m_in, &QToolButton::clicked, m_view, &GraphView::zoomIn);
    connect(m_out, &QToolButton::clicked, m_view, &GraphView::zoomOut);
    connect(m_asList, &QToolButton::toggled, this,
            [this](bool list) { setMode(list ? Mode::List : Mode::Picture); });
    connect(m_view, &GraphView::currentChanged, this, &GraphPanel::currentChanged);
    connect(m_view, &GraphView::vertexActivated, this, &GraphPanel::vertexActivated);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &GraphPanel::listCurrentChanged);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        emit vertexActivated(index.data(GraphListModel::VertexRole).toString());
    });
}

void GraphPanel::listCurrentChanged(const QModelIndex &index)
{
    const QString vertex = index.siblingAtColumn(0).data(GraphListModel::VertexRole).toString();
    if (!vertex.isEmpty() && vertex != m_view->current()) {
        m_view->setCurrent(vertex);
    }
}

void GraphPanel::setDiagnosis(const Diagnosis &diagnosis, const GraphNames &names, const Phrases &phrases)
{
    const QString kept = m_view->current();
    m_view->setDiagnosis(diagnosis, names, phrases);
    m_model->setContent(graphContent(diagnosis, names, phrases));
    const QModelIndex row = m_sorted->mapFromSource(m_model->indexOf(kept));
    if (row.isValid() && m_list->currentIndex().row() != row.row()) {
        m_list->setCurrentIndex(row);
    }
}

GraphPanel::Mode GraphPanel::mode() const
{
    return m_stack->currentWidget() == m_list ? Mode::List : Mode::Picture;
}

void GraphPanel::setMode(Mode mode)
{
    const bool list = mode == Mode::List;
    const bool hadFocus = m_stack->currentWidget()->hasFocus();
    m_stack->setCurrentWidget(list ? static_cast<QWidget *>(m_list) : m_view);
    m_asList->setChecked(list);
    for (QToolButton *button : {m_fit, m_in, m_out}) {
        button->setVisible(!list);
    }
    m_stack->setContentsMargins(0, list ? m_asList->sizeHint().height() : 0, 0, 0);
    if (list) {
        setCurrent(m_view->current());
    }
    if (hadFocus) {
        m_stack->currentWidget()->setFocus();
    }
}

// Not a focus proxy: with one, Qt's Tab passes over the tools beside it.
void GraphPanel::focusContent()
{
    m_stack->currentWidget()->setFocus();
}

void GraphPanel::setCurrent(const QString &vertex)
{
    m_view->setCurrent(vertex);
    const QModelIndex row = m_sorted->mapFromSource(m_model->indexOf(vertex));
    if (row.isValid()) {
        m_list->setCurrentIndex(row);
    }
}

void GraphPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void GraphPanel::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text, const QString &tip) {
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
    };
    name(m_asList, tr("As a list"), tr("Show the components as a list"));
    name(m_fit, tr("Fit"), tr("Show the whole graph (0)"));
    name(m_in, tr("+", "zoom in"), tr("Larger (+)"));
    name(m_out, tr("−", "zoom out"), tr("Smaller (−)"));
    m_view->setToolsHeight(m_asList->sizeHint().height());
    m_list->setAccessibleName(tr("Components as a list"));
}

} // namespace gordian::ui
