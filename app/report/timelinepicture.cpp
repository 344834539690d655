// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/timelinepicture.h"

#include <algorithm>

namespace gordian {

namespace {

constexpr qsizetype MostLanes = 20;
constexpr double WantedShare = 0.8;

bool isDrawn(const TimelineEvent &event)
{
    // When a certificate ends lies years ahead, and the examination itself is no event of the cluster's.
    return event.time.isValid() && event.kind != TimelineKind::CertificateEnd
        && event.kind != TimelineKind::Collected;
}

/// The shortest window before the newest event that holds most of them: a boot last week must not squeeze the
/// rest.
QDateTime windowStart(const QVector<const TimelineEvent *> &events)
{
    const QDateTime newest = events.constLast()->time;
    for (const qint64 seconds : {900, 3600, 6 * 3600, 24 * 3600, 7 * 24 * 3600}) {
        const QDateTime start = newest.addSecs(-seconds);
        const auto inside = std::count_if(events.cbegin(), events.cend(),
                                          [&](const TimelineEvent *e) { return e->time >= start; });
        if (double(inside) >= WantedShare * double(events.size())) {
            const auto first = std::find_if(events.cbegin(), events.cend(),
                                            [&](const TimelineEvent *e) { return e->time >= start; });
            return (*first)->time;
        }
    }
    return events.constFirst()->time;
}

} // namespace

double TimelinePicture::position(const QDateTime &time) const
{
    const qint64 span = from.msecsTo(to);
    return span <= 0 ? 0.5 : double(from.msecsTo(time)) / double(span);
}

TimelinePicture timelinePicture(const ReportContext &context)
{
    TimelinePicture picture;
    QVector<const TimelineEvent *> events;
    for (const TimelineEvent &event : context.diagnosis().timeline) {
        if (isDrawn(event)) {
            events.append(&event);
        }
    }
    if (events.isEmpty()) {
        return picture;
    }
    picture.from = windowStart(events);
    picture.to = events.constLast()->time;
    for (const TimelineEvent *event : std::as_const(events)) {
        const QString title =
            event->subject.isEmpty() ? context.componentName(event->component) : event->subject;
        auto lane = std::find_if(picture.lanes.begin(), picture.lanes.end(), [&](const TimelineLane &l) {
            return l.title == title && l.node == event->node;
        });
        const bool inside = event->time >= picture.from;
        if (inside && lane == picture.lanes.end() && picture.lanes.size() < MostLanes) {
            picture.lanes.append({title, event->node, {}});
            lane = picture.lanes.end() - 1;
        }
        if (inside && lane != picture.lanes.end()) {
            lane->events.append(event);
        } else {
            ++picture.left;
        }
    }
    return picture;
}

} // namespace gordian
