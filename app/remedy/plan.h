// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A remedy made ready for one node: every command as it will run, every file as it is and as it will be, and
// what stands against it. What a person reads before anything happens, and what its hash stands for. A plain
// value, any thread.

#include "core/mending.h"
#include "core/node.h"
#include "core/remedy.h"
#include "core/result.h"

#include <QDateTime>

namespace gordian {

/// Something that is kept before it is changed.
struct KeptPlace {
    QString path; ///< where it really is, links followed
    QString digest; ///< contents, mode, owner; "absent"
    friend bool operator==(const KeptPlace &, const KeptPlace &) = default;
};

struct PlannedAction {
    Action action;
    bool isDone = false; ///< it is so already: nothing will be done
    QVector<KeptPlace> kept; ///< Edit, Place, SetAside: the file; Command: what it touches
    QByteArray before; ///< Edit: the file as it is
    QByteArray after; ///< Edit, Place: as it will be
    QByteArray diff; ///< Edit, Place
    QString was; ///< Command: what `was` printed
    QString unitState; ///< Unit: "active enabled"
    friend bool operator==(const PlannedAction &, const PlannedAction &) = default;
};

struct Plan {
    QString id; ///< of this mending: time and chance
    QString cause;
    LocalText causeSentence;
    QString by; ///< the laptop's account and name
    QString account; ///< who it is done as on the node
    Remedy remedy;
    Node node;
    QDateTime at; ///< UTC
    QVector<PlannedAction> actions;
    QVector<Refusal> refusals;
    QStringList clears; ///< findings ("node/check") that go with the cause
    QStringList stays; ///< findings that are wrong and that the cause does not explain
    QMap<QString, LocalText> says; ///< what these findings said then

    bool isAllowed() const { return refusals.isEmpty(); }
};

/// Of all that decides what will be done where; not of the plan's id and time. Hex of SHA-256.
QString hashOf(const Plan &plan);

/// The digest that a file action leaves behind; empty for other kinds.
QString digestAfter(const PlannedAction &planned);

QByteArray planToJson(const Plan &plan);
/// Errors: Malformed.
Result<Plan> planFromJson(const QByteArray &json);

} // namespace gordian
