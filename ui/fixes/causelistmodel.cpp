// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/causelistmodel.h"

namespace gordian::ui {

void CauseListModel::setRows(const QVector<CauseRow> &rows)
{
    // The same causes in the same order, as after most new artifacts: only the words may differ.
    bool sameCauses = rows.size() == m_rows.size();
    for (int row = 0; sameCauses && row < rows.size(); ++row) {
        sameCauses = rows.at(row).id == m_rows.at(row).id && rows.at(row).node == m_rows.at(row).node;
    }
    if (!sameCauses) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.at(row) != m_rows.at(row)) {
            m_rows[row] = rows.at(row);
            emit dataChanged(index(row), index(row));
        }
    }
}

int CauseListModel::rowOf(const QString &id, const QString &node) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id && m_rows.at(row).node == node) {
            return row;
        }
    }
    return -1;
}

int CauseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CauseListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CauseRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return row.title + QStringLiteral(", ") + row.subtitle;
    case IdRole:
        return row.id;
    case NodeRole:
        return row.node;
    case SubtitleRole:
        return row.subtitle;
    case ConfidenceRole:
        return int(row.confidence);
    default:
        return {};
    }
}

} // namespace gordian::ui
