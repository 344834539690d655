// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a node says first: who we are there and what its clock shows. Pure functions, any thread.

#include "core/connection.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace gordian {

struct Hello {
    std::optional<qint64> clockMs; ///< since 1970, the node's clock
    bool clockHasFractions = false; ///< an old busybox knows whole seconds only
    int uid = -1;
    QString user;
    QString host; ///< hostile
    QString sudoer; ///< who used sudo to get here; empty: nobody
    bool hasSudo = false; ///< the program is there; whether it may be used is not asked: that would be logged
};

struct ClockReading {
    std::optional<qint64> offsetMs; ///< node's clock minus the laptop's
    int uncertaintyMs = 0;
};

Hello readHello(const QByteArray &body);
Privilege privilegeOf(const Hello &hello, bool passwordGiven);

/// The clock was read between `asked` and `received` (laptop's clock); its answer took half a round trip.
ClockReading readClock(const Hello &hello, const QDateTime &asked, const QDateTime &received,
                       int roundTripMs);

} // namespace gordian
