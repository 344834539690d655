// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a journal tells of a mending, as a case keeps it. Pure functions, any thread.

#include "core/mendingrecord.h"
#include "remedy/journal.h"

namespace gordian {

/// `node`: its id in the case that is to keep it.
MendingRecord transcriptOf(const Mending &mending, const QString &node);

/// The exact command of a planned action, or its unified diff.
QString deedOf(const PlannedAction &planned);
/// The command that takes it back with what was found out; empty: there is none, or none is needed.
QString undoOf(const PlannedAction &planned);

} // namespace gordian
