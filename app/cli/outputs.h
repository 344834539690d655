// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes the reports that a command was asked for.

#include "cli/arguments.h"
#include "cli/terminal.h"
#include "report/report.h"

namespace gordian {

/// Every file that was asked for, and the JSON for standard output. One that cannot be written keeps no other
/// from being written.
QVector<Error> writeOutputs(const Outputs &wanted, const ReportInput &input, Terminal &terminal,
                            const QString &language);

} // namespace gordian
