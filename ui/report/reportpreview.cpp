// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "report/reportpreview.h"

#include "shared/metrics.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTextDocument>

namespace gordian::ui {

namespace {

constexpr int SliceMilliseconds = 8;
constexpr int ResizedMilliseconds = 150;
constexpr int LastMilliseconds = 15; // the document tells its new height from a timer of its own

} // namespace

ReportPreview::ReportPreview(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setProperty("paper", true);
    setObjectName(QStringLiteral("reportPreview"));
    setUndoRedoEnabled(false);
    // At the window's width Qt would lay out all of it anew with every pixel of a resize.
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    document()->setDocumentMargin(Wide);
    m_slice.setSingleShot(true);
    m_resized.setSingleShot(true);
    m_resized.setInterval(ResizedMilliseconds);
    connect(&m_slice, &QTimer::timeout, this, &ReportPreview::takeSlice);
    connect(&m_resized, &QTimer::timeout, this, &ReportPreview::refill);
}

void ReportPreview::setPieces(const QVector<DocumentPiece> &pieces)
{
    m_pieces = pieces;
    refill();
}

// With room for the scroll bar whether it is there or not: what comes and goes must not change the width.
int ReportPreview::paperWidth() const
{
    return std::max(1, contentsRect().width() - verticalScrollBar()->sizeHint().width());
}

void ReportPreview::refill()
{
    m_resized.stop();
    if (!m_held) {
        m_scrolled = verticalScrollBar()->value();
    }
    m_held = m_held || !document()->isEmpty();
    viewport()->setUpdatesEnabled(!m_held);
    document()->clear();
    setLineWrapColumnOrWidth(paperWidth());
    m_next = 0;
    m_filling = true;
    m_slice.start(0);
}

void ReportPreview::takeSlice()
{
    QElapsedTimer spent;
    spent.start();
    if (m_held && verticalScrollBar()->maximum() >= m_scrolled + viewport()->height()) {
        reveal();
    }
    if (m_next == m_pieces.size()) {
        reveal();
        m_filling = false;
        return;
    }
    while (m_next < m_pieces.size() && !spent.hasExpired(SliceMilliseconds)) {
        appendPiece(*document(), m_pieces[m_next++]);
    }
    m_slice.start(m_next == m_pieces.size() ? LastMilliseconds : 0);
}

void ReportPreview::reveal()
{
    if (m_held) {
        m_held = false;
        verticalScrollBar()->setValue(m_scrolled);
        viewport()->setUpdatesEnabled(true);
    }
}

void ReportPreview::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (!m_pieces.isEmpty() && paperWidth() != lineWrapColumnOrWidth()) {
        m_resized.start();
    }
}

} // namespace gordian::ui
