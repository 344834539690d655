// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A large field for pasted logs and tables. Owned by the Connect page; GUI thread.

#include <QFrame>

class QPlainTextEdit;
class QPushButton;

namespace gordian::ui {

class TextLabel;

class PastePanel : public QFrame {
    Q_OBJECT

public:
    explicit PastePanel(QWidget *parent = nullptr);
    void focusText();

signals:
    void pasted(const QByteArray &text);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    TextLabel *m_title;
    TextLabel *m_hint;
    QPlainTextEdit *m_text;
    QPushButton *m_read;
    QPushButton *m_cancel;
};

} // namespace gordian::ui
