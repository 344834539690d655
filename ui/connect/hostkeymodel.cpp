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
    QStringList before;
    QStringList after;
    for (const HostKeyOffer &offer : std::as_const(m_offers)) {
        before.append(keyOf(offer));
    }
    for (const HostKeyOffer &offer : offers) {
        after.append(keyOf(offer));
    }
    for (qsizetype row = before.size() - 1; row >= 0; --row) {
        if (!after.contains(before.at(row))) {
            beginRemoveRows({}, int(row), int(row));
            m_offers.removeAt(row);
            before.removeAt(row);
            endRemoveRows();
        }
    }
    for (qsizetype number = 0; number < after.size(); ++number) {
        if (!before.contains(after.at(number))) {
            const int row = int(m_offers.size());
            beginInsertRows({}, row, row);
            m_offers.append(offers.at(number));
            endInsertRows();
        }
    }
    forgetGoneTicks();
    emit ticksChanged();
}

void HostKeyModel::forgetGoneTicks()
{
    QSet<QString> present;
    for (const HostKeyOffer &offer : std::as_const(m_offers)) {
        present.insert(keyOf(offer));
    }
    m_ticked.intersect(present);
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

int HostKeyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_offers.size());
}

QString HostKeyModel::text(const HostKeyOffer &offer)
{
    return safeText(offer.hop.display() + QStringLiteral("  ") + offer.key.type) + QLatin1Char('\n')
        + safeText(offer.key.sha256);
}

QVariant HostKeyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const HostKeyOffer &offer = m_offers.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(offer);
    case Qt::ToolTipRole:
        return tr("Would be written to %1").arg(offer.knownHostsFile);
    case Qt::FontRole:
        return fontFor(FontRole::Mono);
    case Qt::CheckStateRole:
        return m_ticked.contains(keyOf(offer)) ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

bool HostKeyModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
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
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

} // namespace gordian::ui
