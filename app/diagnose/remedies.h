// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which remedies fit a cause on a node, filled with what was found there. A remedy of which any condition or
// value is not known is not offered: what changes a node must not guess. Plain function over a judged case;
// one thread.

#include "core/diagnosis.h"
#include "diagnose/judge.h"

namespace gordian {

/// Those for `rule`, in the order of the packs; `grounds` of its proof and supports fill their places. Of a
/// cause of the cluster: on the node that the grounds speak of first.
QVector<Remedy> remediesFor(Judge &judge, const CauseRule &rule, const QString &node, const Grounds &grounds);

} // namespace gordian
