// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphlistmodel.h"

#include <QGuiApplication>

#include <algorithm>

namespace gordian::ui {

void GraphListModel::setContent(const GraphContent &content)
{
    const bool sameRows = std::equal(
        content.boxes.cbegin(), content.boxes.cend(), m_content.boxes.cbegin(), m_content.boxes.cend(),
        [](const GraphBox &one, const GraphBox &other) { return one.id == other.id; });
    if (sameRows) {
        m_content = content;
        if (!content.boxes.isEmpty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        return;
    }
    beginResetModel();
    m_content = content;
    endResetModel();
}

QModelIndex GraphListModel::indexOf(const QString &vertex) const
{
    for (int row = 0; row < m_content.boxes.size(); ++row) {
        if (m_content.boxes[row].id == vertex) {
            return index(row, 0);
        }
    }
    return {};
}

int GraphListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_content.boxes.size());
}

int GraphListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString GraphListModel::needsText(const GraphBox &box) const
{
    QStringList needs;
    for (const GraphLine &line : m_content.lines) {
        const GraphBox *other = line.from == box.id ? m_content.box(line.to) : nullptr;
        if (other) {
            needs << (line.kind == EdgeKind::Apparent       ? tr("%1 (only seems so)").arg(other->name)
                          : line.kind == EdgeKind::Circular ? tr("%1 (closes a circle)").arg(other->name)
                                                            : other->name);
        }
    }
    needs.removeDuplicates();
    return needs.join(QStringLiteral(", "));
}

QVariant GraphListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const GraphBox &box = m_content.boxes[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case ComponentColumn:
            return box.name;
        case NodeColumn:
            return box.node.isEmpty() ? tr("cluster") : m_content.nodeNames.value(box.node, box.node);
        case StateColumn:
            return box.isCause ? tr("%1, the cause is here").arg(box.note) : box.note;
        default:
            return needsText(box);
        }
    case Qt::DecorationRole:
        return index.column() == ComponentColumn
            ? QVariant(m_icons.of(box.health, QGuiApplication::palette()))
            : QVariant();
    case Qt::ToolTipRole:
        return QStringLiteral("<p>%1</p>").arg(box.description.toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return index.column() == ComponentColumn ? QVariant(box.description) : QVariant();
    case VertexRole:
        return box.id;
    case HealthRole:
        return int(box.health);
    case SortRole:
        return index.column() == StateColumn ? QVariant((box.isCause ? 0 : 10) + healthRank(box.health))
                                             : data(index, Qt::DisplayRole);
    default:
        return {};
    }
}

QVariant GraphListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case ComponentColumn:
        return tr("Component");
    case NodeColumn:
        return tr("Node");
    case StateColumn:
        return tr("State");
    default:
        return tr("Needs");
    }
}

} // namespace gordian::ui
