// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A small investigation, judged, as the screens see it: the story of a cluster whose runtime and kubelet
// disagree, on one control-plane node and two workers. Written down rather than computed, so that the
// screens' tests need no knowledge.

#include "core/case.h"
#include "core/diagnosis.h"
#include "findings/findingsview.h"

namespace gordian::test {

ui::FindingsContent storyContent();
/// Everything well.
ui::FindingsContent healthyContent();
/// Failures, and none of the causes proved.
ui::FindingsContent unprovenContent();
/// `nodes` nodes of fifteen components each.
Diagnosis bigDiagnosis(int nodes);

LocalText text(const char *english, const char *russian);
/// A log line with all that may harm a screen.
QByteArray hostileLine();

} // namespace gordian::test
