// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One place of the rail: icon, name, and its state at the right. Owned by the rail; GUI thread.

#include <QAbstractButton>

namespace gordian::ui {

class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Tone { Quiet, Urgent };

    explicit RailButton(const QString &icon, QWidget *parent = nullptr);

    void setState(const QString &state, Tone tone);
    QString state() const { return m_state; }
    void setTitle(const QString &title);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    QString m_icon;
    QString m_state;
    Tone m_tone = Tone::Quiet;
};

} // namespace gordian::ui
