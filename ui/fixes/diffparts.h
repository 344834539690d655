// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What of the lines of a unified diff of one file has really changed: in a long line of flags that is one
// word, and the eye does not find it. Pure functions; any thread.

#include <QStringList>
#include <QVector>

namespace gordian::ui {

struct DiffPart {
    int line = 0; ///< of the diff, from 0
    bool isAdded = false; ///< else removed
    qsizetype from = 0; ///< in the line; behind its sign
    qsizetype length = 0; ///< 0: all of the line is new or gone
    friend bool operator==(const DiffPart &, const DiffPart &) = default;
};

/// One for each line that is added or removed, in their order.
QVector<DiffPart> diffParts(const QStringList &lines);

} // namespace gordian::ui
