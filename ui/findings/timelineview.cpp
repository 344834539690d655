// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/timelineview.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace gordian::ui {

namespace {

constexpr int Reach = 9;
constexpr double MostStretch = 60;
constexpr int Rim = 14;

} // namespace

TimelineView::TimelineView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(true);
}

void TimelineView::setModel(const TimelineModel *model)
{
    m_model = model;
}

void TimelineView::setEvents(const QVector<TimelineEvent> &events, const FindingsNames &names,
                             const QString &language)
{
    // Events come in between; the chosen one is found again by what it is, not by its number.
    const TimelineEvent chosen =
        m_current >= 0 && m_current < m_events.size() ? m_events[m_current] : TimelineEvent();
    m_events = events;
    m_lanes = TimelineLanes::of(events);
    m_labels.clear();
    for (const TimelineLane &lane : std::as_const(m_lanes.lanes)) {
        m_labels << names.place(lane.component, lane.node, language);
    }
    measureLabels();
    const auto same = std::find_if(events.cbegin(), events.cend(), [&chosen](const TimelineEvent &event) {
        return chosen.time.isValid() && event.time == chosen.time && event.node == chosen.node
            && event.component == chosen.component && event.subject == chosen.subject
            && event.kind == chosen.kind;
    });
    m_current = same == events.cend() ? -1 : int(same - events.cbegin());
    updateRanges();
    viewport()->update();
}

int TimelineView::laneHeight() const
{
    return fontMetrics().height() + 8;
}

void TimelineView::measureLabels()
{
    m_widestLabel = 0;
    for (const QString &label : std::as_const(m_labels)) {
        m_widestLabel = std::max(m_widestLabel, fontMetrics().horizontalAdvance(label));
    }
}

int TimelineView::labelWidth() const
{
    constexpr int least = 80;
    return std::min(std::max(least, m_widestLabel) + 24, std::max(100, viewport()->width() / 3));
}

QRect TimelineView::plot() const
{
    return viewport()->rect().adjusted(labelWidth(), 0, 0, -laneHeight());
}

void TimelineView::updateRanges()
{
    const QRect area = plot();
    const int lanes = int(m_lanes.lanes.size()) * laneHeight() + 4;
    verticalScrollBar()->setRange(0, std::max(0, lanes - area.height()));
    verticalScrollBar()->setPageStep(area.height());
    verticalScrollBar()->setSingleStep(laneHeight());
    horizontalScrollBar()->setRange(0, int(area.width() * (m_stretch - 1)));
    horizontalScrollBar()->setPageStep(area.width());
    horizontalScrollBar()->setSingleStep(40);
}

QPoint TimelineView::eventPosition(int event) const
{
    const QRect area = plot();
    const double width = area.width() * m_stretch - 2 * Rim;
    const int lane = m_lanes.laneOf(event);
    return {area.left() + Rim + int(std::lround(m_lanes.positions.value(event) * width))
                - horizontalScrollBar()->value(),
            area.top() + lane * laneHeight() + laneHeight() / 2 - verticalScrollBar()->value()};
}

int TimelineView::eventAt(const QPoint &at) const
{
    int best = -1;
    int bestDistance = Reach + 1;
    for (int event = 0; event < m_events.size(); ++event) {
        const QPoint delta = eventPosition(event) - at;
        const int distance = std::max(std::abs(delta.x()), std::abs(delta.y()));
        if (distance < bestDistance) {
            best = event;
            bestDistance = distance;
        }
    }
    return best;
}

void TimelineView::setCurrent(int event)
{
    if (event == m_current || event >= m_events.size()) {
        return;
    }
    m_current = event;
    if (event >= 0) {
        reveal(event);
        if (m_model) {
            setAccessibleDescription(m_model->sentence(event));
        }
    }
    viewport()->update();
    emit currentChanged(event);
}

void TimelineView::reveal(int event)
{
    const QPoint at = eventPosition(event);
    const QRect area = plot();
    if (at.x() < area.left() + Rim || at.x() > area.right() - Rim) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + at.x() - area.center().x());
    }
    if (at.y() < area.top() + laneHeight() / 2) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + at.y() - laneHeight() / 2);
    } else if (at.y() > area.bottom() - laneHeight() / 2) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + at.y() - area.bottom()
                                      + laneHeight() / 2);
    }
}

void TimelineView::stepInTime(int step)
{
    if (!m_events.isEmpty()) {
        const int start =
            m_current < 0 ? (m_lanes.firstBroken < 0 ? 0 : m_lanes.firstBroken) : m_current + step;
        setCurrent(std::clamp(start, 0, int(m_events.size()) - 1));
    }
}

void TimelineView::stepLane(int step)
{
    const int lane = m_current < 0 ? 0 : m_lanes.laneOf(m_current) + step;
    if (lane < 0 || lane >= m_lanes.lanes.size()) {
        return;
    }
    const double here = m_current < 0 ? 0 : m_lanes.positions[m_current];
    const QVector<int> &events = m_lanes.lanes[lane].events;
    setCurrent(*std::min_element(events.cbegin(), events.cend(), [&](int one, int other) {
        return std::abs(m_lanes.positions[one] - here) < std::abs(m_lanes.positions[other] - here);
    }));
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return stepInTime(-1);
    case Qt::Key_Right:
        return stepInTime(1);
    case Qt::Key_Up:
        return stepLane(-1);
    case Qt::Key_Down:
        return stepLane(1);
    case Qt::Key_Home:
        return setCurrent(m_events.isEmpty() ? -1 : 0);
    case Qt::Key_End:
        return setCurrent(int(m_events.size()) - 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return stretch(1.5, plot().center().x());
    case Qt::Key_Minus:
        return stretch(1 / 1.5, plot().center().x());
    case Qt::Key_0:
        return stretch(0, 0);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0) {
            emit activated(m_current);
        }
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    setCurrent(eventAt(event->position().toPoint()));
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int hit = eventAt(event->position().toPoint());
    if (hit >= 0) {
        emit activated(hit);
    }
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        stretch(std::pow(1.002, event->angleDelta().y()), int(event->position().x()));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

// The moment below `x` stays there.
void TimelineView::stretch(double factor, int x)
{
    const double before = m_stretch;
    m_stretch = factor <= 0 ? 1 : std::clamp(m_stretch * factor, 1.0, MostStretch);
    const double under = x - plot().left() + horizontalScrollBar()->value();
    const int scrolled = int(under * m_stretch / before - (x - plot().left()));
    updateRanges();
    horizontalScrollBar()->setValue(scrolled);
    viewport()->update();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_model) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int hit = eventAt(help->pos());
        if (hit < 0) {
            QToolTip::hideText();
        } else {
            const QString line = m_model->index(hit, TimelineModel::LineColumn).data().toString().left(600);
            QToolTip::showText(help->globalPos(),
                               QStringLiteral("<p>%1</p><p>%2</p>")
                                   .arg(m_model->sentence(hit).toHtmlEscaped(), line.toHtmlEscaped()),
                               viewport());
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateRanges();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        measureLabels();
        updateRanges();
    }
}

} // namespace gordian::ui
