// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What can only be judged when all packs are read: references between them, circles, outcomes that nothing
// reaches, placeholders that nothing fills, probes that would read secrets. Plain functions, any thread.

#include "knowledge/packloader.h"

namespace gordian {

void lintReferences(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems);
void lintCircles(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems);
void lintOutcomes(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems);
void lintPlaceholders(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems);
void lintTypes(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems);
void lintProbes(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems);
void lintCauses(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems);
void lintRemedies(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems);

/// Empty if `{name}` is filled, in a text with these conditions.
QString placeholderMistake(const KnowledgeBase &knowledge, const QString &name, const TextUse &use);

} // namespace gordian
