// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The mending at hand, from the preview to its end: what will be done, how far it is, what it printed, and
// the buttons for what may be done next. Shows what the presenter says. Owned by the Fix page; GUI thread.

#include <QWidget>

class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace gordian::ui {

class HealthBadge;
class MendingCard;
class MendingPresenter;
class TextLabel;

class MendingPanel : public QWidget {
    Q_OBJECT

public:
    explicit MendingPanel(MendingPresenter &presenter, QWidget *parent = nullptr);

signals:
    void connectRequested();
    void graphRequested(const QString &node);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildUi();
    QWidget *buildHead();
    QWidget *buildButtons();
    void connectSignals();
    void retranslate();
    void refresh();
    void rebuild();
    void showStates();
    void showProgress();
    void follow(int action);
    void addToLog(const QString &text);
    void addText(const QString &text, bool isHeading);
    void addFindings();

    MendingPresenter &m_presenter;
    HealthBadge *m_badge;
    TextLabel *m_headline;
    TextLabel *m_detail;
    QProgressBar *m_busy;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_sheet = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QVector<MendingCard *> m_cards;
    QPlainTextEdit *m_log;
    QPushButton *m_apply;
    QPushButton *m_goOn;
    QPushButton *m_again;
    QPushButton *m_takeOver;
    QPushButton *m_undo;
    QPushButton *m_stop;
    QPushButton *m_ask;
    QPushButton *m_graph;
    QPushButton *m_close;
    QString m_shown; ///< the plan that the cards are of
};

} // namespace gordian::ui
