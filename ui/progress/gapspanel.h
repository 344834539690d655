// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What could not be read, and why, so that silence is never taken for health. Hidden when nothing is missing.
// Owned by the Collect page; GUI thread; the investigation and the language outlive it.

#include <QFrame>
#include <QStringList>
#include <QVector>

class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace gordian {
class Investigation;
struct CoverageGap;
} // namespace gordian

namespace gordian::ui {

class Language;
class TextLabel;

class GapsPanel : public QFrame {
    Q_OBJECT

public:
    GapsPanel(const Investigation &investigation, Language &language, QWidget *parent = nullptr);
    void refresh();

signals:
    /// To be asked for the password, and to collect again from the nodes whose accounts are not root.
    void sudoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QStringList texts(const CoverageGap &gap) const;

    const Investigation &m_investigation;
    Language &m_language;
    QVector<QStringList> m_shown;
    TextLabel *m_title;
    QPushButton *m_sudo;
    QStandardItemModel *m_model;
    QTreeView *m_view;
};

} // namespace gordian::ui
