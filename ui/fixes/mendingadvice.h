// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a person does next about what stands against a mending or went wrong with it. Pure functions; any
// thread.

#include "core/mending.h"

namespace gordian::ui {

/// Empty: the refusal's own sentence says it already.
QString adviceFor(const Refusal &refusal);
QString adviceFor(const MendingTrouble &trouble);

} // namespace gordian::ui
