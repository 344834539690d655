// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The transcript of one mending as a case keeps it and a report tells it: who did what, when, with what hash
// before and after, what was foretold and how it ended. Plain values, any thread; texts from a node are
// hostile.

#include "core/localtext.h"
#include "core/mending.h"

#include <QDateTime>
#include <QVector>

namespace gordian {

/// What a step changed: contents, mode and owner in one word, before and after.
struct MendedPlace {
    QString path;
    QString before; ///< "absent" where nothing was
    QString after; ///< empty: not known, or not changed
    friend bool operator==(const MendedPlace &, const MendedPlace &) = default;
};

struct MendingStep {
    LocalText text;
    QString deed; ///< the exact command, or the unified diff; empty: nothing was to be done
    bool isDiff = false;
    QString undo; ///< the command that takes it back, where there is one
    bool isIrreversible = false;
    QVector<MendedPlace> places;
    ActionState state = ActionState::Waiting;
    QDateTime began; ///< UTC; invalid: it was not begun
    QDateTime ended;
    QDateTime undone;
    QString trouble; ///< last words, if it failed
    friend bool operator==(const MendingStep &, const MendingStep &) = default;
};

struct MendingEvent {
    QDateTime at; ///< UTC
    QString what; ///< as in the journal (remedy/journal.h)
    int step = -1;
    QString detail;
    friend bool operator==(const MendingEvent &, const MendingEvent &) = default;
};

/// A finding ("node/check"), and what it said before.
struct Foretold {
    QString finding;
    LocalText says;
    friend bool operator==(const Foretold &, const Foretold &) = default;
};

struct MendingRecord {
    QString id;
    QString node; ///< its id in the case
    QString nodeName;
    QString address;
    QString by; ///< the laptop's account and name: "anna@desk-7"
    QString account; ///< who it was done as on the node
    QString cause;
    LocalText causeSentence;
    QString remedy;
    LocalText title;
    LocalText effect;
    QString planHash;
    MendingState state = MendingState::Planned;
    QDateTime plannedAt; ///< UTC
    QVector<MendingStep> steps;
    LocalText verification;
    QString verificationCommand;
    QVector<Foretold> clears;
    QVector<Foretold> stays;
    QVector<MendingEvent> events; ///< by time
    friend bool operator==(const MendingRecord &, const MendingRecord &) = default;
};

} // namespace gordian
