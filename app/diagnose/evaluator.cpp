// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/evaluator.h"

#include "core/glob.h"
#include "diagnose/answer.h"
#include "diagnose/counterparts.h"

#include <algorithm>

namespace gordian {

namespace {

QString healthWord(Health health)
{
    switch (health) {
    case Health::Healthy:
        return QStringLiteral("healthy");
    case Health::Degraded:
        return QStringLiteral("degraded");
    case Health::Failed:
    case Health::Blocked:
        return QStringLiteral("failed");
    case Health::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

/// Joins the answers of several nodes to one: true on any is true.
Answered joined(const QVector<Answered> &parts)
{
    for (const Truth truth : {Truth::True, Truth::Unknown, Truth::False}) {
        Answered result{truth, {}};
        bool found = false;
        for (const Answered &part : parts) {
            if (part.truth == truth) {
                result.grounds.add(part.grounds);
                found = true;
            }
        }
        if (found) {
            return result;
        }
    }
    return {Truth::False, {}}; // no such node: nothing there can hold
}

Truth negated(Truth truth)
{
    return truth == Truth::Unknown ? truth : truth == Truth::True ? Truth::False : Truth::True;
}

Truth truthOf(std::optional<bool> holds)
{
    return !holds ? Truth::Unknown : *holds ? Truth::True : Truth::False;
}

/// Of several answers of which one is enough, the one that counts.
int weight(Truth truth)
{
    return truth == Truth::True ? 2 : truth == Truth::Unknown ? 1 : 0;
}

void addOnce(QVector<const Fact *> &list, const Fact *fact)
{
    if (!list.contains(fact)) {
        list.append(fact);
    }
}

} // namespace

void Grounds::add(const Grounds &other)
{
    for (const Fact *fact : other.facts) {
        addOnce(facts, fact);
    }
    for (const Fact *fact : other.others) {
        addOnce(others, fact);
    }
    seen += other.seen;
    findings += other.findings;
    reason = worthTelling(reason, other.reason);
    missing += other.missing;
}

Evaluator::Evaluator(const FactBook &facts, const LogBook &log, FindingOf findingOf)
    : m_facts(facts),
      m_log(log),
      m_findingOf(std::move(findingOf))
{
}

QStringList Evaluator::nodesFor(Expression::Where where, const QString &node) const
{
    if (where == Expression::Where::SameNode && !node.isEmpty()) {
        return {node};
    }
    QStringList nodes = m_facts.nodes();
    if (where == Expression::Where::OtherNode) {
        nodes.removeAll(node);
    }
    return nodes;
}

Answered Evaluator::evaluate(const ExpressionPtr &condition, const QString &node)
{
    if (!condition) {
        return {Truth::False, {}};
    }
    switch (condition->kind) {
    case Expression::Kind::Always:
        return {Truth::True, {}};
    case Expression::Kind::All:
        return all(*condition, node);
    case Expression::Kind::Any:
        return any(*condition, node);
    case Expression::Kind::Not: {
        Answered inner = evaluate(condition->children.first(), node);
        inner.truth = negated(inner.truth);
        return inner;
    }
    case Expression::Kind::Fact:
        return fact(*condition, node);
    case Expression::Kind::Seen:
        return seen(*condition, node);
    case Expression::Kind::Finding:
        return finding(*condition, node);
    }
    return {};
}

Answered Evaluator::all(const Expression &condition, const QString &node)
{
    Answered truths{Truth::True, {}};
    Answered unknowns{Truth::Unknown, {}};
    bool unknown = false;
    for (const ExpressionPtr &child : condition.children) {
        Answered part = evaluate(child, node);
        if (part.truth == Truth::False) {
            return part;
        }
        unknown = unknown || part.truth == Truth::Unknown;
        (part.truth == Truth::True ? truths : unknowns).grounds.add(part.grounds);
    }
    return unknown ? unknowns : truths;
}

Answered Evaluator::any(const Expression &condition, const QString &node)
{
    QVector<Answered> parts;
    for (const ExpressionPtr &child : condition.children) {
        parts.append(evaluate(child, node));
    }
    return joined(parts);
}

Answered Evaluator::fact(const Expression &condition, const QString &node)
{
    QVector<Answered> parts;
    for (const QString &each : nodesFor(condition.where, node)) {
        parts.append(factOn(condition, each));
    }
    return joined(parts);
}

Answered Evaluator::missingFact(const QString &node, const QString &key, bool wantAbsent) const
{
    if (m_facts.isAbsent(node, key)) {
        return {wantAbsent ? Truth::True : Truth::False, {}};
    }
    Answered unknown;
    unknown.grounds.reason = m_facts.reason(node, key);
    for (const QString &probe : m_facts.reader().probesOfFact(key)) {
        unknown.grounds.missing.append(node + QLatin1Char('\n') + probe);
    }
    return unknown;
}

Answered Evaluator::factOn(const Expression &condition, const QString &node)
{
    QVector<const Fact *> facts;
    for (const Fact *each : m_facts.facts(node, condition.id)) {
        if (condition.subject.isEmpty() || globMatches(condition.subject, each->subject)) {
            facts.append(each);
        }
    }
    const bool exists = condition.test == Expression::Test::Exists;
    const bool wanted = !exists || condition.values.isEmpty() || std::get<bool>(condition.values.first());
    if (facts.isEmpty()) {
        // Other subjects are there, so the probe has answered: this one does not exist.
        const bool others = !m_facts.facts(node, condition.id).isEmpty();
        return others ? Answered{exists && !wanted ? Truth::True : Truth::False, {}}
                      : missingFact(node, condition.id, exists && !wanted);
    }
    if (exists) {
        Answered found{wanted ? Truth::True : Truth::False, {}};
        found.grounds.facts = facts;
        return found;
    }
    if (!condition.otherKey.isEmpty()) {
        return compareFacts(condition, node, facts);
    }
    QVector<Truth> truths;
    for (const Fact *each : facts) {
        truths.append(truthOf(m_comparison.holds(each->value, condition, m_facts.now(node))));
    }
    return judgeFacts(condition, facts, truths);
}

Answered Evaluator::compareFacts(const Expression &condition, const QString &node,
                                 const QVector<const Fact *> &facts)
{
    const Counterparts counterparts(m_facts, condition, node);
    const bool isSilent = !counterparts.silent().isEmpty();
    QVector<Truth> truths;
    QHash<const Fact *, const Fact *> deciding;
    for (const Fact *each : facts) {
        const QVector<const Fact *> others = counterparts.of(*each);
        Truth truth = others.isEmpty() && isSilent ? Truth::Unknown : Truth::False;
        for (const Fact *other : others) {
            const Truth here = truthOf(Comparison::holdsBetween(each->value, condition, other->value));
            if (!deciding.contains(each) || weight(here) > weight(truth)) {
                truth = here;
                deciding.insert(each, other);
            }
        }
        truths.append(truth);
    }
    Answered result = judgeFacts(condition, facts, truths);
    for (const Fact *each : QVector<const Fact *>(result.grounds.facts)) {
        if (const Fact *other = deciding.value(each)) {
            const bool here = condition.of == Expression::Where::SameNode;
            addOnce(here ? result.grounds.facts : result.grounds.others, other);
        }
    }
    if (result.truth == Truth::Unknown) {
        for (const QString &silent : counterparts.silent()) {
            result.grounds.add(missingFact(silent, condition.otherKey, false).grounds);
        }
    }
    return result;
}

Answered Evaluator::judgeFacts(const Expression &condition, const QVector<const Fact *> &facts,
                               const QVector<Truth> &truths) const
{
    const bool every = condition.quantifier == Expression::Quantifier::Every;
    const Truth decides = every ? Truth::False : Truth::True;
    Answered result{truths.contains(decides)              ? decides
                        : truths.contains(Truth::Unknown) ? Truth::Unknown
                                                          : negated(decides),
                    {}};
    for (qsizetype i = 0; i < facts.size(); ++i) {
        if (truths.at(i) == result.truth) {
            result.grounds.facts.append(facts.at(i));
        }
    }
    if (result.truth == Truth::Unknown) {
        result.grounds.reason = UnknownReason::NotUnderstood;
    }
    return result;
}

QStringList Evaluator::probesOf(const Expression &seen) const
{
    return seen.in.isEmpty() ? m_facts.reader().probesOfSignature(seen.id) : seen.in;
}

Answered Evaluator::seen(const Expression &condition, const QString &node)
{
    const Signature *signature = m_facts.knowledge().signature(condition.id);
    if (!signature) {
        return {};
    }
    QVector<Answered> parts;
    for (const QString &each : nodesFor(condition.where, node)) {
        Answered part{Truth::False, {}};
        SeenGround ground{signature, {}};
        for (const LogLine &line : m_log.lines(each, condition.id)) {
            if (!condition.in.isEmpty() && !condition.in.contains(line.reading->artifact.probe)) {
                continue;
            }
            const bool counts = condition.withinMinutes
                ? !line.time || *line.time >= m_facts.now(each) - *condition.withinMinutes * 60'000LL
                : condition.history || !line.history;
            if (counts) {
                ground.lines.append(line);
            }
        }
        if (ground.lines.size() >= condition.atLeast) {
            part.truth = Truth::True;
            part.grounds.seen.append(ground);
        } else if (const QStringList probes = probesOf(condition); !m_log.searched(each, probes)) {
            part.truth = Truth::Unknown;
            part.grounds.reason = m_log.reason(each, probes);
            for (const QString &probe : probes) {
                part.grounds.missing.append(each + QLatin1Char('\n') + probe);
            }
        }
        parts.append(part);
    }
    return joined(parts);
}

Answered Evaluator::finding(const Expression &condition, const QString &node)
{
    const Check *check = m_facts.knowledge().check(condition.id);
    const Component *component = check ? m_facts.knowledge().component(check->component) : nullptr;
    const bool cluster = component && component->scope == Scope::Cluster;
    QVector<Answered> parts;
    for (const QString &each : cluster ? QStringList{QString()} : nodesFor(condition.where, node)) {
        const Finding *found = m_findingOf(each, condition.id);
        if (!found) {
            parts.append({Truth::False, {}}); // the component is not there
            continue;
        }
        Answered part{condition.health.contains(healthWord(found->health)) ? Truth::True : Truth::False, {}};
        if (found->health == Health::Unknown) {
            part.truth = Truth::Unknown;
            part.grounds.reason = found->reason;
        }
        part.grounds.findings.append(found);
        parts.append(part);
    }
    return joined(parts);
}

} // namespace gordian
