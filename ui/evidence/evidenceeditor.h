// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A page of evidence, read only: line numbers of the artifact, the lines that mattered marked, matches
// highlighted. Owned by the viewer; GUI thread.

#include "evidence/evidencepage.h"
#include "evidence/evidencesearch.h"

#include <QPlainTextEdit>

namespace gordian::ui {

class EvidenceEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit EvidenceEditor(QWidget *parent = nullptr);

    void setPage(const EvidencePage &page);
    const EvidencePage &page() const { return m_page; }
    void setMarked(const LineRange &marked);
    void setQuery(const SearchQuery &query);
    /// Puts the cursor on the artifact's line and brings it to the upper third.
    void goToLine(int line);
    /// Selects that match, if its line is on this page.
    void goToHit(const SearchHit &hit);
    int firstVisibleLine() const;
    /// The chosen lines of the artifact, else the marked ones, else all of the page.
    LineRange chosenLines() const;
    QString lineText(int line) const;

public slots:
    void zoom(int steps);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class EvidenceGutter;
    void paintGutter(QPaintEvent *event);
    int gutterWidth() const;
    void placeGutter();
    void highlight();
    QTextBlock blockOf(int line) const;

    EvidencePage m_page;
    LineRange m_marked;
    SearchQuery m_query;
    QWidget *m_gutter;
};

} // namespace gordian::ui
