// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Host keys that nobody vouched for yet, each with a box to tick: the machine, and below it the fingerprint
// in full, for it is there to be compared. Nothing is ticked at first: trusting is the person's act. Ticks
// survive an update, and rows stay where they are when more keys come. Owned by HostKeysPanel; GUI thread.

#include "core/connection.h"

#include <QAbstractListModel>
#include <QSet>
#include <QVector>

namespace gordian::ui {

class HostKeyModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setOffers(const QVector<HostKeyOffer> &offers);
    QStringList tickedNodes() const;
    void tickAll();
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void ticksChanged();

private:
    static QString keyOf(const HostKeyOffer &offer);
    static QString text(const HostKeyOffer &offer);
    void forgetGoneTicks();

    QVector<HostKeyOffer> m_offers;
    QSet<QString> m_ticked; ///< a key, not a row: another key of the same node is another decision
};

} // namespace gordian::ui
