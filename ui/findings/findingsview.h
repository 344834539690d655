// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The findings page as values see it: verdict on top, graph in the middle, inspector on the right, timeline
// and list below; evidence opens over the graph and closes with Escape. Knows a case and a diagnosis, no
// investigation, so an opened case, a test and a live run look alike. GUI thread.

#include "diagnose/changes.h"
#include "findings/inspectorwriter.h"
#include "graph/graphplacer.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace gordian::ui {

class ChangesBar;
class CycleCard;
class EvidenceView;
class FindingsPanel;
class GraphPanel;
class Inspector;
class TimelinePanel;
class VerdictBanner;

/// All that is shown. References are used during setContent() and kept as copies (cheap: shared data).
struct FindingsContent {
    Case shown;
    Diagnosis diagnosis;
    FindingsNames names;
    std::optional<Changes> changes = {}; ///< since the examination before
};

class FindingsView : public QWidget {
    Q_OBJECT

public:
    explicit FindingsView(QWidget *parent = nullptr, GraphPlacer::Place place = {});

    void setContent(const FindingsContent &content, std::shared_ptr<const Phrases> phrases);
    /// Forgets what was chosen: another case.
    void clearChoice();
    void openEvidence(const SourceRef &source);
    bool isEvidenceOpen() const;
    QString markdown() const;
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

    ChangesBar *changes() const { return m_changes; }
    VerdictBanner *banner() const { return m_banner; }
    GraphPanel *graph() const { return m_graph; }
    Inspector *inspector() const { return m_inspector; }
    EvidenceView *evidence() const { return m_evidence; }
    FindingsPanel *findings() const { return m_findings; }
    TimelinePanel *timeline() const { return m_timeline; }

public slots:
    void showNode(const QString &node);
    void showVertex(const QString &vertex);
    void showCause(int number);
    void showOverview();
    void nextFinding();
    void previousFinding();
    void copyAsMarkdown();
    void focusSearch();
    void closeEvidence();

signals:
    void fixRequested(const QString &causeId, const QString &node);
    void layoutChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectSignals();
    void connectEvidence();
    void inspect(const InspectorSubject &subject);
    void showCurrentFinding();
    void retranslate();

    FindingsContent m_content;
    std::shared_ptr<const Phrases> m_phrases;
    VerdictBanner *m_banner;
    ChangesBar *m_changes;
    GraphPanel *m_graph;
    EvidenceView *m_evidence;
    QStackedWidget *m_middle;
    QWidget *m_side;
    CycleCard *m_cycle;
    Inspector *m_inspector;
    TimelinePanel *m_timeline;
    FindingsPanel *m_findings;
    QTabWidget *m_tabs;
    QSplitter *m_columns;
    QSplitter *m_rows;
    QPointer<QWidget> m_focusBefore; ///< who had the focus before evidence opened
};

} // namespace gordian::ui
