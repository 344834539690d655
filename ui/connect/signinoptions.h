// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// How to sign in, folded away because the defaults are ssh's own: identity file, jump hosts, whose rights.
// Owned by AddNodesPanel; GUI thread.

#include "core/node.h"
#include "transport/transport.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace gordian::ui {

class TextLabel;

class SignInOptions : public QWidget {
    Q_OBJECT

public:
    explicit SignInOptions(QWidget *parent = nullptr);

    QString identityFile() const;
    QVector<Endpoint> jumps() const; ///< as `ssh -J` takes them: hop, hop
    ShellRights rights() const;
    void setRights(ShellRights rights);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildUi();
    void retranslate();
    void setUnfolded(bool unfolded);

    QToolButton *m_fold;
    QWidget *m_body;
    QLabel *m_identityLabel;
    QLineEdit *m_identity;
    QPushButton *m_browse;
    QLabel *m_jumpsLabel;
    QLineEdit *m_jumps;
    QLabel *m_rightsLabel;
    QComboBox *m_rights;
};

} // namespace gordian::ui
