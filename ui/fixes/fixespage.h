// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The fourth place: what to do about each cause. What Gordian can mend by itself it shows as a preview first;
// beside it stand the steps to be typed, every command with a copy button and its risk. Owned by the main
// window; GUI thread; what is handed in outlives it.

#include "core/diagnosis.h"

#include <QWidget>

class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace gordian {
class Investigation;
class Mender;
} // namespace gordian

namespace gordian::ui {

class CauseListModel;
class EmptyState;
class Language;
class MendingPanel;
class MendingPresenter;
class TextLabel;
class UnfinishedBar;

class FixesPage : public QWidget {
    Q_OBJECT

public:
    FixesPage(Investigation &investigation, Mender &mender, Language &language, QWidget *parent = nullptr);

    /// Those that stand half-way: for the window, above all places.
    QWidget *unfinishedBar() const;

public slots:
    void showCause(const QString &cause, const QString &node);
    /// The whole plan of the chosen cause, for a ticket.
    void copyAsMarkdown() const;

signals:
    void connectRequested();
    void collectAgainRequested();
    void proofRequested(const QString &node);
    /// A mending that stood half-way is taken up.
    void mendingTakenUp();
    /// A mending has ended there.
    void examinationWanted(const QString &node);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildUi();
    QWidget *buildPlan();
    QWidget *buildAside();
    void connectSignals();
    void connectMending();
    void retranslate();
    void refresh();
    void refreshEmptyState();
    void showChosen();
    void showSteps(const CauseVerdict &cause);
    void showRemedies(const CauseVerdict &cause);
    void showMending();
    void preview(const QString &remedy);
    const CauseVerdict *chosen() const;

    Investigation &m_investigation;
    Language &m_language;
    MendingPresenter *m_presenter;
    CauseListModel *m_model;
    UnfinishedBar *m_unfinished;
    QStackedWidget *m_middle; ///< the steps, or the mending at hand
    MendingPanel *m_mending;
    QStackedWidget *m_right; ///< beside the steps, or beside the mending
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QPushButton *m_emptyAction;
    TextLabel *m_listTitle;
    QListView *m_list;
    bool m_isChosen = false; ///< by a person: it stays whatever else is found
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
