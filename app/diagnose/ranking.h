// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which causes are named, how sure that is, what they explain, and in what order. Plain functions over a
// judged case; one thread.

#include "diagnose/graph.h"

namespace gordian {

struct RankedCauses {
    QVector<CauseVerdict> causes; ///< best first
    QVector<DismissedCause> dismissed; ///< in the order of the packs
    QStringList undecided; ///< "node\nprobe" that could name, prove or exclude a cause
    QSet<QString> settled; ///< nodes whose verdict no missing answer could change
};

/// Needs the vertices and edges of `diagnosis`.
RankedCauses rankCauses(Judge &judge, const Diagnosis &diagnosis);

} // namespace gordian
