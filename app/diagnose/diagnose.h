// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// From a case to a diagnosis: parse, match, judge, explain. Pure and reentrant; the same case gives the same
// answer. Called live after every batch of artifacts (on a worker thread) and for opened cases alike.

#include "core/case.h"
#include "core/diagnosis.h"
#include "knowledge/knowledgebase.h"
#include "sdk/parser.h"

#include <memory>
#include <vector>

namespace gordian {

/// Owns nothing of the case; holds the compiled signatures, so make one and keep it. Thread-safe: const
/// throughout.
class Diagnostician {
public:
    /// `knowledge` and `parsers` must outlive it.
    Diagnostician(const KnowledgeBase &knowledge, const std::vector<std::unique_ptr<Parser>> &parsers);
    ~Diagnostician();

    Diagnosis diagnose(const Case &investigated) const;

    /// The probes of wave 1 or 2 that are worth running on `node`, given what came so far. Fits
    /// Collector::Planner.
    QVector<Probe> plan(const NodeRecord &node, int wave, const QVector<Artifact> &soFar) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gordian
