// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Host keys that nobody vouched for yet, each with a box to tick. Nothing is ticked at first: trusting is the
// person's act. Ticks survive an update. Owned by HostKeysPanel; GUI thread.

#include "core/connection.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QVector>

namespace gordian::ui {

class HostKeyModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NodeColumn, TypeColumn, FingerprintColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setOffers(const QVector<HostKeyOffer> &offers);
    QStringList tickedNodes() const;
    void tickAll();
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void ticksChanged();

private:
    static QString keyOf(const HostKeyOffer &offer);
    QString text(const HostKeyOffer &offer, int column) const;

    QVector<HostKeyOffer> m_offers;
    QSet<QString> m_ticked; ///< a key, not a row: another key of the same node is another decision
};

} // namespace gordian::ui
