// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The timeline as a table, by time. Owned by its panel; GUI thread.

#include "findings/findingsnames.h"

#include <QAbstractTableModel>

namespace gordian::ui {

class TimelineModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Columns {
        TimeColumn,
        NodeColumn,
        ComponentColumn,
        KindColumn,
        SubjectColumn,
        LineColumn,
        ColumnCount
    };
    enum Roles { EventRole = Qt::UserRole }; ///< number of the event in the diagnosis

    using QAbstractTableModel::QAbstractTableModel;

    void setEvents(const QVector<TimelineEvent> &events, const FindingsNames &names, const Phrases &phrases);
    const TimelineEvent &eventAt(int row) const { return m_events[row]; }
    /// "01:48:44, kubelet on cp-1, first error: ..."
    QString sentence(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<TimelineEvent> m_events;
    QVector<QStringList> m_texts; ///< a cell a column
};

} // namespace gordian::ui
