// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The mendings that stand half-way, a line each with what can be done, above every place of the window: also
// of those of an earlier start. Made by the Fix page; GUI thread.

#include <QFrame>

class QVBoxLayout;

namespace gordian::ui {

class MendingPresenter;

class UnfinishedBar : public QFrame {
    Q_OBJECT

public:
    explicit UnfinishedBar(MendingPresenter &presenter, QWidget *parent = nullptr);

public slots:
    void refresh();

signals:
    /// It is under way now.
    void takenUp();

private:
    void addLine(const QString &id, const QString &text, bool isGoingBack);

    MendingPresenter &m_presenter;
    QVBoxLayout *m_lines;
};

} // namespace gordian::ui
