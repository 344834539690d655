// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// All that can be done from the menus, with its shortcut and its words. The main window connects them. Owned
// by the main window; GUI thread.

#include "shell/place.h"

#include <QObject>

#include <array>

class QAction;
class QActionGroup;
class QKeySequence;
class QMainWindow;
class QMenu;

namespace gordian::ui {

class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow &window);

    void retranslate();

    QAction *newCase, *open, *saveAs, *exportReport, *quit;
    QAction *copyMarkdown, *search, *nextFinding, *previousFinding;
    std::array<QAction *, PlaceCount> places{};
    QAction *collectAgain, *stop;
    QAction *themeSystem, *themeLight, *themeDark;
    QAction *english, *russian;
    QAction *zoomIn, *zoomOut, *zoomReset, *fullScreen;
    QAction *shortcuts, *about;

private:
    QAction *make(QMenu *menu, const QKeySequence &key);
    QAction *choice(QMenu *menu, QActionGroup *group);
    void buildFile(QMainWindow &window);
    void buildEdit(QMainWindow &window);
    void buildGo(QMainWindow &window);
    void buildView(QMainWindow &window);
    void buildHelp(QMainWindow &window);
    void retranslateView();

    QMenu *m_file, *m_edit, *m_go, *m_view, *m_theme, *m_language, *m_help;
};

} // namespace gordian::ui
