// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Globs as packs use them on ids, subjects and sections, and ssh_config(5) on host names: `*` any run of
// characters (dots and slashes too), `?` one. Plain functions, any thread.

#include <QString>
#include <QStringList>

namespace gordian {

bool globMatches(QStringView glob, QStringView text);
bool isGlob(QStringView text);
/// True if any of `globs` matches.
bool anyGlobMatches(const QStringList &globs, QStringView text);

} // namespace gordian
