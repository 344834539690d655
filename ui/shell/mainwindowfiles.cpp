// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The window's dealings with files: opening whatever is handed to it, keeping the case, the layout of the
// window itself.

#include "shell/mainwindow.h"

#include "connect/connectpage.h"
#include "report/reportpage.h"
#include "shared/filedialogs.h"
#include "shared/language.h"
#include "shared/messagebar.h"
#include "shared/recent.h"
#include "shell/openany.h"

#include "session/investigation.h"

#include <QDateTime>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStandardPaths>
#include <QUrl>

namespace gordian::ui {

namespace {

QString caseFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/cases");
}

QString freshCasePath()
{
    const QString name = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    return QDir(caseFolder()).filePath(name + QStringLiteral(".gordian"));
}

} // namespace

// From the first answer on the case is on disk, so that a killed program loses a second and not an hour.
void MainWindow::keepCase()
{
    if (!m_investigation.filePath().isEmpty()) {
        return;
    }
    QDir().mkpath(caseFolder());
    const QString path = freshCasePath();
    if (const auto saved = m_investigation.saveAs(path); !saved) {
        m_messages->tell(
            MessageBar::Kind::Notice,
            tr("The case is kept in memory only. %1").arg(m_language.phrases().error(saved.error())),
            tr("Save elsewhere…"), [this] { chooseCaseFile(); });
        return;
    }
    Recent::addFile(path);
    updateTitle();
}

void MainWindow::chooseFile()
{
    gordian::ui::chooseFile(this, tr("Open a case, a report, an inventory or text"), tr("All files (*)"),
                            [this](const QString &path) { openFiles({path}); });
}

void MainWindow::chooseCaseFile()
{
    chooseTarget(this, tr("Save the case as"), freshCasePath(), tr("Gordian cases (*.gordian)"),
                 [this](const QString &path) {
                     if (const auto saved = m_investigation.saveAs(path); !saved) {
                         tellProblem(m_language.phrases().error(saved.error()));
                         return;
                     }
                     Recent::addFile(path);
                     updateTitle();
                     m_messages->tell(MessageBar::Kind::Done, tr("The case is saved to %1.").arg(path));
                 });
}

void MainWindow::openFiles(const QStringList &paths)
{
    QVector<QByteArray> texts;
    for (const QString &path : paths) {
        switch (kindOf(path)) {
        case FileKind::Case:
            openCase(path);
            return;
        case FileKind::Inventory:
            goTo(Place::Connect);
            m_connect->addInventory(path);
            break;
        case FileKind::Text:
            if (auto text = readText(path)) {
                texts.append(*text);
            } else {
                tellProblem(m_language.phrases().error(text.error()));
            }
            break;
        }
    }
    if (!texts.isEmpty()) {
        openText(texts);
    }
}

void MainWindow::openCase(const QString &path)
{
    if (const auto opened = m_investigation.openFile(path); !opened) {
        tellProblem(m_language.phrases().error(opened.error()));
        return;
    }
    Recent::addFile(path);
    goTo(Place::Findings);
}

void MainWindow::openText(const QVector<QByteArray> &texts)
{
    m_investigation.openText(texts);
    if (m_investigation.currentCase().artifacts.isEmpty()) {
        tellProblem(tr(
            "Nothing in this text was recognised. Paste the output of crictl ps -a, journalctl -u kubelet, "
            "or log lines as they are."));
        goTo(Place::Connect);
        return;
    }
    goTo(Place::Findings);
}

void MainWindow::newCase()
{
    const QString title =
        tr("Case of %1").arg(QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat));
    if (const auto started = m_investigation.startNew(title); !started) {
        tellProblem(m_language.phrases().error(started.error()));
        return;
    }
    goTo(Place::Connect);
    m_connect->focusFirst();
}

void MainWindow::updateTitle()
{
    const QString title = m_investigation.currentCase().title;
    const QString named = title.isEmpty() ? tr("New case") : title;
    setWindowTitle(m_investigation.filePath().isEmpty() ? tr("%1 — not saved").arg(named)
                                                        : tr("%1 — saved").arg(named));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    const auto urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    if (!paths.isEmpty()) {
        openFiles(paths);
    } else if (event->mimeData()->hasText()) {
        openText({event->mimeData()->text().toUtf8()});
    }
    event->acceptProposedAction();
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        resize(1280, 720);
    }
    const auto splitters = findChildren<QSplitter *>();
    for (QSplitter *splitter : splitters) {
        if (!splitter->objectName().isEmpty()) {
            splitter->restoreState(
                settings.value(QLatin1String("splitters/") + splitter->objectName()).toByteArray());
        }
    }
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    const auto splitters = findChildren<QSplitter *>();
    for (const QSplitter *splitter : splitters) {
        if (!splitter->objectName().isEmpty()) {
            settings.setValue(QLatin1String("splitters/") + splitter->objectName(), splitter->saveState());
        }
    }
}

} // namespace gordian::ui
