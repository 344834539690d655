// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One action of a plan: what it does, the exact command or the diff, what is kept and what it risks, and
// where it stands. Owned by the mending panel; GUI thread.

#include "core/mending.h"
#include "fixes/mendingsheet.h"

#include <QFrame>

class QVBoxLayout;

namespace gordian::ui {

class HealthBadge;
class TextLabel;

class MendingCard : public QFrame {
    Q_OBJECT

public:
    MendingCard(int number, const MendingAction &action, QWidget *parent = nullptr);

    /// `word` is empty before anything is done.
    void setState(ActionState state, const QString &word);
    QString stateWord() const;

private:
    void addNotes(QVBoxLayout &column, const MendingAction &action);

    QString m_name;
    HealthBadge *m_badge;
    TextLabel *m_state;
};

/// A box in the window's way for a command, or for a diff: added and removed lines in colours too.
QWidget *makeDeedBox(const QString &deed, bool isDiff, QWidget *parent);

} // namespace gordian::ui
