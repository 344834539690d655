// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The equal choices beside signing in: open a file, paste text, have a script run by hand, try the demo; and
// what was worked on lately. Owned by the Connect page; GUI thread.

#include <QWidget>

#include <functional>

class QPushButton;
class QVBoxLayout;

namespace gordian::ui {

class ChoiceCard;
class TextLabel;

class OtherWaysPanel : public QWidget {
    Q_OBJECT

public:
    explicit OtherWaysPanel(QWidget *parent = nullptr);
    /// Reads the recent ones anew.
    void refresh();

signals:
    void openRequested();
    void pasteRequested();
    void scriptRequested();
    void demoRequested();
    void connectionChosen(const QString &lines);
    void fileChosen(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addRecent(const QString &text, const QString &accessibleName, const std::function<void()> &chosen);

    TextLabel *m_title;
    ChoiceCard *m_open;
    ChoiceCard *m_paste;
    ChoiceCard *m_script;
    ChoiceCard *m_demo;
    TextLabel *m_recentTitle;
    QWidget *m_recent;
    QVBoxLayout *m_recentRows;
};

} // namespace gordian::ui
