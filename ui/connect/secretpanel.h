// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Asks for one password, passphrase or set of codes, once per identity. What is typed goes to the session at
// once and is cleared here. Hidden when nothing is asked. Owned by the Connect page; GUI thread; the
// investigation outlives it.

#include "core/connection.h"

#include <QFrame>
#include <QVector>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class TextLabel;

class SecretPanel : public QFrame {
    Q_OBJECT

public:
    SecretPanel(Investigation &investigation, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildUi();
    void refresh();
    void retranslate();
    void askAnew(const SecretRequest &request);
    void clearFields();
    void answer();
    void decline();
    QString heading(const SecretRequest &request) const;
    QString promptLabel(const SecretRequest &request, int prompt) const;

    Investigation &m_investigation;
    quint64 m_shown = 0; ///< number of the request whose fields stand here
    TextLabel *m_title;
    TextLabel *m_words;
    TextLabel *m_refused;
    QFormLayout *m_form;
    QVector<QLineEdit *> m_fields;
    QCheckBox *m_remember;
    QPushButton *m_answer;
    QPushButton *m_decline;
};

} // namespace gordian::ui
