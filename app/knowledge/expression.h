// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A condition on facts, log signatures and findings, as packs write it (resources/docs/knowledge.md). Parsed
// once, evaluated in diagnose/ with three values. Immutable; any thread.

#include "core/fact.h"

#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

namespace gordian {

struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;

struct Expression {
    enum class Kind { All, Any, Not, Fact, Seen, Finding, Always };
    enum class Test {
        Exists,
        Is,
        IsNot,
        In,
        NotIn,
        Matches,
        Contains,
        AtLeast,
        AtMost,
        Above,
        Below,
        SameAs, ///< compared with another fact
        DiffersFrom,
        NewerThan, ///< versions: than another fact's, or than a value
        OlderThan,
    };
    enum class Where { SameNode, AnyNode, OtherNode, MostNodes /* of: the value that more than half have */ };
    enum class Quantifier { Some, Every };

    Kind kind = Kind::Always;
    QVector<ExpressionPtr> children; ///< All, Any, Not

    QString id; ///< Fact: key; Seen: signature; Finding: check
    Test test = Test::Exists;
    QVector<FactValue> values; ///< what it is compared with
    QString otherKey; ///< the fact it is compared with; empty: `values`
    Where of = Where::SameNode; ///< whose `otherKey`
    QString ofSubject; ///< glob on the other fact's subject; empty: the same subject's
    int byMinors = 0; ///< NewerThan, OlderThan: at least so many minors; 0: by anything
    QString subject; ///< glob on Fact::subject; empty: any
    Where where = Where::SameNode;
    Quantifier quantifier = Quantifier::Some;
    int atLeast = 1; ///< Seen: how often
    std::optional<int>
        withinMinutes; ///< Seen: before the collection; unset: since the component's last start
    bool history = false; ///< Seen: also before the last start
    QStringList in; ///< Seen: by these probes alone; empty: by any that the signature is looked for in
    QStringList health; ///< Finding: "failed", "degraded", ...
};

} // namespace gordian
