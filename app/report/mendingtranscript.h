// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mending's transcript in words, for every form of the report and for the terminal: who, when, what,
// before, after, what was foretold and what came of it. Pure functions; any thread. Texts from a node are
// hostile.

#include "core/diagnosis.h"
#include "core/mendingrecord.h"
#include "report/phrases.h"

#include <utility>

namespace gordian {

struct TranscriptStep {
    QString title; ///< "3. Restart the kubelet: done"
    QString when; ///< empty: it was not begun
    QString deed; ///< the command, or the diff
    bool isDiff = false;
    QString undo;
    QStringList notes; ///< what it cannot, and how it failed
    QVector<MendedPlace> places; ///< as they are, or "not known" where nothing is
};

struct Transcript {
    QString title; ///< "cp-1: Switch containerd ...: applied and well"
    QVector<std::pair<QString, QString>> facts; ///< who, where, when, which plan
    QVector<TranscriptStep> steps;
    QString verification;
    QString verificationCommand;
    QString outcome; ///< "5 of 7 symptoms that were foretold to clear have cleared"; empty: not applied
    QStringList cleared;
    QStringList notCleared; ///< while it is not applied: what should clear
    QStringList stays;
    QVector<std::pair<QString, QString>> events; ///< when, what
};

Transcript transcriptText(const MendingRecord &record, const Diagnosis &now, const Phrases &phrases);

/// How far what was foretold to clear has cleared.
struct Clearing {
    QVector<Foretold> cleared;
    QVector<Foretold> left;
};
Clearing clearingOf(const QVector<Foretold> &foretold, const Diagnosis &now);

} // namespace gordian
