// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The fourth place: what to do about each cause, as steps to be typed. Gordian itself changes nothing on a
// machine; every command has a copy button, its risk stands beside it, and collecting again shows whether it
// helped. Owned by the main window; GUI thread; the investigation and the language outlive it.

#include "core/diagnosis.h"

#include <QWidget>

class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class CauseListModel;
class EmptyState;
class Language;
class TextLabel;

class FixesPage : public QWidget {
    Q_OBJECT

public:
    FixesPage(Investigation &investigation, Language &language, QWidget *parent = nullptr);

public slots:
    void showCause(const QString &cause, const QString &node);
    /// The whole plan of the chosen cause, for a ticket.
    void copyAsMarkdown() const;

signals:
    void connectRequested();
    void collectAgainRequested();
    void proofRequested(const QString &node);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildUi();
    QWidget *buildPlan();
    QWidget *buildAside();
    void connectSignals();
    void retranslate();
    void refresh();
    void refreshEmptyState();
    void showChosen();
    void showSteps(const CauseVerdict &cause);
    const CauseVerdict *chosen() const;

    Investigation &m_investigation;
    Language &m_language;
    CauseListModel *m_model;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QPushButton *m_emptyAction;
    TextLabel *m_listTitle;
    QListView *m_list;
    QSplitter *m_splitter;
    TextLabel *m_title;
    TextLabel *m_why;
    QWidget *m_steps = nullptr;
    QVBoxLayout *m_stepRows = nullptr;
    QPushButton *m_copy;
    TextLabel *m_noticeTitle;
    TextLabel *m_notice;
    TextLabel *m_riskTitle;
    TextLabel *m_risk;
    TextLabel *m_verifyTitle;
    TextLabel *m_verify;
    QPushButton *m_again;
    QPushButton *m_proof;
};

} // namespace gordian::ui
