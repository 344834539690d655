// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What happened when, of all sources of all nodes on one clock. Plain function over a judged case; one
// thread.

#include "core/diagnosis.h"
#include "diagnose/judge.h"

namespace gordian {

/// Moments that packs put on the timeline, each log signature's first line, and the collection. Times are
/// corrected by the nodes' measured clock offsets. At most 2,000 events: the newest.
QVector<TimelineEvent> timelineOf(Judge &judge);

} // namespace gordian
