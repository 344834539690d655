// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The right-hand side: one component, one cause, or the overview, with evidence that opens at a click.
// Reading position survives a new diagnosis. Owned by the page; GUI thread.

#include "findings/inspectorwriter.h"

#include <QFrame>
#include <QTextBrowser>

class QToolButton;

namespace gordian::ui {

class TextLabel;

/// Serves the health shapes and nothing else: a text from a node cannot make it load anything.
class InspectorText : public QTextBrowser {
    Q_OBJECT

public:
    explicit InspectorText(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

class Inspector : public QFrame {
    Q_OBJECT

public:
    explicit Inspector(QWidget *parent = nullptr);

    /// The same subject again keeps the reading position.
    void setPage(const InspectorSubject &subject, const InspectorPage &page);
    const InspectorSubject &subject() const { return m_subject; }
    const InspectorPage &page() const { return m_page; }
    QTextBrowser *text() const { return m_text; }

signals:
    void evidenceRequested(const gordian::Evidence &evidence);
    void vertexRequested(const QString &vertex);
    void causeRequested(int number);
    void overviewRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow(const QUrl &link);
    void copy(const Evidence &evidence) const;
    void retranslate();

    InspectorSubject m_subject;
    InspectorPage m_page;
    TextLabel *m_title;
    QToolButton *m_overview;
    InspectorText *m_text;
};

} // namespace gordian::ui
