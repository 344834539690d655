// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Puts the desktop together: plugins, transports, the investigation, the window.

#include "shared/icons.h"
#include "shared/language.h"
#include "shared/messagebar.h"
#include "shared/theme.h"
#include "shell/demodesk.h"
#include "shell/knowledgepanel.h"
#include "shell/mainwindow.h"
#include "shell/picturewalk.h"
#include "shell/savedlook.h"

#include "pluginhost/pluginhost.h"
#include "session/investigation.h"
#include "session/secretstore.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>

using namespace gordian;
using namespace gordian::ui;

namespace {

struct Wanted {
    QStringList files;
    QStringList machines;
    bool demo = false;
    QString pictures; ///< a folder: write pictures of the window there and end
};

Wanted parseArguments(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Finds the one cause behind a Kubernetes cluster that does not come up."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("what"),
        QCoreApplication::translate("main", "Case, report or text to open, or user@host"),
        QStringLiteral("[what...]"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QCoreApplication::translate("main", "Start the demo node and examine it"));
    const QCommandLineOption pictures(
        QStringLiteral("screenshots"),
        QCoreApplication::translate("main", "Write a picture of each step to the folder and end"),
        QCoreApplication::translate("main", "folder"));
    parser.addOptions({demo, pictures});
    parser.process(application);
    Wanted wanted;
    wanted.demo = parser.isSet(demo);
    wanted.pictures = parser.value(pictures);
    const auto arguments = parser.positionalArguments();
    for (const QString &argument : arguments) {
        (QFileInfo::exists(argument) ? wanted.files : wanted.machines).append(argument);
    }
    return wanted;
}

QStringList folders(const QString &name)
{
    return QStandardPaths::locateAll(QStandardPaths::AppDataLocation, name, QStandardPaths::LocateDirectory);
}

void tellPluginFailures(MainWindow &window, const PluginHost &plugins)
{
    if (!plugins.failures().isEmpty()) {
        const PluginFailure &first = plugins.failures().first();
        window.messages().tell(
            MessageBar::Kind::Notice,
            QCoreApplication::translate("main", "%1 was left out. Help > Knowledge says why.")
                .arg(first.file));
    }
}

void startDemo(MainWindow &window, DemoDesk &transports, const Language &language)
{
    if (const auto node = transports.startDemo()) {
        window.examine(*node);
    } else {
        window.messages().tell(MessageBar::Kind::Problem, language.phrases().error(node.error()));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("gordian"));
    QApplication::setApplicationName(QStringLiteral("gordian"));
    QApplication::setApplicationDisplayName(QStringLiteral("Gordian"));
    QApplication::setApplicationVersion(QStringLiteral(GORDIAN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("gordian"));
    QApplication::setWindowIcon(programIcon());

    Language language(SavedLook::language());
    Theme theme(application);
    SavedLook::apply(theme);
    const Wanted wanted = parseArguments(application);

    PluginHost plugins;
    if (const auto loaded = plugins.load(folders(QStringLiteral("plugins")), PluginHost::userPackFolders());
        !loaded) {
        QTextStream(stderr) << language.phrases().error(loaded.error()) << Qt::endl;
        return 1;
    }
    DemoDesk transports{SshSettings()};
    Investigation investigation(plugins, transports);
    investigation.setSecretStore(std::make_unique<KeyringSecretStore>());
    MainWindow window(investigation, language, theme);
    tellPluginFailures(window, plugins);
    QObject::connect(&window, &MainWindow::knowledgeRequested, &window,
                     [&] { (new KnowledgePanel(plugins, language.phrases(), &window))->show(); });
    QObject::connect(&window, &MainWindow::demoRequested, &window,
                     [&] { startDemo(window, transports, language); });
    if (!wanted.machines.isEmpty()) {
        window.addLines(wanted.machines.join(QLatin1Char('\n')));
    }
    if (!wanted.files.isEmpty()) {
        window.openFiles(wanted.files);
    }
    PictureWalk pictures(window, investigation, language, theme, wanted.pictures);
    if (!wanted.pictures.isEmpty()) {
        QObject::connect(&pictures, &PictureWalk::finished, &application,
                         [](bool written) { QCoreApplication::exit(written ? 0 : 1); });
        window.resize(1366, 768);
        pictures.start();
    }
    window.show();
    if (wanted.demo) {
        startDemo(window, transports, language);
    }
    return QApplication::exec();
}
