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

#include <algorithm>

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

/// What was not read is never passed over in silence.
void tellShortened(const Case &investigated, Terminal &terminal)
{
    const auto &runs = investigated.runs;
    if (std::any_of(runs.cbegin(), runs.cend(),
                    [](const RunEntry &run) { return run.what == QLatin1String(ShortenedText); })) {
        terminal.say(
            QStringLiteral("gordianctl: ")
            + Words::tr("So much text was not kept whole: its beginning and its end were, and of lines "
                        "in between that differ in digits alone the first ones, as far as they fit."));
    }
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
    if (!pasted) {
        return complain(pasted.error(), terminal, phrases);
    }
    tellShortened(*pasted, terminal);
    return judge(*pasted, arguments, plugins, terminal, phrases);
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
    tellShortened(*investigated, terminal);
    const Diagnosis diagnosis = Diagnostician(knowledge, plugins.parsers()).diagnose(*investigated);
    const ReportInput input{*investigated, diagnosis, knowledge};
    terminal.print(laidOut(explanationLines(input, phrases, arguments.cause), terminal.screen()));
    return exitCodeFor(diagnosis.overall, arguments.failOn);
}

void tellFailures(const PluginHost &plugins, Terminal &terminal, const Phrases &phrases)
{
    for (const PluginFailure &failed : plugins.failures()) {
        if (failed.problems.isEmpty()) {
            terminal.say(failed.file + QStringLiteral(": ") + phrases.error(failed.error));
        }
        for (const QString &problem : failed.problems) {
            terminal.say(problem);
        }
    }
}

ExitCode runPacks(const PluginHost &plugins, Terminal &terminal, const Phrases &phrases)
{
    const QVector<LoadedPack> packs = plugins.packs();
    for (const LoadedPack &pack : packs) {
        const QString place = pack.folder.isEmpty()
            ? Words::tr("built in, %1").arg(QStringLiteral(GORDIAN_VERSION))
            : pack.folder;
        terminal.print(QStringLiteral("%1  %2  (%3)\n")
                           .arg(pack.id, -14)
                           .arg(Words::tr("causes %1, checks %2, signatures %3")
                                    .arg(pack.causes)
                                    .arg(pack.checks)
                                    .arg(pack.signatures),
                                place));
    }
    terminal.print(Words::tr("Your own packs go into %1").arg(PluginHost::userPackFolder())
                   + QLatin1Char('\n'));
    tellFailures(plugins, terminal, phrases);
    return plugins.failures().isEmpty() ? ExitCode::NothingWrong : ExitCode::UsageOrInternal;
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
