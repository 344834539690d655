// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A plan in words, ready to be shown: what a person reads before anything happens. Pure functions; any
// thread.

#include "core/diagnosis.h"
#include "remedy/plan.h"
#include "report/phrases.h"

namespace gordian::ui {

struct MendingAction {
    QString text;
    QString deed; ///< the exact command, or the unified diff; empty: nothing will be done
    QString undo; ///< the command that takes it back, where there is one
    bool isDiff = false;
    QStringList kept; ///< places that are kept first
    QString risk;
    bool isIrreversible = false;
    bool isDone = false;
};

struct MendingSheet {
    QString title;
    QString effect;
    QString node; ///< its name
    QStringList refusals;
    QVector<MendingAction> actions;
    int toDo = 0; ///< actions that will do something
    QString verification;
    QString verificationCommand;
    QStringList clears;
    QStringList stays;
};

MendingSheet sheetOf(const Plan &plan, const Diagnosis &diagnosis, const Phrases &phrases);
QString remedyFacts(const Remedy &remedy, const Phrases &phrases);
/// How much of what was foretold to clear has cleared.
QString comparisonText(const Plan &plan, const Diagnosis &after);
/// Why Gordian does not touch this node; empty: it may.
QString whyNotMended(const Node &node);

} // namespace gordian::ui
