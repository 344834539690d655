// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The timeline, painted: lanes, one clock, a mark an event. Walked with the arrow keys; what is chosen is
// said in words below by its panel and to screen readers. Owned by the panel; GUI thread.

#include "findings/timelinelanes.h"
#include "findings/timelinemodel.h"

#include <QAbstractScrollArea>

namespace gordian::ui {

class TimelineView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// `model` outlives it and holds the texts.
    void setModel(const TimelineModel *model);
    void setEvents(const QVector<TimelineEvent> &events, const FindingsNames &names, const QString &language);
    int current() const { return m_current; }
    /// Centre of an event's mark in the viewport.
    QPoint eventPosition(int event) const;

public slots:
    void setCurrent(int event);

signals:
    void currentChanged(int event);
    void activated(int event);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int laneHeight() const;
    int labelWidth() const;
    void measureLabels();
    QRect plot() const;
    int eventAt(const QPoint &at) const;
    void updateRanges();
    void reveal(int event);
    void stepInTime(int step);
    void stepLane(int step);
    void paintLanes(QPainter &painter) const;
    void paintClock(QPainter &painter) const;
    void paintMark(QPainter &painter, int event) const;
    void stretch(double factor, int x);

    const TimelineModel *m_model = nullptr;
    QVector<TimelineEvent> m_events;
    QVector<QString> m_labels; ///< a lane
    int m_widestLabel = 0; ///< measured once: every mark's place asks for it
    TimelineLanes m_lanes;
    int m_current = -1;
    double m_stretch = 1;
};

} // namespace gordian::ui
