// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// zlib streams with a bound: what comes from a file is never unpacked beyond what its reader is ready to
// hold. Pure functions; any thread.

#include "core/result.h"

#include <QByteArray>

#include <functional>

namespace gordian {

/// A zlib stream (RFC 1950). `level` 1 is for what is written while somebody waits, 9 for what is sent
/// around.
QByteArray deflated(const QByteArray &bytes, int level);

/// The contents of a zlib stream; TooLarge as soon as they exceed `limit`, Malformed if it is no whole
/// stream.
Result<QByteArray> inflated(const QByteArray &stream, qint64 limit);

/// The same in pieces, so that a reader need not hold everything twice. `take` ends the reading by an Error.
using TakePiece = std::function<Result<void>(const char *bytes, qsizetype size)>;
Result<void> inflateInPieces(const QByteArray &stream, qint64 limit, const TakePiece &take);

} // namespace gordian
