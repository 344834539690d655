// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Colours the lines of a unified diff by the window's palette; their first characters say the same. Owned
// by the view's document; GUI thread.

#include <QSyntaxHighlighter>

class QTextEdit;

namespace gordian::ui {

class DiffHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit DiffHighlighter(QTextEdit &view);

protected:
    void highlightBlock(const QString &text) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace gordian::ui
