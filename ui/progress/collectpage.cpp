// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "progress/collectpage.h"

#include "progress/collectdelegate.h"
#include "progress/collectmodel.h"
#include "progress/collectrows.h"
#include "progress/firstverdict.h"
#include "progress/gapspanel.h"
#include "progress/uprightheader.h"
#include "shared/emptystate.h"
#include "shared/labels.h"
#include "shared/language.h"
#include "shared/metrics.h"

#include "session/investigation.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace gordian::ui {

namespace {
constexpr int RefreshMilliseconds = 120;
constexpr int TickMilliseconds = 1000;
constexpr int CellWidth = 28;
constexpr int NarrowCellWidth = 24;
constexpr qint64 WidestBytes = 1'048'000; ///< four figures before the point
constexpr int NarrowTable = 880; ///< below, the figures at the end would be out of sight

bool atWork(ConnectState state)
{
    return state != ConnectState::Idle && state != ConnectState::Closed && state != ConnectState::Failed;
}
} // namespace

CollectPage::CollectPage(Investigation &investigation, Language &language, QWidget *parent)
    : QWidget(parent),
      m_investigation(investigation),
      m_language(language),
      m_model(new CollectModel(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(QStringLiteral("collect"), this)),
      m_goConnect(m_empty->addButton()),
      m_title(new TextLabel(FontRole::Display, this)),
      m_state(new TextLabel(FontRole::Body, this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(this)),
      m_again(new QPushButton(this)),
      m_banner(new FirstVerdict(investigation, language, this)),
      m_table(new QTableView(this)),
      m_header(new UprightHeader(m_table)),
      m_gaps(new GapsPanel(investigation, language, this)),
      m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(QStringLiteral("collectPage"));
    buildUi();
    connectSignals();
    retranslate();
}

void CollectPage::buildUi()
{
    buildTable();
    m_splitter->setObjectName(QStringLiteral("collectSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(Normal);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_gaps);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *work = new QWidget(m_stack);
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(Wide, Roomy, Wide, Roomy);
    column->setSpacing(Normal);
    column->addWidget(buildHead());
    column->addWidget(m_banner);
    column->addWidget(m_splitter, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(work);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
}

QWidget *CollectPage::buildHead()
{
    auto *head = new QWidget(this);
    m_state->setMuted(true);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_cancel->setObjectName(QStringLiteral("cancelCollecting"));
    m_again->setObjectName(QStringLiteral("collectAgain"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_state);
    auto *row = new QHBoxLayout;
    row->setSpacing(Tight);
    row->addLayout(texts, 1);
    row->addWidget(m_cancel, 0, Qt::AlignTop);
    row->addWidget(m_again, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Tight);
    column->addLayout(row);
    column->addWidget(m_bar);
    return head;
}

void CollectPage::buildTable()
{
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CollectDelegate(m_table));
    m_table->setTabKeyNavigation(false); // Tab leaves it; arrows walk in it
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setProperty("framed", true);
    m_table->setMinimumHeight(200);
}

void CollectPage::connectSignals()
{
    connect(m_goConnect, &QPushButton::clicked, this, &CollectPage::connectRequested);
    connect(m_cancel, &QPushButton::clicked, &m_investigation, &Investigation::cancel);
    connect(m_again, &QPushButton::clicked, this, &CollectPage::againRequested);
    connect(m_gaps, &GapsPanel::sudoRequested, this, &CollectPage::sudoRequested);
    connect(m_banner, &FirstVerdict::findingsRequested, this, &CollectPage::findingsRequested);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit nodeChosen(index.siblingAtColumn(0).data(CollectModel::IdRole).toString());
    });
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshMilliseconds);
    m_tick.setInterval(TickMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &CollectPage::refresh);
    connect(&m_tick, &QTimer::timeout, this, &CollectPage::refresh);
    const auto soon = [this] {
        if (!m_refresh.isActive()) {
            m_refresh.start();
        }
    };
    connect(&m_investigation, &Investigation::artifactArrived, this, soon);
    connect(&m_investigation, &Investigation::diagnosisChanged, this, soon);
    connect(&m_investigation, &Investigation::nodesChanged, this, soon);
    connect(&m_investigation, &Investigation::nodeChanged, this, [this, soon](const QString &node) {
        takeTime(node);
        soon();
    });
    connect(&m_investigation, &Investigation::caseReplaced, this, [this] {
        m_clocks.clear();
        m_lastRun = -1;
        refresh();
    });
    connect(&m_investigation, &Investigation::collectingChanged, this, [this](bool collecting) {
        if (collecting) {
            m_run.start();
            m_tick.start();
        } else {
            m_lastRun = m_run.isValid() ? m_run.elapsed() : -1;
            m_tick.stop();
        }
        refresh();
    });
}

void CollectPage::takeTime(const QString &node)
{
    const NodeRecord *record = m_investigation.currentCase().node(node);
    if (!record) {
        return;
    }
    Clock &clock = m_clocks[node];
    const bool working = atWork(record->state);
    if (working && (!clock.running.isValid() || clock.ended >= 0)) {
        clock.running.start();
        clock.ended = -1;
    } else if (!working && clock.running.isValid() && clock.ended < 0) {
        clock.ended = clock.running.elapsed();
    }
}

QHash<QString, qint64> CollectPage::clocks() const
{
    QHash<QString, qint64> milliseconds;
    for (auto it = m_clocks.cbegin(); it != m_clocks.cend(); ++it) {
        if (it->running.isValid()) {
            milliseconds.insert(it.key(), it->ended >= 0 ? it->ended : it->running.elapsed());
        }
    }
    return milliseconds;
}

void CollectPage::refresh()
{
    const bool any = !m_investigation.currentCase().artifacts.isEmpty() || m_investigation.isCollecting();
    m_stack->setCurrentIndex(any ? 1 : 0);
    const int before = m_model->columnCount();
    const QVector<CollectColumn> columns = collectColumns(m_investigation, m_language);
    m_model->setColumns(columns);
    m_model->setRows(collectRows(m_investigation, m_language, columns, clocks()));
    if (m_model->columnCount() != before) {
        fitColumns();
    }
    refreshHead();
    m_banner->refresh();
    m_gaps->refresh();
}

void CollectPage::fitColumns()
{
    m_header->setUpright(1, m_model->cellColumns());
    m_narrow = m_table->width() < NarrowTable;
    const int nameWidth = m_narrow ? 120 : 168;
    constexpr int rims = 24;
    const int figureWidth =
        m_table->fontMetrics().horizontalAdvance(m_language.phrases().bytes(WidestBytes)) + rims;
    for (int column = 1; column <= m_model->cellColumns(); ++column) {
        m_header->setSectionResizeMode(column, QHeaderView::Fixed);
        m_header->resizeSection(column, m_narrow ? NarrowCellWidth : CellWidth);
    }
    m_header->setSectionResizeMode(0, QHeaderView::Interactive);
    m_header->resizeSection(0, nameWidth);
    m_header->setSectionResizeMode(m_model->doingColumn(), QHeaderView::Stretch);
    m_header->resizeSection(m_model->timeColumn(), figureWidth);
    m_header->resizeSection(m_model->bytesColumn(), figureWidth);
}

QString CollectPage::remaining() const
{
    constexpr qint64 tooEarly = 1500;
    if (m_done == 0 || m_total <= m_done || !m_run.isValid() || m_run.elapsed() < tooEarly) {
        return {};
    }
    const qint64 seconds = m_run.elapsed() * (m_total - m_done) / m_done / 1000;
    if (seconds < 5) {
        return tr("a few seconds left");
    }
    constexpr qint64 minute = 60;
    return seconds < minute ? tr("about %n second(s) left", nullptr, int((seconds + 4) / 5 * 5))
                            : tr("about %n minute(s) left", nullptr, int((seconds + minute - 1) / minute));
}

void CollectPage::refreshHead()
{
    m_done = 0;
    m_total = 0;
    int nodes = 0;
    for (const NodeRecord &record : m_investigation.currentCase().nodes) {
        const NodeProgress progress = m_investigation.progress(record.node.id);
        m_done += progress.probesDone;
        m_total += progress.probesTotal;
        nodes += record.node.via == Via::Offline ? 0 : 1;
    }
    const bool busy = m_investigation.isCollecting();
    m_bar->setVisible(busy);
    m_bar->setRange(0, std::max(1, m_total));
    m_bar->setValue(m_done);
    m_cancel->setVisible(busy);
    m_again->setVisible(!busy && nodes > 0);
    m_title->setText(busy ? tr("Collecting from %n machine(s)", nullptr, nodes) : tr("Collected"));
    QStringList parts;
    if (busy) {
        parts.append(m_total > 0 ? tr("%1 of %2 answers").arg(m_done).arg(m_total) : tr("signing in"));
        if (const QString left = remaining(); !left.isEmpty()) {
            parts.append(left);
        }
    } else {
        parts.append(tr("%n answer(s)", nullptr, int(m_investigation.currentCase().artifacts.size())));
        if (m_lastRun >= 0) {
            parts.append(tr("in %1").arg(m_language.phrases().duration(m_lastRun)));
        }
    }
    m_state->setText(parts.join(QStringLiteral(" · ")));
}

void CollectPage::retranslate()
{
    m_empty->setTexts(
        tr("Nothing is collected yet"),
        tr("Name the machines first, or open a saved case. What each machine answers appears here as it "
           "comes, and the first verdict after a few seconds."));
    m_goConnect->setText(tr("Go to &Connect"));
    m_goConnect->setAccessibleName(tr("Go to Connect"));
    m_cancel->setText(tr("&Stop, keep what came"));
    m_cancel->setAccessibleName(tr("Stop collecting and keep what came"));
    m_again->setText(tr("Collect &again"));
    m_again->setAccessibleName(tr("Collect again from every machine"));
    m_bar->setAccessibleName(tr("Progress of the collection"));
    m_table->setAccessibleName(tr("Machines and their components"));
    m_header->setAccessibleName(tr("Components"));
    refresh();
}

void CollectPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_narrow != (m_table->width() < NarrowTable)) {
        fitColumns();
    }
}

void CollectPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace gordian::ui
