// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/findingsmodel.h"

#include "graph/graphcontent.h"
#include "shared/visibletext.h"

#include <QGuiApplication>
#include <QSet>

namespace gordian::ui {

void FindingsModel::setFindings(const QVector<Finding> &findings, const FindingsNames &names,
                                const Phrases &phrases)
{
    const QString language = phrases.language();
    QVector<Row> rows;
    rows.reserve(findings.size());
    for (const Finding &finding : findings) {
        Row row{finding,
                findingKey(finding),
                visibleText(finding.says.in(language)),
                names.component(finding.component, language),
                names.node(finding.node),
                finding.title.in(language),
                phrases.health(finding.health)};
        if (finding.health == Health::Unknown && finding.reason != UnknownReason::None) {
            row.health = QStringLiteral("%1: %2").arg(row.health, phrases.reason(finding.reason));
        }
        if (row.found.isEmpty()) {
            row.found = row.health;
        }
        rows << row;
    }
    merge(rows);
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

// Both lists are ordered alike, so one walk does: what is gone goes, what is new comes, the rest is compared.
void FindingsModel::merge(const QVector<Row> &rows)
{
    QSet<QString> wanted;
    for (const Row &row : rows) {
        wanted.insert(row.key);
    }
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (!wanted.contains(m_rows[row].key)) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (row < m_rows.size() && m_rows[row].key == rows[row].key) {
            if (!(m_rows[row] == rows[row])) {
                m_rows[row] = rows[row];
                emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
            continue;
        }
        if (const QModelIndex moved = indexOf(rows[row].key); moved.isValid()) {
            beginRemoveRows({}, moved.row(), moved.row());
            m_rows.removeAt(moved.row());
            endRemoveRows();
        }
        beginInsertRows({}, row, row);
        m_rows.insert(row, rows[row]);
        endInsertRows();
    }
}

QModelIndex FindingsModel::indexOf(const QString &key) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].key == key) {
            return index(row, 0);
        }
    }
    return {};
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::text(const Row &row, int column) const
{
    switch (column) {
    case FoundColumn:
        return row.found;
    case ComponentColumn:
        return row.component;
    case NodeColumn:
        return row.finding.node.isEmpty() ? tr("cluster") : row.node;
    default:
        return row.check;
    }
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == FoundColumn
            ? QVariant(m_icons.of(row.finding.health, QGuiApplication::palette()))
            : QVariant();
    case Qt::ToolTipRole:
        return QStringLiteral("<p>%1: %2</p>").arg(row.health.toHtmlEscaped(), row.found.toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return index.column() == FoundColumn ? QStringLiteral("%1: %2").arg(row.health, row.found)
                                             : text(row, index.column()).toString();
    case KeyRole:
        return row.key;
    case HealthRole:
        return int(row.finding.health);
    case RankRole:
        return index.column() == FoundColumn ? QVariant(healthRank(row.finding.health))
                                             : text(row, index.column());
    case NodeRole:
        return row.finding.node;
    case ComponentRole:
        return row.finding.component;
    case SearchRole:
        return QStringList{row.found, row.component, row.node, row.check, row.health, row.finding.id}.join(
            u'\n');
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case FoundColumn:
        return tr("What was found");
    case ComponentColumn:
        return tr("Component");
    case NodeColumn:
        return tr("Node");
    default:
        return tr("What was checked");
    }
}

} // namespace gordian::ui
