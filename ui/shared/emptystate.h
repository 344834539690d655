// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a page shows when it has nothing to show: a sentence that says why, and what to do about it. Owned by
// its page; GUI thread.

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace gordian::ui {

class TextLabel;

class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString &icon, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence);
    /// A button below the sentence; the first one is the page's primary one.
    QPushButton *addButton();

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    QString m_iconName;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_sentence;
    QHBoxLayout *m_buttons;
};

} // namespace gordian::ui
