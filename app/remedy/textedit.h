// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Changes single values in a file of configuration: the place is found by a parser of the format, the text is
// changed there alone, so that comments and order stay, and what came of it is parsed again and compared with
// what was meant. Pure functions, any thread.

#include "core/remedy.h"
#include "core/result.h"

namespace gordian {

/// `before` with all of `changes`. Errors: Malformed (it does not parse; context "line"), NothingToDo (it is
/// so already), CannotEdit (it is written in a way that cannot be changed without touching more).
Result<QByteArray> edited(const QByteArray &before, TextFormat format, const QVector<TextChange> &changes);

Result<QByteArray> editedToml(const QByteArray &before, const TextChange &change);
Result<QByteArray> editedYaml(const QByteArray &before, const TextChange &change);
Result<QByteArray> editedJson(const QByteArray &before, const TextChange &change); ///< Set alone
Result<QByteArray> editedLines(const QByteArray &before, const TextChange &change);

/// In the form of `diff -u`, with some lines around each change; empty if both are equal.
QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QString &path);

} // namespace gordian
