// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A large button with an icon, what it does, and for what. Owned by its parent; GUI thread.

#include <QAbstractButton>

namespace gordian::ui {

class ChoiceCard : public QAbstractButton {
    Q_OBJECT

public:
    ChoiceCard(const QString &icon, QWidget *parent = nullptr);

    /// `title` may hold a mnemonic.
    void setTexts(const QString &title, const QString &explanation);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_explanation;
};

} // namespace gordian::ui
