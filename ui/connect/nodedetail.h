// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What there is to say about one machine: how the sign-in went, with whose rights; or at which layer it
// failed and what to do. A changed host key is told here, with both keys and the line, and cannot be clicked
// away. Owned by NodesPanel; GUI thread.

#include "core/case.h"

#include <QWidget>

class QPushButton;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class Language;
class TextLabel;

class NodeDetail : public QWidget {
    Q_OBJECT

public:
    NodeDetail(Investigation &investigation, Language &language, QWidget *parent = nullptr);

    void showNode(const QString &node);

signals:
    void retryRequested();
    void removeRequested();
    void sudoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildUi();
    void retranslate();
    void showFailure(const ConnectFailure &failure);
    void showSession(const NodeRecord &record);
    void setTexts(const QString &title, const QString &advice, const QString &detail);
    QString changedKeyText(const ConnectFailure &failure) const;
    QString sessionText(const NodeRecord &record) const;
    void copy() const;

    Investigation &m_investigation;
    Language &m_language;
    QString m_node;
    TextLabel *m_title;
    TextLabel *m_advice;
    TextLabel *m_detail;
    QPushButton *m_retry;
    QPushButton *m_sudo;
    QPushButton *m_remove;
    QPushButton *m_copy;
};

} // namespace gordian::ui
