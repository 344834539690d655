// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a cluster loses while one of its members is away. Pure function over a diagnosis; any thread.

#include "core/diagnosis.h"
#include "remedy/plan.h"

#include <optional>

namespace gordian {

/// Set if etcd has its quorum now and would not have it while this node's member is away. A cluster of one
/// member is away as a whole, which the remedy's effect says; one without quorum has nothing to lose.
/// https://etcd.io/docs/v3.5/faq/#what-is-failure-tolerance
std::optional<Refusal> quorumRefusal(const Remedy &remedy, const Diagnosis &diagnosis);

/// Set if there are several control-plane nodes and the only API server that is known to answer would be away
/// meanwhile. One that is alone is away anyway, which the remedy's effect says.
std::optional<Refusal> lastControlPlaneRefusal(const Remedy &remedy, const Diagnosis &diagnosis);

} // namespace gordian
