// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A diagnosis as text, all of it: equal texts mean equal diagnoses, and a test that fails can show what was
// found.

#include "core/diagnosis.h"

namespace gordian::test {

QString diagnosisText(const Diagnosis &diagnosis);
/// Causes and what is wrong, a line each.
QString verdictText(const Diagnosis &diagnosis);

} // namespace gordian::test
