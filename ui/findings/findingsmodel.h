// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// All findings as a table. A new diagnosis changes rows in place and inserts or removes the others one by
// one, so that selection and scroll position hold. Owned by the page; GUI thread.

#include "findings/findingsnames.h"
#include "shared/healthicons.h"

#include <QAbstractTableModel>

namespace gordian::ui {

class FindingsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Columns { FoundColumn, ComponentColumn, NodeColumn, CheckColumn, ColumnCount };
    enum Roles { KeyRole = Qt::UserRole, HealthRole, RankRole, NodeRole, ComponentRole, SearchRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(const QVector<Finding> &findings, const FindingsNames &names, const Phrases &phrases);
    const Finding &finding(int row) const { return m_rows[row].finding; }
    QModelIndex indexOf(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        Finding finding;
        QString key;
        QString found;
        QString component;
        QString node;
        QString check;
        QString health;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void merge(const QVector<Row> &rows);
    QVariant text(const Row &row, int column) const;

    QVector<Row> m_rows;
    mutable HealthIcons m_icons;
};

} // namespace gordian::ui
