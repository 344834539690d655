// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one health that stands for a whole verdict, where there is room for no more. Pure; any thread.

#include "core/diagnosis.h"

namespace gordian {

constexpr Health healthOf(Overall overall)
{
    switch (overall) {
    case Overall::Failures:
        return Health::Failed;
    case Overall::Warnings:
        return Health::Degraded;
    case Overall::NothingWrong:
        return Health::Healthy;
    case Overall::PartlyExaminedNothingWrong: // what was not looked at may be what is wrong
    case Overall::NothingExamined:
        break;
    }
    return Health::Unknown;
}

} // namespace gordian
