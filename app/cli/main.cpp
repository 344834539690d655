// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/arguments.h"
#include "cli/interrupts.h"
#include "cli/livecommand.h"
#include "cli/offlinecommands.h"
#include "cli/remedycommand.h"
#include "demo/demonode.h"
#include "inventory/inventory.h"
#include "pluginhost/pluginhost.h"
#include "report/phrases.h"
#include "session/investigation.h"
#include "session/secretstore.h"
#include "transport/transportfactory.h"

#include <QGuiApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string_view>

namespace gordian {

namespace {

/// Known before the command line is understood: what is wrong with it is said in this language too.
QString languageFor(const QStringList &words)
{
    const auto named = QStringLiteral("--lang");
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString value = words.at(i) == named ? words.value(i + 1) : words.at(i).section(QLatin1Char('='), 1);
        if (words.at(i).section(QLatin1Char('='), 0, 0) == named
            && (value == QLatin1String("ru") || value == QLatin1String("en"))) {
            return value;
        }
    }
    return QLocale::system().language() == QLocale::Russian ? QStringLiteral("ru") : QStringLiteral("en");
}

SshSettings settingsFor(const Arguments &arguments)
{
    SshSettings settings;
    settings.sshConfigFile = arguments.sshConfigFile;
    settings.knownHostsFile = arguments.knownHostsFile;
    settings.identityFiles = arguments.identityFiles;
    settings.jumps = arguments.jumps;
    settings.connectSeconds = arguments.connectSeconds;
    return settings;
}

Result<QVector<Node>> nodesFor(const Arguments &arguments)
{
    QVector<Node> nodes;
    if (arguments.local) {
        Node node;
        node.via = Via::Local;
        node.origin = NodeOrigin::Local;
        node.name = QStringLiteral("localhost");
        nodes.append(node);
    }
    if (!arguments.inventoryFile.isEmpty()) {
        auto listed = nodesFromFile(arguments.inventoryFile);
        if (!listed) {
            return listed;
        }
        nodes += *listed;
    }
    const bool namesMending =
        arguments.command == Command::Remedy && arguments.remedyVerb >= RemedyVerb::Resume;
    auto named = nodesFromLines(namesMending ? QString() : arguments.targets.join(QLatin1Char('\n')));
    if (!named) {
        return named;
    }
    return nodes + *named;
}

/// Signs in, works and asks until the command says that it is done.
template <typename LiveOne>
int runToItsEnd(const Arguments &arguments, Investigation &investigation, Terminal &terminal,
                const Phrases &phrases, const QVector<Node> &nodes)
{
    LiveOne command(arguments, investigation, terminal, phrases);
    if (auto read = command.readSecrets(); !read) {
        terminal.say(QStringLiteral("gordianctl: ") + read.error().detail);
        return static_cast<int>(ExitCode::UsageOrInternal);
    }
    const Interrupts interrupts;
    terminal.stopAskingOn(interrupts.descriptor());
    QObject::connect(&interrupts, &Interrupts::interrupted, &command, &LiveOne::interrupt);
    QObject::connect(&command, &LiveOne::finished, qApp,
                     [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); });
    QMetaObject::invokeMethod(
        &command, [&] { command.start(nodes); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int runLive(const Arguments &arguments, const PluginHost &plugins, Terminal &terminal, const Phrases &phrases)
{
    SshSettings settings = settingsFor(arguments);
    auto nodes = nodesFor(arguments);
    if (!nodes) {
        terminal.say(phrases.error(nodes.error()));
        return static_cast<int>(ExitCode::UsageOrInternal);
    }
    DemoNode demo;
    if (arguments.demo) {
        if (auto started = demo.start(); !started) {
            terminal.say(phrases.error(started.error()));
            return static_cast<int>(ExitCode::UsageOrInternal);
        }
        settings = demo.settings();
        nodes->append(demo.node());
    }
    DefaultTransportFactory transports(settings);
    Investigation investigation(plugins, transports);
    if (auto started = investigation.startNew({}, arguments.outputs.caseFile); !started) {
        terminal.say(phrases.error(started.error()));
        return static_cast<int>(ExitCode::UsageOrInternal);
    }
    return arguments.command == Command::Remedy
        ? runToItsEnd<RemedyCommand>(arguments, investigation, terminal, phrases, *nodes)
        : runToItsEnd<LiveCommand>(arguments, investigation, terminal, phrases, *nodes);
}

int run(const Arguments &arguments, Terminal &terminal, const Phrases &phrases)
{
    PluginHost plugins;
    if (auto loaded = plugins.load({}, PluginHost::userPackFolders() + arguments.packFolders); !loaded) {
        terminal.say(phrases.error(loaded.error()));
        return static_cast<int>(ExitCode::UsageOrInternal);
    }
    if (arguments.command == Command::Packs) {
        return static_cast<int>(runPacks(plugins, terminal, phrases));
    }
    tellFailures(plugins, terminal, phrases);
    switch (arguments.command) {
    case Command::Report:
        return static_cast<int>(runReport(arguments, plugins, terminal, phrases));
    case Command::Explain:
        return static_cast<int>(runExplain(arguments, plugins, terminal, phrases));
    case Command::Triage:
        return static_cast<int>(runTriage(arguments, plugins, terminal, phrases));
    case Command::Probes:
        return static_cast<int>(runProbes(arguments, plugins, terminal));
    default:
        return runLive(arguments, plugins, terminal, phrases);
    }
}

int runMain(QCoreApplication &application)
{
    Terminal terminal;
    const QStringList words = application.arguments().mid(1);
    const QString language = languageFor(words);
    QTranslator translator;
    if (translator.load(QStringLiteral(":/i18n/gordianctl_") + language)) {
        QCoreApplication::installTranslator(&translator);
    }
    const auto arguments = parseArguments(words);
    if (!arguments) {
        terminal.say(QStringLiteral("gordianctl: ") + arguments.error().detail);
        return static_cast<int>(ExitCode::UsageOrInternal);
    }
    if (arguments->command == Command::Help) {
        terminal.print(helpText(arguments->command));
        return 0;
    }
    if (arguments->command == Command::Version) {
        terminal.print(QStringLiteral("gordianctl %1\n").arg(QStringLiteral(GORDIAN_VERSION)));
        return 0;
    }
    const Phrases phrases(language);
    const int code = run(*arguments, terminal, phrases);
    if (terminal.printError()) {
        terminal.say(phrases.error(*terminal.printError()));
        return static_cast<int>(ExitCode::UsageOrInternal);
    }
    return code;
}

/// Fonts are needed for the PDF alone, and take a while to be found; a display is never needed. Mistakes in
/// the words are said later, in their language.
std::unique_ptr<QCoreApplication> applicationFor(int &argc, char *argv[])
{
    const bool makesPdf = std::any_of(
        argv, argv + argc, [](const char *word) { return std::string_view(word).substr(0, 5) == "--pdf"; });
    if (!makesPdf) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// Qt's own remarks (no XDG_RUNTIME_DIR, a font that is missing) are no business of whoever reads standard
/// error; what concerns them goes through Terminal. QT_LOGGING_RULES brings the remarks back.
void dropRemarks(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg || qEnvironmentVariableIsSet("QT_LOGGING_RULES")) {
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, text)));
    }
}

} // namespace

} // namespace gordian

int main(int argc, char *argv[])
{
    // A connection that breaks while we write is an error to report, not a reason to die.
    std::signal(SIGPIPE, SIG_IGN);
    qInstallMessageHandler(gordian::dropRemarks);
    const auto application = gordian::applicationFor(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gordianctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GORDIAN_VERSION));
    return gordian::runMain(*application);
}
