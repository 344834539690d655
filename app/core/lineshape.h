// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The shape of a log line: the line with every digit made '0', and with every character of an identifier in
// hexadecimal digits (a container's, a pod's UID) made '0' too. What a program says again and again, with
// other times, process ids, counts and containers, has one shape. Plain functions, any thread.

#include <QByteArrayView>

namespace gordian {

/// `shape` has room for as much as `text`. Digits alone.
void foldDigits(QByteArrayView text, char *shape);

/// Digits and identifiers: eight or more of 0-9 and a-f with neither letter nor digit beside them, and the
/// four between dashes beside such a one. Some that look like a word may be left.
void foldIdentifiers(QByteArrayView text, char *shape);

/// Can lines of this shape differ in more than digits?
bool mayHoldIdentifiers(QByteArrayView shape);
/// Makes `mark` of all that may have been an identifier.
void markIdentifiers(QByteArrayView shape, char mark, char *marked);

} // namespace gordian
