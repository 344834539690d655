// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/findingsfilter.h"

#include "findings/findingsmodel.h"

#include <algorithm>

namespace gordian::ui {

FindingsFilter::FindingsFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(FindingsModel::RankRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
    sort(FindingsModel::FoundColumn);
}

void FindingsFilter::setWords(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void FindingsFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void FindingsFilter::setNode(const QString &node)
{
    m_node = node;
    invalidateFilter();
}

void FindingsFilter::setHeld(bool held)
{
    setDynamicSortFilter(!held);
    if (!held) {
        invalidateFilter(); // it sorts by itself then, and asks nobody anew
    }
}

bool FindingsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_node.isEmpty() && index.data(FindingsModel::NodeRole).toString() != m_node) {
        return false;
    }
    const auto health = Health(index.data(FindingsModel::HealthRole).toInt());
    // A filter asks for something: then a healthy row is an answer too.
    if (m_show == Show::NeedsAttention && health == Health::Healthy && m_words.isEmpty()) {
        return false;
    }
    const QString text = m_words.isEmpty() ? QString() : index.data(FindingsModel::SearchRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool FindingsFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() == FindingsModel::FoundColumn) {
        const int one = left.data(FindingsModel::RankRole).toInt();
        const int other = right.data(FindingsModel::RankRole).toInt();
        return one != other ? one < other : left.row() < right.row();
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace gordian::ui
