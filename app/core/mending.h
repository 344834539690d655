// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What can stand against a mending, what it goes through, and how it ends. Plain values, any thread. Wording
// is report/phrases.h's.

#include <QString>
#include <QStringList>

#include <optional>

namespace gordian {

/// Why a remedy is not to be applied now.
enum class Objection {
    MissingProgram, ///< the node lacks `detail`
    NotRoot,
    Busy, ///< the mending `detail` has not ended there
    NoSuchFile,
    FileInTheWay, ///< what would be made is there already
    NotToBeRead, ///< it holds secrets, or is too large
    CannotEdit,
    CheckFailed, ///< the precondition `detail` does not hold
    WasFailed, ///< what is to be undone later cannot be asked now
    QuorumAtRisk, ///< `detail`: "1 of 3"
    NothingToDo, ///< all of it is so already
    LastControlPlane, ///< no other API server answers; `detail`: "0/3"
    OtherNode, ///< another node's mending, `detail`, has not ended: one node at a time
};

struct Refusal {
    Objection objection = Objection::CheckFailed;
    int action = -1; ///< which; -1: all of it
    QString detail; ///< hostile
    friend bool operator==(const Refusal &, const Refusal &) = default;
};

enum class MendingState {
    Planned, ///< nothing was changed yet
    Claimed, ///< no other mending may begin on the node; nothing was changed yet
    Applying,
    Verifying,
    Applied, ///< and found well
    Undoing,
    Undone,
    Stuck, ///< somebody else changed what was to be put back: a person must decide
    Left, ///< as it stood, by a person's decision
};

enum class ActionState { Waiting, Running, Done, Skipped, Failed, Undone, LeftAlone };

enum class Trouble {
    ChangedMeanwhile, ///< a file is no longer as the plan says
    NoRoom, ///< the node has no space for a backup or a file
    Busy, ///< another mending is under way there
    CheckFailed, ///< the precondition does not hold any more
    CommandFailed, ///< `detail` has its last words
    NotWellAfterwards, ///< the verification did not succeed in time
    JournalFailed, ///< the laptop cannot write its journal
    NotRoot, ///< the account may not change anything there now
    MissingProgram, ///< the node lacks `detail`
    BackupBad, ///< what was kept is gone or was altered
    TookTooLong, ///< a command was ended after its time
    CutOff, ///< a command was ended from outside, as by a restart of the node
};

struct MendingTrouble {
    Trouble trouble = Trouble::CommandFailed;
    int action = -1;
    int exitCode = 0;
    QString detail; ///< hostile
};

/// How it ended.
struct MendingEnd {
    MendingState state = MendingState::Planned;
    std::optional<MendingTrouble> trouble; ///< why it was undone, or why it could not begin
    std::optional<MendingTrouble> undoTrouble; ///< why it is not undone yet
    QStringList leftAlone; ///< places that somebody else changed: they were not put back
    bool wasStopped = false; ///< by stop(): it stands where it is
};

} // namespace gordian
