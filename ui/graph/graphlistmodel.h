// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The graph as a table, a row a component of a node: for those who read lists, and for screen readers. Owned
// by its panel; GUI thread.

#include "graph/graphcontent.h"
#include "shared/healthicons.h"

#include <QAbstractTableModel>

namespace gordian::ui {

class GraphListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Columns { ComponentColumn, NodeColumn, StateColumn, NeedsColumn, ColumnCount };
    enum Roles { VertexRole = Qt::UserRole, HealthRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows whose vertices stay are changed in place.
    void setContent(const GraphContent &content);
    QModelIndex indexOf(const QString &vertex) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString needsText(const GraphBox &box) const;

    GraphContent m_content;
    mutable HealthIcons m_icons;
};

} // namespace gordian::ui
