// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The machines of the case as rows, for the rail and the Connect page. Changes come as insertions, removals
// and updates, never as a reset while people look, so that selection and scroll survive. Owned by its view's
// page; GUI thread.

#include "core/connection.h"
#include "core/finding.h"

#include <QAbstractListModel>
#include <QVector>

namespace gordian::ui {

struct NodeRow {
    QString id;
    QString name;
    QString address;
    QString state; ///< what it is doing, in words
    QString detail; ///< why it failed, who is asked for what; may be empty
    Health health = Health::Unknown;
    ConnectState connection = ConnectState::Idle;
    bool waitsForUser = false;
    int done = 0;
    int total = 0;
    friend bool operator==(const NodeRow &, const NodeRow &) = default;
};

class NodeModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        HealthRole,
        StateRole,
        DetailRole,
        AddressRole,
        WaitsRole,
        ConnectionRole,
        DoneRole,
        TotalRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setRows(const QVector<NodeRow> &rows);
    const QVector<NodeRow> &rows() const { return m_rows; }
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void removeMissing(const QVector<NodeRow> &wanted);

    QVector<NodeRow> m_rows;
};

} // namespace gordian::ui
