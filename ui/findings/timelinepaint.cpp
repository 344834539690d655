// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// How the timeline looks.

#include "findings/timelineview.h"

#include "shared/colours.h"
#include "shared/healthstyle.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

namespace gordian::ui {

namespace {

constexpr qreal Half = 5;

// Every kind has a shape of its own; colour only repeats whether it is trouble.
QPainterPath markPath(TimelineKind kind)
{
    QPainterPath path;
    switch (kind) {
    case TimelineKind::Started:
        path.addPolygon(QPolygonF{{-Half, -Half}, {Half, 0}, {-Half, Half}, {-Half, -Half}});
        return path;
    case TimelineKind::Stopped:
        path.addRect(-Half + 1, -Half + 1, 2 * Half - 2, 2 * Half - 2);
        return path;
    case TimelineKind::Restarted:
        path.addPolygon(QPolygonF{{-Half, -Half}, {0, 0}, {-Half, Half}, {-Half, -Half}});
        path.addPolygon(QPolygonF{{0, -Half}, {Half, 0}, {0, Half}, {0, -Half}});
        return path;
    case TimelineKind::Killed:
        path.addPolygon(QPolygonF{{-Half, -Half + 2},
                                  {-Half + 2, -Half},
                                  {0, -2},
                                  {Half - 2, -Half},
                                  {Half, -Half + 2},
                                  {2, 0},
                                  {Half, Half - 2},
                                  {Half - 2, Half},
                                  {0, 2},
                                  {-Half + 2, Half},
                                  {-Half, Half - 2},
                                  {-2, 0},
                                  {-Half, -Half + 2}});
        return path;
    case TimelineKind::FirstError:
        return healthShape(Health::Failed, QRectF(-Half - 1, -Half - 1, 2 * Half + 2, 2 * Half + 2));
    case TimelineKind::ConfigChanged:
    case TimelineKind::CertificateEnd:
        return healthShape(Health::Blocked, QRectF(-Half - 1, -Half - 1, 2 * Half + 2, 2 * Half + 2));
    case TimelineKind::Boot:
    case TimelineKind::Collected:
        break;
    }
    path.addEllipse(QPointF(0, 0), Half - 1, Half - 1);
    return path;
}

QColor markColor(TimelineKind kind, const QPalette &palette)
{
    switch (kind) {
    case TimelineKind::Killed:
    case TimelineKind::FirstError:
        return healthColor(Health::Failed, palette);
    case TimelineKind::Restarted:
    case TimelineKind::Stopped:
    case TimelineKind::CertificateEnd:
        return healthColor(Health::Degraded, palette);
    default:
        return mutedText(palette);
    }
}

QString silence(qint64 seconds)
{
    if (seconds >= 2 * 86400) {
        return TimelineView::tr("%n day(s)", nullptr, int(seconds / 86400));
    }
    if (seconds >= 2 * 3600) {
        return TimelineView::tr("%n hour(s)", nullptr, int(seconds / 3600));
    }
    return TimelineView::tr("%n minute(s)", nullptr, int(seconds / 60));
}

} // namespace

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (m_events.isEmpty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("No restarts and no errors with a time were found."));
        return;
    }
    paintLanes(painter);
    paintClock(painter);
    painter.setClipRect(plot());
    for (int event = 0; event < m_events.size(); ++event) {
        paintMark(painter, event);
    }
}

void TimelineView::paintLanes(QPainter &painter) const
{
    const QRect area = plot();
    painter.setClipRect(viewport()->rect().adjusted(0, 0, 0, -laneHeight()));
    for (int lane = 0; lane < m_lanes.lanes.size(); ++lane) {
        const int top = lane * laneHeight() - verticalScrollBar()->value();
        const QRect label(10, top, area.left() - 18, laneHeight());
        const bool chosen = m_current >= 0 && m_lanes.laneOf(m_current) == lane;
        painter.setPen(chosen || m_lanes.lanes[lane].hasError ? palette().color(QPalette::WindowText)
                                                              : mutedText(palette()));
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(m_labels.value(lane), Qt::ElideMiddle, label.width()));
        painter.setPen(hairline(palette()));
        painter.drawLine(QPointF(area.left(), top + laneHeight() / 2.0),
                         QPointF(area.right(), top + laneHeight() / 2.0));
    }
    painter.setClipping(false);
}

void TimelineView::paintClock(QPainter &painter) const
{
    const QRect area = plot();
    const QRect clock(area.left(), area.bottom() + 1, area.width(), laneHeight());
    painter.setClipRect(QRect(area.left(), 0, area.width(), viewport()->height()));
    painter.setPen(hairline(palette()));
    painter.drawLine(clock.topLeft(), clock.topRight());
    const double width = area.width() * m_stretch - 28;
    for (const TimelineFold &fold : m_lanes.folds) {
        const double x = area.left() + 14 + fold.at * width - horizontalScrollBar()->value();
        painter.setPen(QPen(hairline(palette()), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, 0), QPointF(x, area.bottom()));
    }
    int free = area.left();
    const auto label = [&](double x, const QString &text, const QColor &color) {
        const int wide = fontMetrics().horizontalAdvance(text);
        const int left = std::clamp(int(x) - wide / 2, area.left() + 2,
                                    std::max(area.left() + 2, area.right() - wide - 2));
        if (left >= free) {
            painter.setPen(color);
            painter.drawText(QRect(left, clock.top(), wide + 2, clock.height()),
                             Qt::AlignLeft | Qt::AlignVCenter, text);
            free = left + wide + 14;
        }
    };
    int fold = 0;
    for (int event = 0; event < m_events.size(); ++event) {
        const double x = eventPosition(event).x();
        for (; fold < m_lanes.folds.size() && m_lanes.folds[fold].at <= m_lanes.positions[event]; ++fold) {
            label(area.left() + 14 + m_lanes.folds[fold].at * width - horizontalScrollBar()->value(),
                  QStringLiteral("⋯ %1 ⋯").arg(silence(m_lanes.folds[fold].seconds)), mutedText(palette()));
        }
        if (x >= area.left() && x <= area.right()) {
            label(x, m_events[event].time.toUTC().toString(QStringLiteral("HH:mm:ss")), mutedText(palette()));
        }
    }
    if (m_lanes.firstBroken >= 0) {
        const double x = eventPosition(m_lanes.firstBroken).x();
        painter.setPen(QPen(healthColor(Health::Failed, palette()), 1.2));
        painter.drawLine(QPointF(x, 0), QPointF(x, area.bottom()));
    }
    painter.setClipping(false);
}

void TimelineView::paintMark(QPainter &painter, int event) const
{
    const QPoint at = eventPosition(event);
    if (!plot().adjusted(-12, -12, 12, 12).contains(at)) {
        return;
    }
    painter.save();
    painter.translate(at);
    if (event == m_current) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), hasFocus() ? 2.4 : 1.6));
        painter.drawEllipse(QPointF(0, 0), Half + 4.5, Half + 4.5);
    }
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    painter.setBrush(markColor(m_events[event].kind, palette()));
    painter.drawPath(markPath(m_events[event].kind));
    painter.restore();
}

} // namespace gordian::ui
