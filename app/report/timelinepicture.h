// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The timeline as a drawing: one lane a thing that restarts, in the window of time in which most of it
// happened. Pure; any thread.

#include "report/reportcontext.h"

namespace gordian {

struct TimelineLane {
    QString title; ///< "etcd-k8s"
    QString node;
    QVector<const TimelineEvent *> events;
};

struct TimelinePicture {
    QDateTime from;
    QDateTime to;
    QVector<TimelineLane> lanes; ///< in the order in which each broke first
    int left = 0; ///< events outside the window or the lanes

    /// 0 at `from`, 1 at `to`.
    double position(const QDateTime &time) const;
};

/// The events refer to the context's diagnosis.
TimelinePicture timelinePicture(const ReportContext &context);

} // namespace gordian
