// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Moves the moments in recorded text, so that a recording looks as if it were made just now. Pure function,
// any thread.

#include <QByteArray>
#include <QDateTime>

namespace gordian {

/// Every moment within 40 days of `recordedAt` is moved by `seconds`; others (certificates, versions) stay.
QByteArray shifted(const QByteArray &text, const QDateTime &recordedAt, qint64 seconds);

/// The latest RFC 3339 moment in the text; invalid if there is none.
QDateTime latestMoment(const QByteArray &text);

} // namespace gordian
