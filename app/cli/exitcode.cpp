// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/exitcode.h"

namespace gordian {

ExitCode exitCodeFor(Overall overall, FailOn failOn)
{
    switch (overall) {
    case Overall::NothingExamined:
        return ExitCode::NothingExamined;
    case Overall::NothingWrong:
        return ExitCode::NothingWrong;
    case Overall::PartlyExaminedNothingWrong:
        return ExitCode::PartlyExamined;
    case Overall::Failures:
        return ExitCode::Failures;
    case Overall::Warnings:
        break;
    }
    switch (failOn) {
    case FailOn::Warn:
        return ExitCode::Failures;
    case FailOn::Fail:
        return ExitCode::NothingWrong;
    case FailOn::AsFound:
        break;
    }
    return ExitCode::Warnings;
}

} // namespace gordian
