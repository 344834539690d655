// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What speaks for and against a cause on one node, before causes are compared with each other. Plain
// functions over a judged case; one thread.

#include "core/diagnosis.h"
#include "diagnose/judge.h"

#include <optional>

namespace gordian {

struct Weighed {
    double weight = 0;
    Grounds grounds; ///< of the conditions that hold
};

/// A cause on a node (empty: the cluster), with the answers of all its conditions.
struct Considered {
    const CauseRule *rule = nullptr;
    QString node;
    Answered excluded;
    Answered proof;
    Weighed supports;
    Weighed contradicts;

    double sum() const { return supports.weight - contradicts.weight; }
    Confidence confidence() const;
};

/// Nothing if the cause's component is not on that node.
std::optional<Considered> consider(Judge &judge, const CauseRule &rule, const QString &node);

/// Why the cause is not to be named, whatever other causes there are; nothing if it may be.
std::optional<Dismissal> dismissalOf(const Judge &judge, const Considered &cause);

/// `rule` as a cause that is not named.
DismissedCause dismissed(const Judge &judge, const Considered &cause, Dismissal why);

} // namespace gordian
