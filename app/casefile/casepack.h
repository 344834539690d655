// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a packed case looks like from outside; packing itself is in casestore.h. Pure; any thread.

#include <QByteArray>

namespace gordian {

/// First bytes of a packed case. The line feed shows a transfer that mangled line ends, as PNG's does.
inline constexpr char PackMagic[] = "GORDCAS\n";

bool isPackedCase(const QByteArray &start);

} // namespace gordian
