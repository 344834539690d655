// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The findings that are wanted: all words of the filter somewhere in the row, and the healthy ones only when
// asked for. Sorted worst first; sorting rests while it is held, so that nothing moves under the pointer. GUI
// thread.

#include <QSortFilterProxyModel>
#include <QStringList>

namespace gordian::ui {

class FindingsFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Show { NeedsAttention, All };

    explicit FindingsFilter(QObject *parent = nullptr);

    void setWords(const QString &text);
    void setShow(Show show);
    void setNode(const QString &node); ///< empty: all nodes
    void setHeld(bool held);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    Show m_show = Show::NeedsAttention;
    QString m_node;
};

} // namespace gordian::ui
