// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One step of a plan: what to do, the command to type with a button that copies it, and what it risks. Owned
// by the Fix page; GUI thread.

#include "core/diagnosis.h"

#include <QFrame>

namespace gordian::ui {

class StepCard : public QFrame {
    Q_OBJECT

public:
    StepCard(int number, const RemedyStep &step, const QString &language, QWidget *parent = nullptr);

private:
    QWidget *buildCommand(const QString &command);
};

} // namespace gordian::ui
