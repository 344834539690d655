// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Paints a machine of NodeModel: its health's shape, its name, and what it is doing. Compact for the rail,
// two lines with the address for the Connect page. Owned by its view; GUI thread.

#include <QStyledItemDelegate>

namespace gordian::ui {

class NodeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum class Density { Compact, Full };

    explicit NodeDelegate(Density density, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintFull(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    Density m_density;
};

} // namespace gordian::ui
