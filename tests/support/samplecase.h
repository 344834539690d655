// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The story as a finished case and its diagnosis, for tests of what shows them: a control-plane node whose
// containerd kills every sandbox, a worker that waits for it, an apparent cycle, gaps, a timeline. The same
// on every call but for the case's id. Pure; any thread.

#include "core/case.h"
#include "core/diagnosis.h"

namespace gordian::test {

Case sampleCase();
Diagnosis sampleDiagnosis();

/// The same case with nothing wrong: one healthy control-plane node.
Diagnosis healthyDiagnosis();
/// Two nodes, none reached: one refused, the other's host key changed.
Case unreachedCase();

/// A line that tries everything: markup, script, ANSI, bidi, NUL, C1, broken UTF-8.
QByteArray hostileBytes();
/// As a parser would hand it on: decoded, otherwise untouched.
QString hostileLine();

} // namespace gordian::test
