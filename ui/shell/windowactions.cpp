// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace gordian::ui {

WindowActions::WindowActions(QMainWindow &window) : QObject(&window)
{
    buildFile(window);
    buildEdit(window);
    buildGo(window);
    buildView(window);
    buildHelp(window);
    retranslate();
}

QAction *WindowActions::make(QMenu *menu, const QKeySequence &key)
{
    QAction *action = menu->addAction(QString());
    action->setShortcut(key);
    return action;
}

QAction *WindowActions::choice(QMenu *menu, QActionGroup *group)
{
    QAction *action = menu->addAction(QString());
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

void WindowActions::buildFile(QMainWindow &window)
{
    m_file = window.menuBar()->addMenu(QString());
    newCase = make(m_file, QKeySequence(Qt::CTRL | Qt::Key_N));
    open = make(m_file, QKeySequence(Qt::CTRL | Qt::Key_O));
    saveAs = make(m_file, QKeySequence(Qt::CTRL | Qt::Key_S));
    m_file->addSeparator();
    exportReport = make(m_file, QKeySequence(Qt::CTRL | Qt::Key_E));
    m_file->addSeparator();
    quit = make(m_file, QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void WindowActions::buildEdit(QMainWindow &window)
{
    m_edit = window.menuBar()->addMenu(QString());
    copyMarkdown = make(m_edit, QKeySequence(Qt::CTRL | Qt::Key_C));
    m_edit->addSeparator();
    search = make(m_edit, QKeySequence(Qt::Key_Slash));
    nextFinding = make(m_edit, QKeySequence(Qt::Key_N));
    previousFinding = make(m_edit, QKeySequence(Qt::Key_P));
}

void WindowActions::buildGo(QMainWindow &window)
{
    m_go = window.menuBar()->addMenu(QString());
    for (int place = 0; place < PlaceCount; ++place) {
        places.at(size_t(place)) = make(m_go, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + place)));
    }
    m_go->addSeparator();
    collectAgain = make(m_go, QKeySequence(Qt::Key_F5));
    stop = make(m_go, QKeySequence(Qt::SHIFT | Qt::Key_F5));
}

void WindowActions::buildView(QMainWindow &window)
{
    m_view = window.menuBar()->addMenu(QString());
    m_theme = m_view->addMenu(QString());
    auto *themes = new QActionGroup(this);
    themeSystem = choice(m_theme, themes);
    themeLight = choice(m_theme, themes);
    themeDark = choice(m_theme, themes);
    m_language = m_view->addMenu(QString());
    auto *languages = new QActionGroup(this);
    english = choice(m_language, languages);
    russian = choice(m_language, languages);
    m_view->addSeparator();
    zoomIn = make(m_view, {});
    zoomIn->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = make(m_view, QKeySequence(Qt::CTRL | Qt::Key_Minus));
    zoomReset = make(m_view, QKeySequence(Qt::CTRL | Qt::Key_0));
    m_view->addSeparator();
    fullScreen = make(m_view, QKeySequence(Qt::Key_F11));
}

void WindowActions::buildHelp(QMainWindow &window)
{
    m_help = window.menuBar()->addMenu(QString());
    shortcuts = make(m_help, QKeySequence(Qt::Key_Question));
    knowledge = make(m_help, {});
    about = make(m_help, {});
}

void WindowActions::retranslate()
{
    m_file->setTitle(tr("&File"));
    newCase->setText(tr("&New case"));
    open->setText(tr("&Open…"));
    saveAs->setText(tr("&Save case as…"));
    exportReport->setText(tr("&Export report…"));
    quit->setText(tr("&Quit"));
    m_edit->setTitle(tr("&Edit"));
    copyMarkdown->setText(tr("&Copy as Markdown"));
    search->setText(tr("&Search"));
    nextFinding->setText(tr("&Next finding"));
    previousFinding->setText(tr("&Previous finding"));
    m_go->setTitle(tr("&Go"));
    places[size_t(Place::Connect)]->setText(tr("&Connect"));
    places[size_t(Place::Collect)]->setText(tr("C&ollect"));
    places[size_t(Place::Findings)]->setText(tr("&Findings"));
    places[size_t(Place::Fix)]->setText(tr("F&ix"));
    places[size_t(Place::Report)]->setText(tr("&Report"));
    collectAgain->setText(tr("Collect &again"));
    stop->setText(tr("&Stop, keep what came"));
    m_help->setTitle(tr("&Help"));
    shortcuts->setText(tr("&Keyboard shortcuts"));
    knowledge->setText(tr("K&nowledge…"));
    about->setText(tr("&About Gordian"));
    retranslateView();
}

void WindowActions::retranslateView()
{
    m_view->setTitle(tr("&View"));
    m_theme->setTitle(tr("&Theme"));
    themeSystem->setText(tr("As the &system"));
    themeLight->setText(tr("&Light"));
    themeDark->setText(tr("&Dark"));
    m_language->setTitle(tr("&Language"));
    // Each in its own language, so that a person who chose the wrong one finds the way back.
    english->setText(QStringLiteral("&English"));
    russian->setText(QStringLiteral("&Русский"));
    zoomIn->setText(tr("Zoom &in"));
    zoomOut->setText(tr("Zoom &out"));
    zoomReset->setText(tr("&Normal size"));
    fullScreen->setText(tr("&Full screen"));
}

} // namespace gordian::ui
