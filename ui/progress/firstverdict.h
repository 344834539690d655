// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The verdict so far in one sentence, with the way to its proof. Announced to screen readers when it changes.
// Owned by the Collect page; GUI thread; the investigation and the language outlive it.

#include <QFrame>

class QPushButton;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class HealthBadge;
class Language;
class TextLabel;

class FirstVerdict : public QFrame {
    Q_OBJECT

public:
    FirstVerdict(const Investigation &investigation, Language &language, QWidget *parent = nullptr);

    void refresh();

signals:
    void findingsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QString sentence() const;
    QString reach() const;

    const Investigation &m_investigation;
    Language &m_language;
    HealthBadge *m_badge;
    TextLabel *m_rank;
    TextLabel *m_sentence;
    TextLabel *m_reach;
    QPushButton *m_findings;
};

} // namespace gordian::ui
