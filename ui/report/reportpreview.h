// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The report on screen. Qt lays a whole document out in one go, which takes a second for ten nodes; so the
// pieces are appended a few at a time, and the window answers in between. Owned by the report page; GUI
// thread.

#include "report/documentpieces.h"

#include <QTextBrowser>
#include <QTimer>

namespace gordian::ui {

class ReportPreview : public QTextBrowser {
    Q_OBJECT

public:
    explicit ReportPreview(QWidget *parent = nullptr);

    /// Replaces what is shown; what was in view stays in view.
    void setPieces(const QVector<DocumentPiece> &pieces);
    /// All of it is there, at the width that the window has.
    bool isSettled() const { return !m_filling && !m_resized.isActive(); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refill();
    void takeSlice();
    void reveal();
    int paperWidth() const;

    QVector<DocumentPiece> m_pieces;
    qsizetype m_next = 0;
    QTimer m_slice;
    QTimer m_resized;
    int m_scrolled = 0; ///< where the reader was
    bool m_filling = false;
    bool m_held = false; ///< the old picture stays until the new one reaches as far down
};

} // namespace gordian::ui
