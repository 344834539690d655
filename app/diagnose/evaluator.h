// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Conditions with three values, and the grounds for each answer: the facts and lines that made it so. Made
// for one diagnosis; one thread; refers to the books.

#include "diagnose/comparison.h"
#include "diagnose/logbook.h"

#include <functional>

namespace gordian {

enum class Truth { False, True, Unknown };

/// A signature that counted, on one node.
struct SeenGround {
    const Signature *signature = nullptr;
    QVector<LogLine> lines; ///< those that counted, oldest first
};

/// Why an answer is what it is. Points into the books.
struct Grounds {
    QVector<const Fact *> facts;
    QVector<const Fact *> others; ///< of other nodes, that the facts were compared with
    QVector<SeenGround> seen;
    QVector<const Finding *> findings;
    UnknownReason reason = UnknownReason::None; ///< of an unknown answer
    QStringList missing; ///< "node\nprobe" that would have told

    void add(const Grounds &other);
};

struct Answered {
    Truth truth = Truth::Unknown;
    Grounds grounds;
};

class Evaluator {
public:
    /// The finding of a check on a node (or of the cluster), judged on demand; null if it does not apply
    /// there.
    using FindingOf = std::function<const Finding *(const QString &node, const QString &check)>;

    Evaluator(const FactBook &facts, const LogBook &log, FindingOf findingOf);

    /// `node` empty: the cluster, where "same node" means any.
    Answered evaluate(const ExpressionPtr &condition, const QString &node);

private:
    Answered all(const Expression &condition, const QString &node);
    Answered any(const Expression &condition, const QString &node);
    Answered fact(const Expression &condition, const QString &node);
    Answered factOn(const Expression &condition, const QString &node);
    Answered compareFacts(const Expression &condition, const QString &node,
                          const QVector<const Fact *> &facts);
    Answered judgeFacts(const Expression &condition, const QVector<const Fact *> &facts,
                        const QVector<Truth> &truths) const;
    Answered missingFact(const QString &node, const QString &key, bool wantAbsent) const;
    QStringList probesOf(const Expression &seen) const;
    Answered seen(const Expression &condition, const QString &node);
    Answered finding(const Expression &condition, const QString &node);
    QStringList nodesFor(Expression::Where where, const QString &node) const;

    const FactBook &m_facts;
    const LogBook &m_log;
    FindingOf m_findingOf;
    Comparison m_comparison;
};

} // namespace gordian
