// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The shape of a log line: the line with every digit made '0'. What a program says again and again, with
// other times, process ids and counts, has one shape. Plain function, any thread.

#include <QByteArrayView>

namespace gordian {

/// `shape` has room for as much as `text`.
void foldDigits(QByteArrayView text, char *shape);

} // namespace gordian
