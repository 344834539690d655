// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What the menus of the window do.

#include "shell/mainwindow.h"

#include "findings/findingspage.h"
#include "report/reportpage.h"
#include "shared/language.h"
#include "shared/messagebar.h"
#include "shared/theme.h"
#include "shell/savedlook.h"
#include "shell/shortcutspanel.h"
#include "shell/windowactions.h"

#include "session/investigation.h"

#include <QAction>

namespace gordian::ui {

namespace {
constexpr int ZoomStep = 10;
}

void MainWindow::connectActions()
{
    connect(m_actions->newCase, &QAction::triggered, this, &MainWindow::newCase);
    connect(m_actions->open, &QAction::triggered, this, &MainWindow::chooseFile);
    connect(m_actions->saveAs, &QAction::triggered, this, &MainWindow::chooseCaseFile);
    connect(m_actions->exportReport, &QAction::triggered, m_report, &ReportPage::exportHtml);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->copyMarkdown, &QAction::triggered, this, &MainWindow::copyAsMarkdown);
    connect(m_actions->search, &QAction::triggered, this, [this] {
        goTo(Place::Findings);
        m_findings->focusSearch();
    });
    connect(m_actions->nextFinding, &QAction::triggered, this, [this] {
        goTo(Place::Findings);
        m_findings->nextFinding();
    });
    connect(m_actions->previousFinding, &QAction::triggered, this, [this] {
        goTo(Place::Findings);
        m_findings->previousFinding();
    });
    for (int place = 0; place < PlaceCount; ++place) {
        connect(m_actions->places.at(size_t(place)), &QAction::triggered, this,
                [this, place] { goTo(Place(place)); });
    }
    connect(m_actions->collectAgain, &QAction::triggered, this, &MainWindow::collectAgain);
    connect(m_actions->stop, &QAction::triggered, &m_investigation, &Investigation::cancel);
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { (new ShortcutsPanel(*this))->show(); });
    connect(m_actions->knowledge, &QAction::triggered, this, &MainWindow::knowledgeRequested);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::connectLook()
{
    m_actions->themeSystem->setData(int(ThemeChoice::System));
    m_actions->themeLight->setData(int(ThemeChoice::Light));
    m_actions->themeDark->setData(int(ThemeChoice::Dark));
    for (QAction *action : {m_actions->themeSystem, m_actions->themeLight, m_actions->themeDark}) {
        const auto choice = ThemeChoice(action->data().toInt());
        action->setChecked(choice == m_theme.choice());
        connect(action, &QAction::triggered, this, [this, choice] {
            m_theme.setChoice(choice);
            SavedLook::keepTheme(choice);
        });
    }
    m_actions->english->setData(QStringLiteral("en"));
    m_actions->russian->setData(QStringLiteral("ru"));
    for (QAction *action : {m_actions->english, m_actions->russian}) {
        const QString code = action->data().toString();
        action->setChecked(code == m_language.code());
        connect(action, &QAction::triggered, this, [this, code] {
            m_language.setCode(code);
            SavedLook::keepLanguage(code);
        });
    }
    const auto zoomTo = [this](int percent) {
        m_theme.setZoom(percent);
        SavedLook::keepZoom(m_theme.zoom());
    };
    connect(m_actions->zoomIn, &QAction::triggered, this,
            [this, zoomTo] { zoomTo(m_theme.zoom() + ZoomStep); });
    connect(m_actions->zoomOut, &QAction::triggered, this,
            [this, zoomTo] { zoomTo(m_theme.zoom() - ZoomStep); });
    connect(m_actions->zoomReset, &QAction::triggered, this, [zoomTo] { zoomTo(100); });
    connect(m_actions->fullScreen, &QAction::triggered, this,
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::showAbout()
{
    m_messages->tell(MessageBar::Kind::Done,
                     tr("Gordian %1 finds the one cause behind a Kubernetes cluster that does not come up. "
                        "Free software under the Apache License 2.0.")
                         .arg(QStringLiteral(GORDIAN_VERSION)));
}

} // namespace gordian::ui
