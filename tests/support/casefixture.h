// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads cases from the text format of tests/data/knowledge and tests/data/checks
// (resources/docs/knowledge.md, "Fixtures"). Plain functions.

#include "core/case.h"
#include "core/result.h"

#include <QString>
#include <QVector>

namespace gordian::test {

/// Fails with the line that is wrong.
Result<Case> readCaseFixture(const QString &path);

/// One of the cases in a check's file: what the check is to say of it.
struct CheckFixture {
    QString name; ///< a sentence
    QString health; ///< "healthy", "degraded", "failed", "unknown", or "none": it does not apply
    Case examined;
};

/// All cases of a file of tests/data/checks. What stands before the first one begins each of them.
Result<QVector<CheckFixture>> readCheckFixtures(const QString &path);

} // namespace gordian::test
