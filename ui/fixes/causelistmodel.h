// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The causes of the diagnosis, best first, as a list to choose from. Owned by the Fix page; GUI thread.

#include "core/diagnosis.h"

#include <QAbstractListModel>
#include <QVector>

namespace gordian::ui {

struct CauseRow {
    QString id;
    QString node;
    QString title;
    QString subtitle; ///< how sure, where, how many steps
    Confidence confidence = Confidence::Possible;
    friend bool operator==(const CauseRow &, const CauseRow &) = default;
};

class CauseListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, NodeRole, SubtitleRole, ConfidenceRole };

    using QAbstractListModel::QAbstractListModel;

    void setRows(const QVector<CauseRow> &rows);
    int rowOf(const QString &id, const QString &node) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVector<CauseRow> m_rows;
};

} // namespace gordian::ui
