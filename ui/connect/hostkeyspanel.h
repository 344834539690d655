// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The unknown host keys of all machines on one page: compare, tick, trust. Hidden when none waits. Owned by
// the Connect page; GUI thread; the investigation outlives it.

#include <QFrame>

class QListView;
class QPushButton;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class HostKeyModel;
class TextLabel;

class HostKeysPanel : public QFrame {
    Q_OBJECT

public:
    HostKeysPanel(Investigation &investigation, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildUi();
    void connectSignals();
    void refresh();
    void retranslate();
    void updateButtons();
    void acceptTicked();
    void rejectAll();

    Investigation &m_investigation;
    HostKeyModel *m_model;
    TextLabel *m_title;
    TextLabel *m_hint;
    QListView *m_view;
    QPushButton *m_accept;
    QPushButton *m_all;
    QPushButton *m_reject;
};

} // namespace gordian::ui
