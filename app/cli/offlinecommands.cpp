// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/offlinecommands.h"

#include "casefile/casestore.h"
#include "cli/outputs.h"
#include "cli/verdicttext.h"
#include "collect/script.h"
#include "diagnose/diagnose.h"

#include <QFile>

namespace gordian {

namespace {

constexpr qint64 largestText = 512LL * 1024 * 1024;

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    const bool open =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        return failure(file.exists() ? ErrorCode::FileNotReadable : ErrorCode::FileNotFound, path);
    }
    if (file.size() > largestText) {
        return failure(ErrorCode::TooLarge, path);
    }
    return file.readAll();
}

ExitCode complain(const Error &error, Terminal &terminal, const Phrases &phrases)
{
    terminal.say(phrases.error(error));
    return ExitCode::UsageOrInternal;
}

ExitCode judge(const Case &investigated, const Arguments &arguments, const PluginHost &plugins,
               Terminal &terminal, const Phrases &phrases)
{
    const Diagnostician diagnostician(plugins.knowledge(), plugins.parsers());
    const Diagnosis diagnosis = diagnostician.diagnose(investigated);
    const ReportInput input{investigated, diagnosis, plugins.knowledge()};
    if (!arguments.outputs.jsonToStandardOutput) {
        terminal.print(laidOut(verdictLines(input, phrases), terminal.screen()));
    }
    ExitCode code = exitCodeFor(diagnosis.overall, arguments.failOn);
    const auto errors = writeOutputs(arguments.outputs, input, terminal, phrases.language());
    for (const Error &error : errors) {
        code = complain(error, terminal, phrases);
    }
    return code;
}

} // namespace

ExitCode runReport(const Arguments &arguments, const PluginHost &plugins, Terminal &terminal,
                   const Phrases &phrases)
{
    const auto saved = CaseStore::read(arguments.targets.first());
    return saved ? judge(*saved, arguments, plugins, terminal, phrases)
                 : complain(saved.error(), terminal, phrases);
}

ExitCode runTriage(const Arguments &arguments, const PluginHost &plugins, Terminal &terminal,
                   const Phrases &phrases)
{
    QVector<QByteArray> texts;
    const QStringList files =
        arguments.targets.isEmpty() ? QStringList{QStringLiteral("-")} : arguments.targets;
    for (const QString &file : files) {
        auto text = readAll(file);
        if (!text) {
            return complain(text.error(), terminal, phrases);
        }
        texts.append(std::move(*text));
    }
    return judge(caseFromText(texts, plugins.knowledge().probes()), arguments, plugins, terminal, phrases);
}

ExitCode runProbes(const PluginHost &plugins, Terminal &terminal)
{
    const QByteArray nonce = freshNonce();
    QVector<Probe> waves[2];
    for (const Probe &probe : plugins.knowledge().probes()) {
        waves[probe.wave == 1 ? 0 : 1].append(probe);
    }
    QByteArray script = scriptPrologue(nonce);
    for (const auto &wave : waves) {
        script += scriptWave(nonce, wave, ScriptLimits{});
    }
    terminal.print(QString::fromUtf8(script + scriptEpilogue()));
    return ExitCode::NothingWrong;
}

} // namespace gordian
