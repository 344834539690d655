// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes what a command was asked for: reports to files, the verdict to the terminal.

#include "cli/arguments.h"
#include "cli/terminal.h"
#include "report/phrases.h"
#include "report/report.h"

namespace gordian {

/// Every file that was asked for, and the JSON for standard output. One that cannot be written keeps no other
/// from being written.
QVector<Error> writeOutputs(const Outputs &wanted, const ReportInput &input, Terminal &terminal,
                            const QString &language);

/// The verdict as a person reads it in a terminal: cause, proof, what to do, what could not be told.
QString verdictText(const ReportInput &input, const Phrases &phrases);

} // namespace gordian
