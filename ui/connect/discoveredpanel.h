// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Machines that the examined ones speak of: "etcd members know 10.0.0.12". Offered, never added unasked.
// Hidden when there are none. Reading the artifacts takes a worker. Owned by the Connect page; GUI thread;
// the investigation outlives it.

#include "inventory/inventory.h"

#include <QFrame>
#include <QFutureWatcher>
#include <QSet>
#include <QTimer>

class QPushButton;
class QVBoxLayout;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class TextLabel;

class DiscoveredPanel : public QFrame {
    Q_OBJECT

public:
    DiscoveredPanel(Investigation &investigation, QWidget *parent = nullptr);
    ~DiscoveredPanel() override;

signals:
    void added(const QStringList &nodes);

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();
    void refresh();
    void retranslate();
    void show(const QVector<InventoryFind> &finds);
    void add(const QVector<Node> &nodes);

    Investigation &m_investigation;
    QTimer m_refresh;
    QFutureWatcher<QVector<InventoryFind>> m_looking;
    QVector<InventoryFind> m_finds; ///< as of the last look
    QVector<Node> m_offered;
    QSet<QString> m_dismissed; ///< hosts that the person does not want offered again
    TextLabel *m_title;
    QVBoxLayout *m_rows;
    QPushButton *m_all;
    QPushButton *m_dismiss;
};

} // namespace gordian::ui
