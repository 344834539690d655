// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/weighing.h"

namespace gordian {

namespace {

constexpr double kLikely = 2;

Weighed weigh(Judge &judge, const QVector<WeightedCondition> &conditions, const QString &node)
{
    Weighed sum;
    for (const WeightedCondition &each : conditions) {
        const Answered answer = judge.evaluator().evaluate(each.condition, node);
        if (answer.truth == Truth::True) {
            sum.weight += each.weight;
            sum.grounds.add(answer.grounds);
        }
    }
    return sum;
}

/// The node was asked, and what would prove the cause is not so: old log lines must not accuse. Pasted text
/// is a part of what the node would have said; what it does not show is not disproved.
bool isDisproved(const Judge &judge, const Considered &cause)
{
    const NodeRecord *record = judge.facts().record(cause.node);
    const bool pasted = record && record->node.origin == NodeOrigin::Pasted;
    return cause.rule->proof && cause.proof.truth == Truth::False && !pasted;
}

const Grounds &groundsAgainst(const Considered &cause, Dismissal why)
{
    switch (why) {
    case Dismissal::Excluded:
        return cause.excluded.grounds;
    case Dismissal::Disproved:
        return cause.proof.grounds;
    default:
        return cause.contradicts.grounds;
    }
}

} // namespace

Confidence Considered::confidence() const
{
    return proof.truth == Truth::True ? Confidence::Proved
        : sum() >= kLikely            ? Confidence::Likely
                                      : Confidence::Possible;
}

std::optional<Considered> consider(Judge &judge, const CauseRule &rule, const QString &node)
{
    const Component *component = judge.facts().knowledge().component(rule.component);
    const bool onNodes = rule.scope != Scope::Cluster && component && component->scope == Scope::Node;
    if (!component || (onNodes && judge.isPresent(node, *component) == Truth::False)) {
        return std::nullopt;
    }
    Considered cause;
    cause.rule = &rule;
    cause.node = node;
    cause.excluded = judge.evaluator().evaluate(rule.excludedBy, node);
    cause.proof = judge.evaluator().evaluate(rule.proof, node);
    cause.supports = weigh(judge, rule.supports, node);
    cause.contradicts = weigh(judge, rule.contradicts, node);
    return cause;
}

std::optional<Dismissal> dismissalOf(const Judge &judge, const Considered &cause)
{
    if (cause.excluded.truth == Truth::True) {
        return Dismissal::Excluded;
    }
    if (cause.proof.truth == Truth::True) {
        return std::nullopt;
    }
    if (cause.sum() <= 0) {
        return Dismissal::Outweighed;
    }
    return isDisproved(judge, cause) ? std::optional(Dismissal::Disproved) : std::nullopt;
}

DismissedCause dismissed(const Judge &judge, const Considered &cause, Dismissal why)
{
    const Wording &wording = judge.wording();
    Grounds grounds = cause.supports.grounds;
    if (cause.proof.truth == Truth::True) {
        grounds.add(cause.proof.grounds);
    }
    DismissedCause made;
    made.id = cause.rule->id;
    made.node = cause.node;
    made.component = cause.rule->component;
    made.why = why;
    made.title = wording.fill(cause.rule->title, cause.node, cause.rule->component, grounds);
    made.supports = wording.evidence(grounds);
    made.against = wording.evidence(groundsAgainst(cause, why));
    return made;
}

} // namespace gordian
