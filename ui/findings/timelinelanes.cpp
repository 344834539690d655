// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/timelinelanes.h"

#include <algorithm>

namespace gordian::ui {

namespace {

constexpr qint64 ShortestFold = 120; // seconds; a silence below that is part of the story
constexpr qint64 FoldFactor = 8; // a silence is long when it is so many times the usual pause

bool isBroken(const TimelineEvent &event)
{
    return event.kind == TimelineKind::FirstError || event.kind == TimelineKind::Killed;
}

qint64 longestPause(const QVector<TimelineEvent> &events)
{
    QVector<qint64> pauses;
    for (qsizetype i = 1; i < events.size(); ++i) {
        const qint64 pause = events[i - 1].time.secsTo(events[i].time);
        if (pause > 0) {
            pauses << pause;
        }
    }
    if (pauses.isEmpty()) {
        return ShortestFold;
    }
    const auto middle = pauses.begin() + pauses.size() / 2;
    std::nth_element(pauses.begin(), middle, pauses.end());
    return std::max(ShortestFold, *middle * FoldFactor);
}

void placeInTime(TimelineLanes &lanes, const QVector<TimelineEvent> &events)
{
    const qint64 longest = longestPause(events);
    QVector<double> at(events.size(), 0);
    double now = 0;
    for (qsizetype i = 1; i < events.size(); ++i) {
        const qint64 pause = std::max<qint64>(0, events[i - 1].time.secsTo(events[i].time));
        const qint64 shown = std::min(pause, longest);
        if (pause > longest) {
            lanes.folds << TimelineFold{now + double(shown) / 2, pause};
        }
        now += double(shown);
        at[i] = now;
    }
    const double whole = now > 0 ? now : 1;
    for (double &position : at) {
        position = now > 0 ? position / whole : 0.5;
    }
    for (TimelineFold &fold : lanes.folds) {
        fold.at /= whole;
    }
    lanes.positions = at;
}

} // namespace

TimelineLanes TimelineLanes::of(const QVector<TimelineEvent> &events)
{
    TimelineLanes result;
    for (int number = 0; number < events.size(); ++number) {
        const TimelineEvent &event = events[number];
        auto lane =
            std::find_if(result.lanes.begin(), result.lanes.end(), [&event](const TimelineLane &known) {
                return known.node == event.node && known.component == event.component;
            });
        if (lane == result.lanes.end()) {
            result.lanes.append(TimelineLane{event.node, event.component, {}, false});
            lane = result.lanes.end() - 1;
        }
        lane->events << number;
        lane->hasError = lane->hasError || isBroken(event);
        if (result.firstBroken < 0 && isBroken(event)) {
            result.firstBroken = number;
        }
    }
    std::stable_sort(
        result.lanes.begin(), result.lanes.end(), [](const TimelineLane &one, const TimelineLane &other) {
            return one.hasError != other.hasError ? one.hasError : one.events.first() < other.events.first();
        });
    result.laneOfEvent.resize(events.size());
    for (int lane = 0; lane < result.lanes.size(); ++lane) {
        for (const int event : std::as_const(result.lanes[lane].events)) {
            result.laneOfEvent[event] = lane;
        }
    }
    placeInTime(result, events);
    return result;
}

} // namespace gordian::ui
