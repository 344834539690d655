// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/findingsview.h"

#include "evidence/evidenceview.h"
#include "findings/changesbar.h"
#include "findings/cyclecard.h"
#include "findings/findingspanel.h"
#include "findings/inspector.h"
#include "findings/timelinepanel.h"
#include "findings/verdictbanner.h"
#include "graph/graphpanel.h"
#include "graph/graphview.h"
#include "shared/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>

namespace gordian::ui {

void FindingsView::setContent(const FindingsContent &content, std::shared_ptr<const Phrases> phrases)
{
    m_content = content;
    m_phrases = std::move(phrases);
    const Diagnosis &diagnosis = m_content.diagnosis;
    m_banner->setVerdict(verdictText(diagnosis, m_content.names, *m_phrases));
    m_changes->setChanges(m_content.changes, m_content.names, *m_phrases);
    m_graph->setDiagnosis(diagnosis, {m_content.names.nodes, m_content.names.letters}, *m_phrases);
    m_cycle->setDiagnosis(diagnosis, m_content.names, *m_phrases);
    m_cycle->setRoom(m_side->height() * 3 / 5);
    m_timeline->setEvents(diagnosis.timeline, m_content.names, *m_phrases);
    m_findings->setFindings(diagnosis.findings, m_content.names, *m_phrases);
    inspect(m_inspector->subject());
    if (isEvidenceOpen()) {
        m_evidence->setPhrases(*m_phrases);
    }
}

void FindingsView::clearChoice()
{
    closeEvidence();
    m_findings->setNode({});
    m_graph->setCurrent({});
    showOverview();
}

void FindingsView::inspect(const InspectorSubject &subject)
{
    if (m_phrases) {
        InspectorWriter writer(m_content.diagnosis, m_content.names, *m_phrases, palette(),
                               fontFor(FontRole::Mono).family());
        m_inspector->setPage(subject, writer.write(subject));
    }
}

void FindingsView::showVertex(const QString &vertex)
{
    if (vertex.isEmpty()) {
        showOverview();
        return;
    }
    if (m_graph->view()->current() != vertex) {
        m_graph->setCurrent(vertex);
    }
    inspect({InspectorSubject::Kind::Vertex, vertex, {}});
}

void FindingsView::showCause(int number)
{
    if (number < 0 || number >= m_content.diagnosis.causes.size()) {
        return;
    }
    const CauseVerdict &cause = m_content.diagnosis.causes[number];
    m_graph->setCurrent(vertexOf(m_content.diagnosis, cause.node, cause.component));
    inspect({InspectorSubject::Kind::Cause, cause.id, cause.node});
}

void FindingsView::showOverview()
{
    inspect({});
}

void FindingsView::showNode(const QString &node)
{
    closeEvidence();
    m_graph->view()->showGroup(node);
    m_findings->setNode(node);
    // The node's worst component is what one comes for.
    for (const QString &vertex : m_graph->view()->picture().content.byWeight()) {
        const GraphBox *box = m_graph->view()->picture().content.box(vertex);
        if (box && box->node == node) {
            inspect({InspectorSubject::Kind::Vertex, vertex, {}});
            return;
        }
    }
}

void FindingsView::openEvidence(const SourceRef &source)
{
    const Artifact *artifact = m_content.shown.artifact(source.node, source.probe);
    if (!artifact || !m_phrases) {
        return;
    }
    if (!isEvidenceOpen()) {
        m_focusBefore = QApplication::focusWidget();
    }
    const FindingsNames &names = m_content.names;
    m_evidence->open({*artifact, names.node(source.node), names.probe(source.probe, m_phrases->language()),
                      names.syntaxes.value(source.probe), source},
                     *m_phrases);
    m_middle->setCurrentWidget(m_evidence);
    m_evidence->setFocus();
}

bool FindingsView::isEvidenceOpen() const
{
    return m_middle->currentWidget() == m_evidence;
}

void FindingsView::closeEvidence()
{
    if (!isEvidenceOpen()) {
        return;
    }
    m_middle->setCurrentWidget(m_graph);
    if (m_focusBefore && m_focusBefore->isVisible()) {
        m_focusBefore->setFocus();
    } else {
        m_graph->focusContent();
    }
}

void FindingsView::showCurrentFinding()
{
    if (const Finding *finding = m_findings->current()) {
        showVertex(vertexOf(m_content.diagnosis, finding->node, finding->component));
    }
}

void FindingsView::nextFinding()
{
    m_tabs->setCurrentWidget(m_findings);
    m_findings->next();
}

void FindingsView::previousFinding()
{
    m_tabs->setCurrentWidget(m_findings);
    m_findings->previous();
}

QString FindingsView::markdown() const
{
    if (isEvidenceOpen()) {
        return m_evidence->markdown();
    }
    return m_phrases ? verdictMarkdown(m_content.diagnosis, m_content.names, *m_phrases) : QString();
}

void FindingsView::copyAsMarkdown()
{
    QGuiApplication::clipboard()->setText(markdown());
}

void FindingsView::focusSearch()
{
    if (isEvidenceOpen()) {
        m_evidence->focusSearch();
        return;
    }
    m_tabs->setCurrentWidget(m_findings);
    m_findings->focusSearch();
}

void FindingsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isEvidenceOpen()) {
        closeEvidence();
        return;
    }
    QWidget::keyPressEvent(event);
}

QByteArray FindingsView::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_columns->saveState() << m_rows->saveState() << qint32(m_tabs->currentIndex());
    return state;
}

void FindingsView::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray columns;
    QByteArray rows;
    qint32 tab = 0;
    stream >> columns >> rows >> tab;
    if (stream.status() == QDataStream::Ok) {
        m_columns->restoreState(columns);
        m_rows->restoreState(rows);
        m_tabs->setCurrentIndex(tab);
    }
}

} // namespace gordian::ui
