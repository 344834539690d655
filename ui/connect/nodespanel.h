// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The machines that were named, each with its live state, and below them what there is to say about the
// chosen one. Owned by the Connect page; GUI thread; the investigation and the language outlive it.

#include "shared/nodemodel.h"

#include <QFrame>

class QListView;
class QPushButton;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class Language;
class NodeDetail;
class TextLabel;

class NodesPanel : public QFrame {
    Q_OBJECT

public:
    NodesPanel(Investigation &investigation, Language &language, QWidget *parent = nullptr);

    void refresh();
    /// What the primary button would do now.
    QStringList waitingNodes() const;

signals:
    void connectRequested();
    void retryRequested(const QString &node);
    void sudoRequested(); ///< for every node whose account is not root

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildUi();
    void connectSignals();
    void retranslate();
    bool anyIdle() const;
    void updateButtons();
    void showDetail();
    void chooseFailing();
    QString chosen() const;

    Investigation &m_investigation;
    Language &m_language;
    NodeModel *m_model;
    TextLabel *m_title;
    QListView *m_view;
    NodeDetail *m_detail;
    QPushButton *m_connect;
    QPushButton *m_cancel;
};

} // namespace gordian::ui
