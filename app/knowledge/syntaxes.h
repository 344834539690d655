// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What Probe::syntax may say. Plain functions, any thread.

#include <QString>
#include <QStringList>

namespace gordian {

QStringList probeSyntaxes();
/// True for the syntaxes whose lines signatures without `in` are looked for in.
bool isLogSyntax(const QString &syntax);

} // namespace gordian
