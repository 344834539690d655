// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a condition from a pack. A pure function of the JSON, but for the problems and references it adds.

#include "knowledge/packloader.h"

namespace gordian {

/// Null if it cannot be read; `problems` of the cursor then says why.
ExpressionPtr readExpression(const Cursor &at, QVector<Reference> &references);

} // namespace gordian
