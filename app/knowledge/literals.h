// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The strings without which a pattern cannot match: what is searched for first, since most lines hold none of
// any pattern's. Plain functions, any thread.

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVector>

namespace gordian {

constexpr int kShortestLiteral = 3;

/// Lower-case strings of at least kShortestLiteral bytes; whatever `pattern` (RE2 syntax) matches holds one
/// of them, in upper or lower case (A to Z). Empty: any line may match.
QVector<QByteArray> neededLiterals(const QString &pattern);

/// By pattern.
using LiteralIndex = QHash<QString, QVector<QByteArray>>;

} // namespace gordian
