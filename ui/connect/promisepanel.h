// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What Gordian will do on the machines, for those who are about to let it in: shown until a machine is named.
// Owned by the Connect page; GUI thread.

#include <QFrame>
#include <QVector>

class QVBoxLayout;

namespace gordian::ui {

class TextLabel;

class PromisePanel : public QFrame {
    Q_OBJECT

public:
    explicit PromisePanel(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addStep(QWidget *parent, QVBoxLayout *column, int number);
    void retranslate();

    TextLabel *m_title;
    QVector<TextLabel *> m_heads;
    QVector<TextLabel *> m_bodies;
};

} // namespace gordian::ui
