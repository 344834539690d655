// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/offlinecommands.h"

#include "casefile/casestore.h"
#include "cli/explaintext.h"
#include "cli/outputs.h"
#include "cli/verdicttext.h"
#include "cli/words.h"
#include "collect/script.h"
#include "collect/transcript.h"
#include "diagnose/diagnose.h"
#include "session/filereading.h"

namespace gordian {

namespace {

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
    const QStringList files =
        arguments.targets.isEmpty() ? QStringList{QStringLiteral("-")} : arguments.targets;
    const auto pasted = caseFromFiles(files, plugins.knowledge().probes());
    return pasted ? judge(*pasted, arguments, plugins, terminal, phrases)
                  : complain(pasted.error(), terminal, phrases);
}

ExitCode runExplain(const Arguments &arguments, const PluginHost &plugins, Terminal &terminal,
                    const Phrases &phrases)
{
    const KnowledgeBase &knowledge = plugins.knowledge();
    if (!arguments.cause.isEmpty() && !knowledge.cause(arguments.cause)) {
        terminal.say(QStringLiteral("gordianctl: ")
                     + Words::tr("no knowledge pack has a cause \"%1\"").arg(arguments.cause));
        return ExitCode::UsageOrInternal;
    }
    const auto investigated = caseFromFiles(arguments.targets, knowledge.probes());
    if (!investigated) {
        return complain(investigated.error(), terminal, phrases);
    }
    const Diagnosis diagnosis = Diagnostician(knowledge, plugins.parsers()).diagnose(*investigated);
    const ReportInput input{*investigated, diagnosis, knowledge};
    terminal.print(laidOut(explanationLines(input, phrases, arguments.cause), terminal.screen()));
    return exitCodeFor(diagnosis.overall, arguments.failOn);
}

ExitCode runProbes(const Arguments &arguments, const PluginHost &plugins, Terminal &terminal)
{
    const QVector<Probe> &probes = plugins.knowledge().probes();
    if (arguments.asScript) {
        terminal.print(QString::fromUtf8(transcriptScript(probes)));
        return ExitCode::NothingWrong;
    }
    const QByteArray nonce = freshNonce();
    QByteArray script = scriptPrologue(nonce);
    for (const QVector<Probe> &wave : wavesOf(probes)) {
        script += scriptWave(nonce, wave, ScriptLimits{});
    }
    terminal.print(QString::fromUtf8(script + scriptEpilogue()));
    return ExitCode::NothingWrong;
}

} // namespace gordian
