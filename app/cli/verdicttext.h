// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The verdict as a person reads it in a terminal: cause, proof, what to do, what could not be told. Pure; any
// thread.

#include "cli/textlayout.h"
#include "report/phrases.h"
#include "report/report.h"

namespace gordian {

/// The best cause is more than merely possible: it may stand in the headline.
bool namesACause(const Diagnosis &diagnosis);
QVector<TextLine> verdictLines(const ReportInput &input, const Phrases &phrases);

} // namespace gordian
