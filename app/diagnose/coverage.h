// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much of a case could be examined, what is missing, and whether that could change the verdict. Plain
// functions over a judged case; one thread.

#include "core/diagnosis.h"
#include "diagnose/judge.h"
#include "diagnose/ranking.h"

namespace gordian {

Coverage coverageOf(Judge &judge, const Diagnosis &diagnosis, const RankedCauses &ranked);

/// The one word for the case; needs vertices, causes and coverage.
Overall overallOf(const Judge &judge, const Diagnosis &diagnosis);

} // namespace gordian
