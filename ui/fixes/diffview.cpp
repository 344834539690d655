// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/diffview.h"

#include "fixes/diffparts.h"
#include "shared/colours.h"
#include "shared/healthstyle.h"

#include <QEvent>
#include <QGuiApplication>
#include <QTextBlock>

namespace gordian::ui {

namespace {
constexpr int TabColumns = 8;
}

DiffView::DiffView(const QString &diff, QWidget *parent)
    : FlowText(FontRole::Mono, parent),
      m_colours(document())
{
    setObjectName(QStringLiteral("diff"));
    setPlainText(diff);
    m_colours.setDefinition(syntaxDefinition(QStringLiteral("diff"), {}));
    hangIn();
    recolour();
}

// Where a long line goes on it must not look like a line of its own, least of all like one without a sign.
void DiffView::hangIn()
{
    const int column = fontMetrics().horizontalAdvance(u'+');
    setTabStopDistance(TabColumns * column);
    QTextBlockFormat hung;
    hung.setLeftMargin(2 * column);
    hung.setTextIndent(-2 * column);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(hung);
}

void DiffView::recolour()
{
    // The view's own palette says that its ground is transparent.
    const QPalette look = QGuiApplication::palette();
    m_colours.setPalette(look);
    QList<QTextEdit::ExtraSelection> marks;
    const QVector<DiffPart> parts = diffParts(toPlainText().split(u'\n'));
    for (const DiffPart &part : parts) {
        const QTextBlock block = document()->findBlockByNumber(part.line);
        const Health health = part.isAdded ? Health::Healthy : Health::Failed;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        // A removed line of dashes is no name of a file, whatever the definition takes it for.
        mark.format.setForeground(healthTextColor(health, look));
        marks.append(mark);
        if (part.length > 0) {
            mark.cursor.setPosition(block.position() + int(part.from));
            mark.cursor.setPosition(block.position() + int(part.from + part.length), QTextCursor::KeepAnchor);
            mark.format.setForeground(look.color(QPalette::WindowText));
            mark.format.setBackground(mix(look.color(QPalette::Window), healthColor(health, look), 0.25));
            mark.format.setFontUnderline(true);
            marks.append(mark);
        }
    }
    setExtraSelections(marks);
}

void DiffView::changeEvent(QEvent *event)
{
    FlowText::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange) {
        recolour();
    } else if (event->type() == QEvent::FontChange) {
        hangIn();
    }
}

} // namespace gordian::ui
