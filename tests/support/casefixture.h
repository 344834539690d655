// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a case from the text format of tests/data/knowledge (resources/docs/knowledge.md, "Fixtures"). Plain
// function.

#include "core/case.h"
#include "core/result.h"

#include <QString>

namespace gordian::test {

/// Fails with the line that is wrong.
Result<Case> readCaseFixture(const QString &path);

} // namespace gordian::test
