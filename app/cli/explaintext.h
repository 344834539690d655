// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The reasoning behind a verdict, for a terminal: of each cause what speaks for and against it and what would
// settle it, why one comes before the next, what else was considered, and what stays unexplained. Pure; any
// thread.

#include "cli/textlayout.h"
#include "report/phrases.h"
#include "report/report.h"

namespace gordian {

/// `causeId` empty: all of them; else that one alone, named or not. The packs must know it.
QVector<TextLine> explanationLines(const ReportInput &input, const Phrases &phrases, const QString &causeId);

} // namespace gordian
