// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The window: the rail, the five places, the menus. Holds no case itself; everything it shows is the
// investigation's. Owned by main(); GUI thread; what is handed in outlives it.

#include "core/node.h"
#include "shell/place.h"

#include <QMainWindow>

#include <functional>

class QStackedWidget;

namespace gordian {
class Investigation;
class Mender;
struct OpenedFiles;
} // namespace gordian

namespace gordian::ui {

class CollectPage;
class ConnectPage;
class FindingsPage;
class FixesPage;
class Language;
class MessageBar;
class Rail;
class ReportPage;
class Theme;
class WindowActions;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Investigation &investigation, Language &language, Theme &theme, QWidget *parent = nullptr);

    Place place() const;
    /// What stands in this place is what is known: no layout, preview or refresh is under way.
    bool isSettled() const;
    MessageBar &messages() { return *m_messages; }

public slots:
    void goTo(gordian::ui::Place place);
    void openFiles(const QStringList &paths);
    void addLines(const QString &lines);
    /// Adds the machine, or takes the one that is there, and collects from it at once.
    void examine(const gordian::Node &node);
    void collectAgain();

signals:
    void demoRequested();
    void knowledgeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildUi();
    void connectPages();
    void connectActions();
    void connectLook();
    void connectInvestigation();
    void retranslate();
    void collect(const QStringList &nodes);
    void keepCase();
    void followRefusal();
    void followConnecting();
    void copyAsMarkdown();
    void chooseFile();
    void chooseCaseFile();
    void chooseScriptFile();
    void saveScript(const QString &path);
    void takeText(const QString &text);
    void openText(const QByteArray &text);
    void readAside(const QString &what, std::function<OpenedFiles()> work);
    void takeOpened(const OpenedFiles &found);
    void tellSaved(const QString &path);
    void newCase();
    void showAbout();
    void updateTitle();
    void restoreLayout();
    void saveLayout() const;
    void tellProblem(const QString &text);

    Investigation &m_investigation;
    Mender *m_mender;
    bool m_isEnding = false; ///< after the step of a mending that is under way
    Language &m_language;
    Theme &m_theme;
    WindowActions *m_actions;
    Rail *m_rail;
    MessageBar *m_messages;
    QStackedWidget *m_pages;
    ConnectPage *m_connect;
    CollectPage *m_collect;
    FindingsPage *m_findings;
    FixesPage *m_fixes;
    ReportPage *m_report;
    int m_reading = 0; ///< number of the reading that counts
    QString m_keptPath; ///< where the case went by itself
    bool m_wentOn = false; ///< by itself, to Collect; ends when the person goes somewhere
    bool m_follow = false; ///< go on to Collect once everyone is in; ends when the person goes somewhere
};

} // namespace gordian::ui
