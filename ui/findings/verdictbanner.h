// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The verdict across the top of the page: what the eye meets first. It has room for the longest usual verdict
// from the start, so nothing below moves when one comes while results stream in. Owned by the page; GUI
// thread.

#include "findings/verdict.h"

#include <QFrame>

class QComboBox;
class QPushButton;

namespace gordian::ui {

class HealthBadge;
class TextLabel;

class VerdictBanner : public QFrame {
    Q_OBJECT

public:
    explicit VerdictBanner(QWidget *parent = nullptr);

    void setVerdict(const VerdictText &verdict);
    const VerdictText &verdict() const { return m_verdict; }
    /// Of the cause in view; -1: none.
    int cause() const { return m_cause; }

public slots:
    void setCause(int number);

signals:
    void whyRequested(int cause);
    void fixRequested(int cause);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void refresh();
    void retranslate();

    VerdictText m_verdict;
    int m_cause = -1;
    HealthBadge *m_badge;
    TextLabel *m_kicker;
    TextLabel *m_headline;
    TextLabel *m_detail;
    QComboBox *m_others;
    QPushButton *m_why;
    QPushButton *m_fix;
};

} // namespace gordian::ui
