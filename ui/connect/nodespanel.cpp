// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/nodespanel.h"

#include "connect/nodedetail.h"
#include "shared/labels.h"
#include "shared/language.h"
#include "shared/metrics.h"
#include "shared/nodedelegate.h"
#include "shared/noderows.h"

#include "session/investigation.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gordian::ui {

NodesPanel::NodesPanel(Investigation &investigation, Language &language, QWidget *parent)
    : QFrame(parent),
      m_investigation(investigation),
      m_language(language),
      m_model(new NodeModel(this)),
      m_title(new TextLabel(FontRole::Title, this)),
      m_view(new QListView(this)),
      m_detail(new NodeDetail(investigation, language, this)),
      m_connect(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("nodes"));
    buildUi();
    connectSignals();
    refresh();
}

void NodesPanel::buildUi()
{
    makeCard(this);
    makePrimary(m_connect);
    m_connect->setObjectName(QStringLiteral("connectNow"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new NodeDelegate(NodeDelegate::Density::Full, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMinimumHeight(96);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Tight);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Roomy, Roomy, Roomy, Roomy);
    column->setSpacing(Tight);
    column->addWidget(m_title);
    column->addWidget(m_view, 1);
    column->addWidget(makeRule(this));
    column->addWidget(m_detail);
    column->addLayout(buttons);
}

void NodesPanel::connectSignals()
{
    connect(m_connect, &QPushButton::clicked, this, &NodesPanel::connectRequested);
    connect(m_cancel, &QPushButton::clicked, &m_investigation, &Investigation::cancel);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &NodesPanel::showDetail);
    connect(m_detail, &NodeDetail::retryRequested, this, [this] { emit retryRequested(chosen()); });
    connect(m_detail, &NodeDetail::sudoRequested, this, &NodesPanel::sudoRequested);
    connect(m_detail, &NodeDetail::removeRequested, this, [this] { m_investigation.removeNode(chosen()); });
    connect(&m_investigation, &Investigation::collectingChanged, this, &NodesPanel::updateButtons);
}

QString NodesPanel::chosen() const
{
    return m_view->currentIndex().data(NodeModel::IdRole).toString();
}

QStringList NodesPanel::waitingNodes() const
{
    QStringList fresh;
    QStringList all;
    for (const NodeRow &row : m_model->rows()) {
        const NodeRecord *record = m_investigation.currentCase().node(row.id);
        if (!record || record->node.via == Via::Offline) {
            continue;
        }
        all.append(row.id);
        if (row.connection == ConnectState::Idle || row.connection == ConnectState::Failed) {
            fresh.append(row.id);
        }
    }
    return fresh.isEmpty() ? all : fresh;
}

void NodesPanel::refresh()
{
    m_model->setRows(nodeRows(m_investigation, m_language));
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0) {
        m_view->setCurrentIndex(m_model->index(0));
    }
    chooseFailing();
    retranslate();
    showDetail();
}

// Only while nothing that failed is chosen: a choice that a person made is not taken away.
void NodesPanel::chooseFailing()
{
    const auto &rows = m_model->rows();
    const int now = m_view->currentIndex().row();
    if (m_view->hasFocus() || (now >= 0 && rows.at(now).connection == ConnectState::Failed)) {
        return;
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.at(row).connection == ConnectState::Failed) {
            m_view->setCurrentIndex(m_model->index(row));
            return;
        }
    }
}

void NodesPanel::showDetail()
{
    m_detail->showNode(chosen());
}

void NodesPanel::retranslate()
{
    m_title->setText(tr("%n machine(s)", nullptr, m_model->rowCount()));
    m_view->setAccessibleName(tr("Machines and their state"));
    m_cancel->setText(tr("&Stop"));
    m_cancel->setAccessibleName(tr("Stop and keep what came"));
    updateButtons();
}

// While others are at work: one that was not tried, or did not let us in.
bool NodesPanel::anyIdle() const
{
    const auto &rows = m_model->rows();
    return std::any_of(rows.cbegin(), rows.cend(), [](const NodeRow &row) {
        return !row.waitsForUser
            && (row.connection == ConnectState::Idle || row.connection == ConnectState::Failed);
    });
}

void NodesPanel::updateButtons()
{
    const bool busy = m_investigation.isCollecting();
    const QStringList waiting = waitingNodes();
    const int count = int(waiting.size());
    bool again = false;
    for (const QString &id : waiting) {
        again = again || m_model->rows().at(m_model->rowOf(id)).connection == ConnectState::Closed;
    }
    m_connect->setText(again ? tr("&Collect again from %n machine(s)", nullptr, count)
                             : tr("&Connect to %n machine(s) and collect", nullptr, count));
    m_connect->setAccessibleName(QString(m_connect->text()).remove(QLatin1Char('&')));
    m_connect->setVisible(count > 0 && (!busy || anyIdle()));
    m_cancel->setVisible(busy);
}

void NodesPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

} // namespace gordian::ui
