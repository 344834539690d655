// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where events stand on the timeline: one lane a component of a node, one clock for all, long silences folded
// so that the minutes that matter have room. Pure; any thread.

#include "core/diagnosis.h"

#include <QVector>

namespace gordian::ui {

struct TimelineLane {
    QString node;
    QString component;
    QVector<int> events; ///< numbers, by time
    bool hasError = false;
};

struct TimelineFold {
    double at = 0; ///< 0..1
    qint64 seconds = 0; ///< of silence
};

struct TimelineLanes {
    QVector<TimelineLane> lanes; ///< by first error, then first event
    QVector<double> positions; ///< an event a number, 0..1
    QVector<int> laneOfEvent; ///< an event a number
    QVector<TimelineFold> folds;
    int firstBroken = -1; ///< the first error or kill: what broke first

    static TimelineLanes of(const QVector<TimelineEvent> &events);
    int laneOf(int event) const { return laneOfEvent.value(event, -1); }
};

} // namespace gordian::ui
