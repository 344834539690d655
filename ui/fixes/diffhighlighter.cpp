// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/diffhighlighter.h"

#include "shared/colours.h"
#include "shared/healthstyle.h"

#include <QEvent>
#include <QGuiApplication>
#include <QTextEdit>

namespace gordian::ui {

DiffHighlighter::DiffHighlighter(QTextEdit &view) : QSyntaxHighlighter(view.document())
{
    view.installEventFilter(this);
}

void DiffHighlighter::highlightBlock(const QString &text)
{
    // The view's own says that its ground is transparent.
    const QPalette palette = QGuiApplication::palette();
    QTextCharFormat format;
    if (text.startsWith(u"+++") || text.startsWith(u"---") || text.startsWith(u"@@")) {
        format.setForeground(mutedText(palette));
    } else if (text.startsWith(u'+')) {
        format.setForeground(healthTextColor(Health::Healthy, palette));
        format.setFontWeight(QFont::DemiBold);
    } else if (text.startsWith(u'-')) {
        format.setForeground(healthTextColor(Health::Failed, palette));
        format.setFontWeight(QFont::DemiBold);
    } else {
        return;
    }
    setFormat(0, int(text.size()), format);
}

bool DiffHighlighter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        rehighlight();
    }
    return QSyntaxHighlighter::eventFilter(watched, event);
}

} // namespace gordian::ui
