// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// How the findings page is put together.

#include "findings/findingsview.h"

#include "evidence/evidenceview.h"
#include "findings/changesbar.h"
#include "findings/cyclecard.h"
#include "findings/findingspanel.h"
#include "findings/inspector.h"
#include "findings/timelinepanel.h"
#include "findings/verdictbanner.h"
#include "graph/graphpanel.h"
#include "shared/metrics.h"

#include <QEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace gordian::ui {

FindingsView::FindingsView(QWidget *parent, GraphPlacer::Place place)
    : QWidget(parent),
      m_banner(new VerdictBanner),
      m_changes(new ChangesBar),
      m_graph(new GraphPanel(nullptr, std::move(place))),
      m_evidence(new EvidenceView),
      m_middle(new QStackedWidget),
      m_side(new QWidget),
      m_cycle(new CycleCard),
      m_inspector(new Inspector),
      m_timeline(new TimelinePanel),
      m_findings(new FindingsPanel),
      m_tabs(new QTabWidget),
      m_columns(new QSplitter(Qt::Horizontal)),
      m_rows(new QSplitter(Qt::Vertical))
{
    build();
    connectSignals();
    connectEvidence();
    retranslate();
}

void FindingsView::build()
{
    m_middle->addWidget(m_graph);
    m_middle->addWidget(m_evidence);
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("findingsTabs"));
    m_tabs->addTab(m_timeline, {});
    m_tabs->addTab(m_findings, {});
    m_rows->setObjectName(QStringLiteral("findingsRows"));
    m_rows->addWidget(m_middle);
    m_rows->addWidget(m_tabs);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 1);
    m_rows->setSizes({470, 170});
    m_rows->setChildrenCollapsible(false);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, Tight, Tight, Tight);
    side->setSpacing(Tight);
    side->addWidget(m_cycle);
    side->addWidget(m_inspector, 1);
    m_columns->setObjectName(QStringLiteral("findingsColumns"));
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_side);
    m_columns->setStretchFactor(0, 1);
    m_columns->setSizes({820, 360});
    m_columns->setChildrenCollapsible(false);
    m_side->setMinimumWidth(280);
    m_side->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_changes);
    column->addWidget(m_columns, 1);
}

void FindingsView::connectSignals()
{
    connect(m_banner, &VerdictBanner::whyRequested, this, &FindingsView::showCause);
    connect(m_banner, &VerdictBanner::fixRequested, this, [this](int cause) {
        if (cause >= 0 && cause < m_content.diagnosis.causes.size()) {
            emit fixRequested(m_content.diagnosis.causes[cause].id, m_content.diagnosis.causes[cause].node);
        }
    });
    connect(m_graph, &GraphPanel::currentChanged, this, &FindingsView::showVertex);
    connect(m_graph, &GraphPanel::vertexActivated, this, [this](const QString &vertex) {
        showVertex(vertex);
        m_inspector->setFocus();
    });
    connect(m_inspector, &Inspector::vertexRequested, this, &FindingsView::showVertex);
    connect(m_inspector, &Inspector::causeRequested, this, &FindingsView::showCause);
    connect(m_inspector, &Inspector::overviewRequested, this, [this] {
        m_graph->setCurrent({});
        showOverview();
    });
    connect(m_cycle, &CycleCard::vertexRequested, this, [this](const QString &vertex) {
        closeEvidence();
        showVertex(vertex);
    });
    connect(m_timeline, &TimelinePanel::vertexRequested, this,
            [this](const QString &node, const QString &component) {
                showVertex(vertexOf(m_content.diagnosis, node, component));
            });
    connect(m_findings, &FindingsPanel::currentChanged, this, &FindingsView::showCurrentFinding);
    for (const QSplitter *splitter : {m_columns, m_rows}) {
        connect(splitter, &QSplitter::splitterMoved, this, &FindingsView::layoutChanged);
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, &FindingsView::layoutChanged);
}

void FindingsView::connectEvidence()
{
    connect(m_evidence, &EvidenceView::closeRequested, this, &FindingsView::closeEvidence);
    connect(m_inspector, &Inspector::evidenceRequested, this,
            [this](const Evidence &evidence) { openEvidence(evidence.source); });
    connect(m_timeline, &TimelinePanel::evidenceRequested, this,
            [this](const TimelineEvent &event) { openEvidence(event.source); });
    connect(m_findings, &FindingsPanel::activated, this, [this] {
        const Finding *finding = m_findings->current();
        if (finding && !finding->evidence.isEmpty()) {
            openEvidence(finding->evidence.first().source);
        }
    });
}

void FindingsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        inspect(m_inspector->subject());
    }
}

bool FindingsView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_side && event->type() == QEvent::Resize) {
        m_cycle->setRoom(m_side->height() * 3 / 5);
    }
    return QWidget::eventFilter(watched, event);
}

void FindingsView::retranslate()
{
    m_tabs->setTabText(0, tr("Timeline"));
    m_tabs->setTabText(1, tr("Findings"));
    m_tabs->setAccessibleName(tr("Timeline and findings"));
}

} // namespace gordian::ui
