// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "evidence/evidenceeditor.h"

#include "shared/colours.h"
#include "shared/healthstyle.h"
#include "shared/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace gordian::ui {

namespace {

constexpr int MatchesShown = 1000; // extra selections beyond that only cost time
constexpr int GutterPadding = 10;

} // namespace

class EvidenceGutter : public QWidget {
public:
    explicit EvidenceGutter(EvidenceEditor *editor) : QWidget(editor), m_editor(editor) { }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor->paintGutter(event); }

private:
    EvidenceEditor *m_editor;
};

EvidenceEditor::EvidenceEditor(QWidget *parent) : QPlainTextEdit(parent), m_gutter(new EvidenceGutter(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setFont(fontFor(FontRole::Mono));
    // Evidence reads from left to right whatever it contains: an Arabic word must not turn a log line round.
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    option.setAlignment(Qt::AlignLeft);
    document()->setDefaultTextOption(option);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &rect, int dy) {
        if (dy != 0) {
            m_gutter->scroll(0, dy);
        } else {
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
        }
    });
    m_gutter->setObjectName(QStringLiteral("evidenceGutter"));
    placeGutter();
}

void EvidenceEditor::setPage(const EvidencePage &page)
{
    m_page = page;
    setPlainText(page.lines.join(u'\n'));
    placeGutter();
    highlight();
}

void EvidenceEditor::setMarked(const LineRange &marked)
{
    m_marked = marked;
    highlight();
    m_gutter->update();
}

void EvidenceEditor::setQuery(const SearchQuery &query)
{
    m_query = query;
    highlight();
}

QTextBlock EvidenceEditor::blockOf(int line) const
{
    return m_page.range.contains(line) ? document()->findBlockByNumber(line - m_page.range.first)
                                       : QTextBlock();
}

QString EvidenceEditor::lineText(int line) const
{
    return blockOf(line).text();
}

void EvidenceEditor::goToLine(int line)
{
    const QTextBlock block = blockOf(line);
    if (!block.isValid()) {
        return;
    }
    QTextCursor cursor(block);
    setTextCursor(cursor);
    const int lead = std::max(0, viewport()->height() / std::max(1, fontMetrics().lineSpacing()) / 3);
    verticalScrollBar()->setValue(std::max(0, block.blockNumber() - lead));
    horizontalScrollBar()->setValue(0);
}

void EvidenceEditor::goToHit(const SearchHit &hit)
{
    const QTextBlock block = blockOf(hit.line);
    if (!block.isValid()) {
        return;
    }
    const QString text = block.text();
    qsizetype at = text.indexOf(m_query.text, 0, m_query.sensitivity);
    for (int nth = 0; nth < hit.nth && at >= 0; ++nth) {
        at = text.indexOf(m_query.text, at + m_query.text.size(), m_query.sensitivity);
    }
    QTextCursor cursor(block);
    if (at < 0) {
        cursor.movePosition(QTextCursor::EndOfBlock); // in the part of a long line that is not shown
    } else {
        cursor.setPosition(block.position() + int(at));
        cursor.setPosition(block.position() + int(at + m_query.text.size()), QTextCursor::KeepAnchor);
    }
    setTextCursor(cursor);
    ensureCursorVisible();
}

int EvidenceEditor::firstVisibleLine() const
{
    return m_page.range.first + firstVisibleBlock().blockNumber();
}

LineRange EvidenceEditor::chosenLines() const
{
    const QTextCursor cursor = textCursor();
    if (cursor.hasSelection()) {
        const int first = document()->findBlock(cursor.selectionStart()).blockNumber();
        const int last =
            document()->findBlock(std::max(cursor.selectionStart(), cursor.selectionEnd() - 1)).blockNumber();
        return {m_page.range.first + first, m_page.range.first + last};
    }
    const LineRange marked{std::max(m_marked.first, m_page.range.first),
                           std::min(m_marked.last, m_page.range.last)};
    return marked.isEmpty() ? m_page.range : marked;
}

void EvidenceEditor::highlight()
{
    QList<QTextEdit::ExtraSelection> selections;
    const QColor accent = palette().color(QPalette::Highlight);
    for (int line = m_marked.first; line <= std::min(m_marked.last, m_page.range.last); ++line) {
        if (const QTextBlock block = blockOf(line); block.isValid()) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            selection.format.setBackground(tint(healthColor(Health::Degraded, palette()), palette()));
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            selections << selection;
        }
    }
    const QTextDocument::FindFlags flags = m_query.sensitivity == Qt::CaseSensitive
        ? QTextDocument::FindCaseSensitively
        : QTextDocument::FindFlags();
    QTextCursor match(document());
    while (!m_query.text.isEmpty() && selections.size() < MatchesShown) {
        match = document()->find(m_query.text, match, flags);
        if (match.isNull()) {
            break;
        }
        QTextEdit::ExtraSelection selection;
        selection.cursor = match;
        selection.format.setBackground(mix(palette().color(QPalette::Base), accent, 0.3));
        selections << selection;
    }
    setExtraSelections(selections);
}

void EvidenceEditor::zoom(int steps)
{
    if (steps > 0) {
        zoomIn(steps);
    } else {
        zoomOut(-steps);
    }
    placeGutter();
}

void EvidenceEditor::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoom(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QPlainTextEdit::wheelEvent(event);
}

int EvidenceEditor::gutterWidth() const
{
    const int digits = std::max(3, int(QString::number(m_page.range.last).size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + 2 * GutterPadding;
}

void EvidenceEditor::placeGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect inner = contentsRect();
    m_gutter->setGeometry(inner.left(), inner.top(), gutterWidth(), viewport()->height());
    m_gutter->update();
}

void EvidenceEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void EvidenceEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        highlight();
    } else if (event->type() == QEvent::FontChange) {
        placeGutter();
    }
}

void EvidenceEditor::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    const QPalette look = palette();
    painter.fillRect(event->rect(), mix(look.color(QPalette::Base), look.color(QPalette::Window), 0.6));
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const int line = m_page.range.first + block.blockNumber();
        if (block.isVisible() && top + height >= event->rect().top() && m_page.range.contains(line)) {
            const bool marked = m_marked.contains(line);
            if (marked) {
                painter.fillRect(QRectF(0, top, 4, height), healthColor(Health::Degraded, look));
            }
            painter.setPen(marked ? look.color(QPalette::WindowText) : mutedText(look));
            painter.drawText(QRectF(0, top, m_gutter->width() - GutterPadding, fontMetrics().height()),
                             Qt::AlignRight | Qt::AlignTop, QString::number(line));
        }
        top += height;
        block = block.next();
    }
}

} // namespace gordian::ui
