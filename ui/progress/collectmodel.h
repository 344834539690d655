// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The collection as a table: a row a machine, a cell a component, and what the machine is doing now. Rows are
// inserted and updated in place and never re-ordered, so that nothing moves under the pointer. Owned by the
// Collect page; GUI thread.

#include "core/connection.h"
#include "core/finding.h"

#include <QAbstractTableModel>
#include <QVector>

namespace gordian::ui {

struct CollectCell {
    int arrived = 0;
    int expected = 0; ///< of the first wave, or what arrived if that is more
    int gaps = 0; ///< of those that arrived: not answered
    bool judged = false;
    Health health = Health::Unknown;
    friend bool operator==(const CollectCell &, const CollectCell &) = default;
};

struct CollectRow {
    QString id;
    QString name;
    Health health = Health::Unknown;
    ConnectState connection = ConnectState::Idle;
    bool waitsForUser = false;
    QVector<CollectCell> cells;
    QString doing;
    QString time;
    QString bytes;
    friend bool operator==(const CollectRow &, const CollectRow &) = default;
};

struct CollectColumn {
    QString component;
    QString name;
    friend bool operator==(const CollectColumn &, const CollectColumn &) = default;
};

class CollectModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { CellRole = Qt::UserRole + 1, IsCellRole, HealthRole, WaitsRole, ConnectionRole, IdRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setColumns(const QVector<CollectColumn> &columns);
    void setRows(const QVector<CollectRow> &rows);
    int cellColumns() const { return int(m_columns.size()); }
    bool isCell(int column) const { return column >= 1 && column <= cellColumns(); }
    int doingColumn() const { return cellColumns() + 1; }
    int timeColumn() const { return cellColumns() + 2; }
    int bytesColumn() const { return cellColumns() + 3; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant cellData(const CollectRow &row, int cell, int role) const;
    QString plainText(const CollectRow &row, int column) const;
    int rowOf(const QString &id) const;

    QVector<CollectColumn> m_columns;
    QVector<CollectRow> m_rows;
};

} // namespace gordian::ui

Q_DECLARE_METATYPE(gordian::ui::CollectCell)
