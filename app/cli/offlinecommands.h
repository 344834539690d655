// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The commands that need no node: report, explain, triage, probes. Each reads, writes and returns an exit
// code.

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
ExitCode runProbes(const Arguments &arguments, const PluginHost &plugins, Terminal &terminal);

} // namespace gordian
