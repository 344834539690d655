// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A judgement on facts: what is well, what is not, and what could not be told. A plain value, any thread.

#include "core/fact.h"
#include "core/localtext.h"

#include <QVector>

namespace gordian {

enum class Health { Healthy, Degraded, Failed, Blocked, Unknown };

/// Why a thing is unknown. "The probe failed" is never "the thing failed".
enum class UnknownReason {
    None,
    NotCollected,
    NotPermitted,
    CommandMissing,
    TimedOut,
    NotApplicable,
    NotUnderstood,
    NodeNotReached
};

/// A piece of proof that a person can read: where it stands and the very lines.
struct Evidence {
    SourceRef source;
    QString command; ///< what printed it
    QStringList lines; ///< decoded, still hostile; at most a dozen, each at most 2,000 characters
    QDateTime time; ///< of the line on the node's clock, where it has one
    int occurrences = 1; ///< how often that line's kind was seen
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

struct Finding {
    QString id; ///< the check's
    QString node; ///< empty: the cluster
    QString component;
    Health health = Health::Unknown;
    UnknownReason reason = UnknownReason::None; ///< set when health is Unknown
    LocalText title; ///< what was checked
    LocalText says; ///< what was found
    QVector<Evidence> evidence;
    friend bool operator==(const Finding &, const Finding &) = default;
};

} // namespace gordian
