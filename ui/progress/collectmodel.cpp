// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "progress/collectmodel.h"

#include <algorithm>

namespace gordian::ui {

void CollectModel::setColumns(const QVector<CollectColumn> &columns)
{
    const bool sameComponents =
        std::equal(columns.begin(), columns.end(), m_columns.begin(), m_columns.end(),
                   [](const CollectColumn &a, const CollectColumn &b) { return a.component == b.component; });
    if (!sameComponents) {
        beginResetModel();
        m_columns = columns;
        m_rows.clear();
        endResetModel();
    } else if (columns != m_columns) {
        m_columns = columns;
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

int CollectModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id) {
            return row;
        }
    }
    return -1;
}

void CollectModel::setRows(const QVector<CollectRow> &rows)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        const auto same = [&](const CollectRow &wanted) { return wanted.id == m_rows.at(row).id; };
        if (std::none_of(rows.begin(), rows.end(), same)) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
    for (const CollectRow &wanted : rows) {
        const int row = rowOf(wanted.id);
        if (row < 0) {
            const int end = int(m_rows.size());
            beginInsertRows({}, end, end);
            m_rows.append(wanted);
            endInsertRows();
        } else if (m_rows.at(row) != wanted) {
            m_rows[row] = wanted;
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

int CollectModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CollectModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : cellColumns() + 4;
}

QString CollectModel::plainText(const CollectRow &row, int column) const
{
    if (column == 0) {
        return row.name;
    }
    if (column == doingColumn()) {
        return row.doing;
    }
    return column == timeColumn() ? row.time : row.bytes;
}

QVariant CollectModel::cellData(const CollectRow &row, int cell, int role) const
{
    const CollectCell value = row.cells.value(cell);
    switch (role) {
    case CellRole:
        return QVariant::fromValue(value);
    case IsCellRole:
        return true;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QString text = tr("%1 on %2: %3 of %4 answers")
                           .arg(m_columns.at(cell).name, row.name)
                           .arg(value.arrived)
                           .arg(value.expected);
        if (value.gaps > 0) {
            text += tr(", %n could not be read", nullptr, value.gaps);
        }
        return text;
    }
    default:
        return {};
    }
}

QVariant CollectModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CollectRow &row = m_rows.at(index.row());
    if (isCell(index.column())) {
        return cellData(row, index.column() - 1, role);
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return plainText(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= timeColumn() ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case HealthRole:
        return int(row.health);
    case WaitsRole:
        return row.waitsForUser;
    case ConnectionRole:
        return int(row.connection);
    case IdRole:
        return row.id;
    default:
        return {};
    }
}

QVariant CollectModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return section >= timeColumn() ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    }
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    if (section == 0) {
        return tr("Machine");
    }
    if (isCell(section)) {
        return m_columns.at(section - 1).name;
    }
    if (section == doingColumn()) {
        return tr("Doing now");
    }
    return section == timeColumn() ? tr("Time") : tr("Received");
}

} // namespace gordian::ui
