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

    QAction *newCase = nullptr, *open = nullptr, *saveAs = nullptr, *exportReport = nullptr, *quit = nullptr;
    QAction *copyMarkdown = nullptr, *search = nullptr, *nextFinding = nullptr, *previousFinding = nullptr;
    std::array<QAction *, PlaceCount> places{};
    QAction *collectAgain = nullptr, *stop = nullptr;
    QAction *themeSystem = nullptr, *themeLight = nullptr, *themeDark = nullptr;
    QAction *english = nullptr, *russian = nullptr;
    QAction *zoomIn = nullptr, *zoomOut = nullptr, *zoomReset = nullptr, *fullScreen = nullptr;
    QAction *shortcuts = nullptr, *knowledge = nullptr, *about = nullptr;

private:
    QAction *make(QMenu *menu, const QKeySequence &key);
    QAction *choice(QMenu *menu, QActionGroup *group);
    void buildFile(QMainWindow &window);
    void buildEdit(QMainWindow &window);
    void buildGo(QMainWindow &window);
    void buildView(QMainWindow &window);
    void buildHelp(QMainWindow &window);
    void retranslateView();

    QMenu *m_file = nullptr, *m_edit = nullptr, *m_go = nullptr, *m_view = nullptr, *m_theme = nullptr,
          *m_language = nullptr, *m_help = nullptr;
};

} // namespace gordian::ui
