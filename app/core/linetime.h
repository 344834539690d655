// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// When a log line was written, from the line itself: journald's short formats, klog, logfmt, zap JSON, the
// CRI prefix. Plain functions, any thread. Lines are hostile: any bytes, any length.

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace gordian {

/// What a line says, before it is known in which year and zone the node lives.
struct RawTime {
    int year = 0; ///< 0: the format has none
    int month = 0;
    int day = 0;
    qint64 msOfDay = 0;
    std::optional<int> zone; ///< seconds east of UTC; unset: the node's local time
};

std::optional<RawTime> lineTime(QByteArrayView line);

/// The moment in milliseconds since the epoch. `reference` (the collection, on the node's clock) decides the
/// missing year: the latest one that does not lie more than a day after it. `nodeZone`: seconds east of UTC.
std::optional<qint64> resolveTime(const RawTime &raw, qint64 reference, int nodeZone);

/// A moment as programs and packs write it: ISO 8601 in any zone, or systemd's "Sat 2024-03-16 01:48:44 UTC".
std::optional<qint64> parseMoment(const QString &text);

} // namespace gordian
