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
#include "shared/onworker.h"
#include "shared/recent.h"
#include "shell/openany.h"

#include "casefile/casestore.h"
#include "collect/transcript.h"
#include "report/report.h"
#include "session/filereading.h"
#include "session/investigation.h"

#include <QDateTime>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStandardPaths>
#include <QTimer>
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
    if (m_investigation.filePath().isEmpty()) {
        QDir().mkpath(caseFolder());
        m_keptPath = freshCasePath();
        m_investigation.saveLater(m_keptPath);
    }
}

void MainWindow::tellSaved(const QString &path)
{
    Recent::addFile(path);
    updateTitle();
    if (path != m_keptPath) {
        m_messages->tell(MessageBar::Kind::Done, tr("The case is saved to %1.").arg(path));
    }
}

void MainWindow::chooseFile()
{
    gordian::ui::chooseFile(this, tr("Open a case, a report, a bundle, an inventory or text"),
                            tr("All files (*)"), [this](const QString &path) { openFiles({path}); });
}

void MainWindow::chooseCaseFile()
{
    chooseTarget(this, tr("Save the case as"), freshCasePath(), tr("Gordian cases (*.gordian)"),
                 [this](const QString &path) { m_investigation.saveLater(path); });
}

void MainWindow::chooseScriptFile()
{
    const QString suggestion = QDir::home().filePath(QStringLiteral("gordian-collect.sh"));
    chooseTarget(this, tr("Save the script as"), suggestion, tr("Shell scripts (*.sh)"),
                 [this](const QString &path) { saveScript(path); });
}

void MainWindow::saveScript(const QString &path)
{
    onWorker(
        this,
        [path, probes = m_investigation.knowledge().probes()] {
            return writeFile(path, transcriptScript(probes));
        },
        [this, path](const Result<void> &written) {
            if (!written) {
                tellProblem(m_language.phrases().error(written.error()));
                return;
            }
            m_messages->tell(
                MessageBar::Kind::Done,
                tr("Saved to %1. Run it on the node: sudo sh %2 > node.txt, and open node.txt here.")
                    .arg(path, QFileInfo(path).fileName()));
        });
}

void MainWindow::openFiles(const QStringList &paths)
{
    const QString named = paths.size() == 1 ? QFileInfo(paths.first()).fileName()
                                            : tr("%n file(s)", nullptr, int(paths.size()));
    readAside(named,
              [paths, probes = m_investigation.knowledge().probes()] { return readFiles(paths, probes); });
}

void MainWindow::openText(const QByteArray &text)
{
    readAside(tr("the text"), [text, probes = m_investigation.knowledge().probes()] {
        OpenedFiles found;
        if (auto made = caseFromTexts({text}, probes)) {
            found.opened = std::move(*made);
        } else {
            found.problems.append(made.error());
        }
        return found;
    });
}

// Told only when it takes long enough to wonder. What is begun meanwhile takes its place.
void MainWindow::readAside(const QString &what, std::function<OpenedFiles()> work)
{
    constexpr int wonderMilliseconds = 400;
    const int number = ++m_reading;
    const auto told = std::make_shared<bool>(false);
    QTimer::singleShot(wonderMilliseconds, this, [this, number, told, what] {
        if (number == m_reading) {
            *told = true;
            m_messages->tell(MessageBar::Kind::Notice, tr("Reading %1…").arg(what), tr("Cancel"), [this] {
                ++m_reading;
                m_messages->hide();
            });
        }
    });
    onWorker(this, std::move(work), [this, number, told](const OpenedFiles &found) {
        if (number != m_reading) {
            return;
        }
        ++m_reading;
        if (*told) {
            m_messages->hide();
        }
        takeOpened(found);
    });
}

void MainWindow::takeOpened(const OpenedFiles &found)
{
    for (const Error &problem : found.problems) {
        tellProblem(m_language.phrases().error(problem));
    }
    if (!found.nodes.isEmpty()) {
        goTo(Place::Connect);
        m_connect->addNodes(found.nodes);
    }
    if (!found.opened) {
        return;
    }
    if (found.path.isEmpty() && found.opened->artifacts.isEmpty()) {
        tellProblem(tr(
            "Nothing in this text was recognised. Paste the output of crictl ps -a, journalctl -u kubelet, "
            "or log lines as they are."));
        goTo(Place::Connect);
        return;
    }
    m_investigation.resume(*found.opened, found.goesOn ? found.path : QString());
    if (!found.path.isEmpty()) {
        Recent::addFile(found.path);
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

// Machines, if that is what the lines name; else something to be read. What is blank is let go by mistake.
void MainWindow::takeText(const QString &text)
{
    if (namesMachines(text)) {
        goTo(Place::Connect);
        m_connect->addLines(text);
    } else if (!text.trimmed().isEmpty()) {
        openText(text.toUtf8());
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
        takeText(event->mimeData()->text());
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
