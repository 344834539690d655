// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a case out of its database, bounded: a file that somebody sent must not fill the memory. Same thread
// as the database.

#include "casefile/casedatabase.h"
#include "core/case.h"

namespace gordian {

Result<Case> readHead(CaseDatabase &database); ///< without nodes, artifacts and runs
Result<Case> readCase(CaseDatabase &database);

} // namespace gordian
