// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tells what went wrong, or that something was done, without stopping anybody: a strip above the page, with
// what to do and a way to close it. Announced to screen readers. Owned by the main window; GUI thread.

#include "core/finding.h"

#include <QFrame>

#include <functional>

class QPushButton;

namespace gordian::ui {

class HealthBadge;
class TextLabel;

class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Done, Notice, Problem };

    explicit MessageBar(QWidget *parent = nullptr);

    void tell(Kind kind, const QString &text);
    /// With one button that does something about it.
    void tell(Kind kind, const QString &text, const QString &action, std::function<void()> act);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    HealthBadge *m_badge;
    TextLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
    std::function<void()> m_act;
};

} // namespace gordian::ui
