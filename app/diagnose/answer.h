// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an artifact is worth as an answer: "the probe failed" is never "the thing failed". Plain functions,
// any thread.

#include "core/artifact.h"
#include "core/finding.h"
#include "core/probe.h"

namespace gordian {

enum class Answer {
    Full, ///< what it does not hold does not exist
    Part, ///< cut short: what it holds counts, what it does not hold is unknown
    None,
};

Answer answerOf(const Artifact &artifact, const Probe *probe);
/// Why there is no (full) answer.
UnknownReason reasonOf(const Artifact &artifact);
/// The reason worth telling of two: the one that a person can do something about first.
UnknownReason worthTelling(UnknownReason one, UnknownReason other);

} // namespace gordian
