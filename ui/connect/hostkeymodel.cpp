// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/hostkeymodel.h"

#include "shared/labels.h"
#include "shared/theme.h"

namespace gordian::ui {

QString HostKeyModel::keyOf(const HostKeyOffer &offer)
{
    return offer.node + QLatin1Char('\n') + offer.hop.display() + QLatin1Char('\n') + offer.key.sha256;
}

void HostKeyModel::setOffers(const QVector<HostKeyOffer> &offers)
{
    beginResetModel();
    m_offers = offers;
    QSet<QString> present;
    for (const HostKeyOffer &offer : m_offers) {
        present.insert(keyOf(offer));
    }
    m_ticked.intersect(present);
    endResetModel();
    emit ticksChanged();
}

QStringList HostKeyModel::tickedNodes() const
{
    QStringList nodes;
    for (const HostKeyOffer &offer : m_offers) {
        if (m_ticked.contains(keyOf(offer))) {
            nodes.append(offer.node);
        }
    }
    return nodes;
}

void HostKeyModel::tickAll()
{
    for (const HostKeyOffer &offer : std::as_const(m_offers)) {
        m_ticked.insert(keyOf(offer));
    }
    if (!m_offers.isEmpty()) {
        emit dataChanged(index(0, 0), index(int(m_offers.size()) - 1, 0), {Qt::CheckStateRole});
    }
    emit ticksChanged();
}

void HostKeyModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int HostKeyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_offers.size());
}

int HostKeyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HostKeyModel::text(const HostKeyOffer &offer, int column) const
{
    switch (column) {
    case NodeColumn:
        return safeText(offer.hop.display());
    case TypeColumn:
        return safeText(offer.key.type);
    default:
        return safeText(offer.key.sha256);
    }
}

QVariant HostKeyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const HostKeyOffer &offer = m_offers.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(offer, index.column());
    case Qt::ToolTipRole:
        return tr("Would be written to %1").arg(offer.knownHostsFile);
    case Qt::FontRole:
        return index.column() == FingerprintColumn ? QVariant(fontFor(FontRole::Mono)) : QVariant();
    case Qt::CheckStateRole:
        return index.column() == NodeColumn
            ? QVariant(m_ticked.contains(keyOf(offer)) ? Qt::Checked : Qt::Unchecked)
            : QVariant();
    default:
        return {};
    }
}

bool HostKeyModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != NodeColumn) {
        return false;
    }
    const QString key = keyOf(m_offers.at(index.row()));
    if (value.toInt() == Qt::Checked) {
        m_ticked.insert(key);
    } else {
        m_ticked.remove(key);
    }
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit ticksChanged();
    return true;
}

Qt::ItemFlags HostKeyModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.column() == NodeColumn ? base | Qt::ItemIsUserCheckable : base;
}

QVariant HostKeyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NodeColumn:
        return tr("Machine");
    case TypeColumn:
        return tr("Key");
    default:
        return tr("Fingerprint");
    }
}

} // namespace gordian::ui
