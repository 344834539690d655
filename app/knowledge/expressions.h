// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Walking and spelling conditions. Plain functions, any thread.

#include "knowledge/rules.h"

#include <functional>

namespace gordian {

/// Calls `visit` for each fact, seen and finding below `condition`, in order. Null is fine.
void forEachLeaf(const ExpressionPtr &condition, const std::function<void(const Expression &)> &visit);

/// proof, excludedBy, supports, contradicts: those that are there.
QVector<ExpressionPtr> conditionsOf(const CauseRule &cause);

/// One line that is equal for equal conditions.
QString describe(const Expression &condition);

} // namespace gordian
