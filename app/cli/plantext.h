// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Remedies and plans as a person reads them in a terminal, before anything is done. Pure; any thread.

#include "cli/textlayout.h"
#include "core/diagnosis.h"
#include "core/mendingrecord.h"
#include "remedy/plan.h"
#include "report/phrases.h"

namespace gordian {

QVector<TextLine> offerLines(const CauseVerdict &cause, const Remedy &remedy, const Phrases &phrases);
QVector<TextLine> planLines(const Plan &plan, const Diagnosis &diagnosis, const Phrases &phrases);
/// What went as it was foretold, and what did not.
QVector<TextLine> comparisonLines(const Plan &plan, const Diagnosis &after, const Phrases &phrases);
/// The causes that are named, or that there is none.
QVector<TextLine> namedLines(const Diagnosis &diagnosis, const Phrases &phrases);
/// Who, when, what, before and after: what a change ticket asks for.
QVector<TextLine> transcriptLines(const MendingRecord &record, const Diagnosis &now, const Phrases &phrases);
/// What one action does, in a line.
QString actionText(const PlannedAction &planned, const Phrases &phrases);

} // namespace gordian
