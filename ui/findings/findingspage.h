// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The Findings place of the window: the view bound to a live investigation and the window's language. Owned
// by the shell; GUI thread.

#include "core/diagnosis.h"

#include <QWidget>

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class FindingsView;
class Language;

class FindingsPage : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it.
    FindingsPage(Investigation &investigation, Language &language, QWidget *parent = nullptr);
    FindingsView *view() const { return m_view; }
    bool isSettled() const;

public slots:
    void showNode(const QString &node);
    void nextFinding();
    void previousFinding();
    void copyAsMarkdown();
    void focusSearch();

signals:
    void fixRequested(const QString &causeId, const QString &node);

private:
    void refresh();

    Investigation &m_investigation;
    Language &m_language;
    FindingsView *m_view;
};

} // namespace gordian::ui
