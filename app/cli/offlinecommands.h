// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The commands that need no node: report, explain, triage, probes, packs. Each reads, writes and returns an
// exit code.

#include "cli/arguments.h"
#include "cli/terminal.h"
#include "pluginhost/pluginhost.h"
#include "report/phrases.h"

namespace gordian {

ExitCode runReport(const Arguments &arguments, const PluginHost &plugins, Terminal &terminal,
                   const Phrases &phrases);
ExitCode runExplain(const Arguments &arguments, const PluginHost &plugins, Terminal &terminal,
                    const Phrases &phrases);
ExitCode runTriage(const Arguments &arguments, const PluginHost &plugins, Terminal &terminal,
                   const Phrases &phrases);
/// The packs in use and what is wrong with those that are not: 1 if there are any.
ExitCode runPacks(const PluginHost &plugins, Terminal &terminal, const Phrases &phrases);
/// What was left out and why, on standard error.
void tellFailures(const PluginHost &plugins, Terminal &terminal, const Phrases &phrases);
ExitCode runProbes(const Arguments &arguments, const PluginHost &plugins, Terminal &terminal);

} // namespace gordian
