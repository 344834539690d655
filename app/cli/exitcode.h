// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What gordianctl's exit code says. Documented in gordianctl(1); scripts depend on it.

#include "core/diagnosis.h"

namespace gordian {

enum class ExitCode {
    NothingWrong = 0,
    UsageOrInternal = 1,
    NothingExamined = 2,
    Failures = 3,
    Warnings = 4,
    PartlyExamined = 5,
};

/// What counts as a failure of the run: --fail-on.
enum class FailOn { AsFound, Warn, Fail };

ExitCode exitCodeFor(Overall overall, FailOn failOn);

} // namespace gordian
