// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The lower part of the page: the timeline, painted or as a table, with what is chosen said in words. Owned
// by the page; GUI thread.

#include "findings/timelinemodel.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;
class QTreeView;

namespace gordian::ui {

class ElidedLabel;
class TimelineView;

class TimelinePanel : public QWidget {
    Q_OBJECT

public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    void setEvents(const QVector<TimelineEvent> &events, const FindingsNames &names, const Phrases &phrases);
    TimelineView *view() const { return m_view; }
    QTreeView *table() const { return m_table; }
    const TimelineModel &model() const { return *m_model; }

signals:
    void evidenceRequested(const gordian::TimelineEvent &event);
    void vertexRequested(const QString &node, const QString &component);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void choose(int event);
    void retranslate();

    TimelineModel *m_model;
    TimelineView *m_view;
    QTreeView *m_table;
    QStackedWidget *m_stack;
    QToolButton *m_asTable;
    QToolButton *m_open;
    ElidedLabel *m_words;
    int m_event = -1;
};

} // namespace gordian::ui
