// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where machines are named: typed or pasted lines, ssh config's hosts, an inventory; and how to sign in to
// them. Owned by the Connect page; GUI thread.

#include "collect/collector.h"
#include "core/node.h"
#include "core/result.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace gordian::ui {

class Language;
class SignInOptions;
class TextLabel;

class AddNodesPanel : public QWidget {
    Q_OBJECT

public:
    AddNodesPanel(Language &language, QWidget *parent = nullptr);

    ShellRights rights() const;
    void setRights(ShellRights rights);
    void setText(const QString &text);
    void focusText();
    void addInventory(const QString &path);
    void add();
    void offer(const gordian::Result<QVector<gordian::Node>> &found);

signals:
    void nodesNamed(const QVector<gordian::Node> &nodes);
    void problemFound(const QString &text);
    void noticeGiven(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildUi();
    void retranslate();
    void fillSshConfigMenu();
    void tellConfigNotes();
    void applyOptions(QVector<Node> &nodes) const;

    Language &m_language;
    QString m_toldNotes; ///< once is enough
    TextLabel *m_title;
    TextLabel *m_hint;
    QPlainTextEdit *m_text;
    QPushButton *m_add;
    QPushButton *m_sshConfig;
    QPushButton *m_inventory;
    QMenu *m_sshMenu;
    SignInOptions *m_options;
};

} // namespace gordian::ui
