// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The evidence viewer: one artifact with the command that printed it, how it ended, its parts, and its text
// with the lines that mattered. Read only. Owned by the page it opens in; GUI thread; indexing and searching
// run elsewhere.

#include "core/artifact.h"
#include "core/fact.h"
#include "evidence/evidencepage.h"
#include "evidence/evidencesearch.h"
#include "evidence/evidencetexts.h"
#include "shared/syntaxcolours.h"

#include <QFutureWatcher>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace gordian::ui {

class ElidedLabel;
class EvidenceEditor;
class TextLabel;

/// What to show, and where to look.
struct EvidenceRequest {
    Artifact artifact;
    QString nodeName;
    QString title; ///< the probe's
    QString syntax; ///< Probe::syntax
    SourceRef source; ///< section and lines that mattered
};

class EvidenceView : public QWidget {
    Q_OBJECT

public:
    explicit EvidenceView(QWidget *parent = nullptr);
    ~EvidenceView() override;

    void open(const EvidenceRequest &request, const Phrases &phrases);
    /// The same in another language: nothing moves.
    void setPhrases(const Phrases &phrases);
    const EvidenceRequest &request() const { return m_request; }
    EvidenceEditor *editor() const { return m_editor; }
    /// The 1-based lines of the part in view, and those of it on the page.
    const LineRange &partLines() const { return m_within; }
    int hitCount() const { return int(m_search.hits().size()); }
    int currentHit() const { return m_hit; }
    bool isBusy() const { return m_indexing || m_search.isRunning(); }
    QString markdown() const;

public slots:
    void focusSearch();
    void findNext();
    void findPrevious();
    void showEarlier();
    void showLater();
    void copyAsMarkdown();

signals:
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildHeader(QWidget *header);
    void buildTools(QWidget *tools);
    void connectSignals();
    void retranslate();
    void choosePart(int number);
    void index(const QByteArray &bytes);
    void indexed(const LineIndex &index);
    LineRange linesOf(const EvidencePart &part) const;
    void showPage(const EvidencePage &page);
    void startSearch();
    void goToHit(int number);
    void updateCount();
    void updatePager();
    const EvidencePart *part() const;

    EvidenceRequest m_request;
    QVector<EvidencePart> m_parts;
    LineIndex m_index;
    LineRange m_within;
    PageLimits m_limits;
    QFutureWatcher<LineIndex> m_indexer;
    bool m_indexing = false;
    EvidenceSearch m_search;
    int m_hit = -1;

    TextLabel *m_title;
    ElidedLabel *m_command;
    QToolButton *m_copyCommand;
    QToolButton *m_close;
    TextLabel *m_status;
    TextLabel *m_note;
    QComboBox *m_part;
    QLineEdit *m_find;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_case;
    QToolButton *m_copy;
    EvidenceEditor *m_editor;
    QWidget *m_pager;
    QToolButton *m_earlier;
    QToolButton *m_later;
    QToolButton *m_whole;
    QLabel *m_range;
    std::unique_ptr<SyntaxColours> m_highlighter;
};

} // namespace gordian::ui
