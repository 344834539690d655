// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The second place: what each machine is doing, the verdict so far, what could not be read. Owned by the main
// window; GUI thread; the investigation and the language outlive it.

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class CollectModel;
class EmptyState;
class GapsPanel;
class Language;
class TextLabel;
class UprightHeader;
class FirstVerdict;

class CollectPage : public QWidget {
    Q_OBJECT

public:
    CollectPage(Investigation &investigation, Language &language, QWidget *parent = nullptr);

    /// 0 to 1, or nothing while nothing runs: for the taskbar and the rail.
    int answersDone() const { return m_done; }
    int answersTotal() const { return m_total; }
    bool isSettled() const { return !m_refresh.isActive(); }

signals:
    void connectRequested();
    void findingsRequested();
    void againRequested();
    void sudoRequested(); ///< as GapsPanel's
    void nodeChosen(const QString &node);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildUi();
    QWidget *buildHead();
    void buildTable();
    void connectSignals();
    void retranslate();
    void refresh();
    void refreshHead();
    void takeTime(const QString &node);
    void fitColumns();
    QString remaining() const;
    QHash<QString, qint64> clocks() const;

    struct Clock {
        QElapsedTimer running;
        qint64 ended = -1;
    };

    Investigation &m_investigation;
    Language &m_language;
    QTimer m_refresh;
    QTimer m_tick;
    QHash<QString, Clock> m_clocks;
    QElapsedTimer m_run;
    bool m_narrow = false;
    qint64 m_lastRun = -1;
    int m_done = 0;
    int m_total = 0;
    CollectModel *m_model;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QPushButton *m_goConnect;
    TextLabel *m_title;
    TextLabel *m_state;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QPushButton *m_again;
    FirstVerdict *m_banner;
    QTableView *m_table;
    UprightHeader *m_header;
    GapsPanel *m_gaps;
    QSplitter *m_splitter;
};

} // namespace gordian::ui
