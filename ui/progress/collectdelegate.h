// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Paints the Collect table: machine names with their shape, cells that fill as answers come and turn into a
// health's shape once judged. Owned by its view; GUI thread.

#include <QStyledItemDelegate>

namespace gordian::ui {

class CollectDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gordian::ui
