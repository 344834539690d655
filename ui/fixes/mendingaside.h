// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Beside the mending at hand, always in sight: what it risks, where the backup is, how it is taken back and
// how one sees that it helped. Shows what the presenter says. Owned by the Fix page; GUI thread.

#include <QFrame>

class QVBoxLayout;

namespace gordian::ui {

class MendingPresenter;
class TextLabel;

class MendingAside : public QFrame {
    Q_OBJECT

public:
    explicit MendingAside(MendingPresenter &presenter, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Paragraph {
        TextLabel *title = nullptr;
        TextLabel *text = nullptr;
    };
    Paragraph add(QVBoxLayout &column, const char *name);
    static void put(const Paragraph &paragraph, const QString &title, const QString &text);
    void refresh();

    MendingPresenter &m_presenter;
    Paragraph m_risk;
    Paragraph m_backup;
    Paragraph m_undo;
    Paragraph m_proof;
};

} // namespace gordian::ui
