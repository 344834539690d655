// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/nodemodel.h"

#include <algorithm>

namespace gordian::ui {

void NodeModel::removeMissing(const QVector<NodeRow> &wanted)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        const auto same = [this, row](const NodeRow &other) { return other.id == m_rows.at(row).id; };
        if (std::none_of(wanted.begin(), wanted.end(), same)) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
}

void NodeModel::setRows(const QVector<NodeRow> &rows)
{
    removeMissing(rows);
    for (int row = 0; row < rows.size(); ++row) {
        const NodeRow &wanted = rows.at(row);
        const int now = rowOf(wanted.id);
        if (now < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, wanted);
            endInsertRows();
            continue;
        }
        if (now != row) {
            beginMoveRows({}, now, now, {}, row);
            m_rows.move(now, row);
            endMoveRows();
        }
        if (m_rows.at(row) != wanted) {
            m_rows[row] = wanted;
            emit dataChanged(index(row), index(row));
        }
    }
}

int NodeModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id) {
            return row;
        }
    }
    return -1;
}

int NodeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NodeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const NodeRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringList{row.name, row.address, row.state, row.detail}.join(QStringLiteral(", "));
    case IdRole:
        return row.id;
    case HealthRole:
        return QVariant::fromValue(int(row.health));
    case StateRole:
        return row.state;
    case DetailRole:
        return row.detail;
    case AddressRole:
        return row.address;
    case WaitsRole:
        return row.waitsForUser;
    case ConnectionRole:
        return int(row.connection);
    case DoneRole:
        return row.done;
    case TotalRole:
        return row.total;
    default:
        return {};
    }
}

} // namespace gordian::ui
