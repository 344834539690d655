// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/judge.h"

#include "diagnose/answer.h"
#include "knowledge/expressions.h"

#include <algorithm>

namespace gordian {

namespace {

QString keyOf(const QString &node, const QString &id)
{
    return node + QLatin1Char('\n') + id;
}

bool hasRole(const Component &component, NodeRole role)
{
    if (component.roles.isEmpty() || role == NodeRole::Unknown) {
        return true;
    }
    return component.roles.contains(role == NodeRole::ControlPlane ? QStringLiteral("control-plane")
                                                                   : QStringLiteral("worker"));
}

QVector<const Component *> inOrder(const QVector<Component> &components)
{
    QVector<const Component *> sorted;
    for (const Component &component : components) {
        sorted.append(&component);
    }
    std::sort(sorted.begin(), sorted.end(), [](const Component *one, const Component *other) {
        return std::tuple(one->layer, one->id) < std::tuple(other->layer, other->id);
    });
    return sorted;
}

} // namespace

Judge::Judge(const FactBook &facts)
    : m_facts(facts),
      m_log(facts,
            [this](const QString &node, const QString &component) {
                return m_evaluator.evaluate(m_facts.knowledge().component(component)->looping, node).truth
                    == Truth::True;
            }),
      m_evaluator(facts, m_log,
                  [this](const QString &node, const QString &check) { return finding(node, check); }),
      m_wording(facts, m_log)
{
}

Truth Judge::isPresent(const QString &node, const Component &component)
{
    const QString key = keyOf(node, component.id);
    const auto known = m_present.constFind(key);
    if (known != m_present.cend()) {
        return *known;
    }
    const NodeRecord *record = m_facts.record(node);
    Truth present = Truth::True;
    if ((component.scope == Scope::Cluster) != node.isEmpty()
        || (record && !hasRole(component, record->node.role))) {
        present = Truth::False;
    } else if (component.presentIf) {
        present = m_evaluator.evaluate(component.presentIf, node).truth;
    }
    m_present.insert(key, present);
    return present;
}

const Finding *Judge::finding(const QString &node, const QString &checkId)
{
    const QString key = keyOf(node, checkId);
    const auto known = m_judged.find(key);
    if (known != m_judged.end()) {
        return known->second ? &known->second->finding : nullptr;
    }
    const Check *check = m_facts.knowledge().check(checkId);
    const Component *component = check ? m_facts.knowledge().component(check->component) : nullptr;
    if (!component || isPresent(node, *component) == Truth::False) {
        return nullptr;
    }
    // Set first: a circle, which the lint refuses, must not hang a program with a user's own pack.
    m_judged[key] = nullptr;
    auto made = std::make_unique<Judged>();
    made->finding = judge(node, *check, &made->missing);
    made->alibi = check->alibi;
    return &(m_judged[key] = std::move(made))->finding;
}

Finding Judge::judge(const QString &node, const Check &check, QStringList *missing)
{
    Finding made;
    made.id = check.id;
    made.node = node;
    made.component = check.component;
    made.title = m_wording.fill(check.title, node, check.component, {});
    Grounds unknowns;
    Grounds against;
    bool unknown = false;
    for (const Outcome &outcome : check.outcomes) {
        const Answered answer = m_evaluator.evaluate(outcome.condition, node);
        if (answer.truth == Truth::True) {
            made.health = outcome.health;
            made.says = m_wording.fill(outcome.says, node, check.component, answer.grounds);
            made.evidence = m_wording.evidence(answer.grounds);
            made.reason = made.health == Health::Unknown ? UnknownReason::NotUnderstood : UnknownReason::None;
            return made;
        }
        unknown = unknown || answer.truth == Truth::Unknown;
        (answer.truth == Truth::Unknown ? unknowns : against).add(answer.grounds);
    }
    if (unknown) {
        made.health = Health::Unknown;
        made.reason = unknowns.reason == UnknownReason::None ? UnknownReason::NotCollected : unknowns.reason;
        *missing = unknowns.missing;
        return made;
    }
    made.health = check.otherwise.health;
    made.says = m_wording.fill(check.otherwise.says, node, check.component, against);
    made.evidence = m_wording.evidence(against);
    made.reason = made.health == Health::Unknown ? UnknownReason::NotUnderstood : UnknownReason::None;
    return made;
}

void Judge::judgeComponent(const QString &node, const Component &component)
{
    const Truth present = isPresent(node, component);
    if (present == Truth::False) {
        return;
    }
    QVector<const Judged *> found;
    for (const Check &check : m_facts.knowledge().checks()) {
        if (check.component == component.id && finding(node, check.id)) {
            found.append(m_judged.at(keyOf(node, check.id)).get());
        }
    }
    const bool tells = std::any_of(found.cbegin(), found.cend(), [](const Judged *each) {
        return each->finding.health != Health::Unknown;
    });
    if (present == Truth::Unknown && !tells) {
        return;
    }
    std::sort(found.begin(), found.end(),
              [](const Judged *one, const Judged *other) { return one->finding.id < other->finding.id; });
    m_all += found;
}

const QVector<const Judged *> &Judge::all()
{
    if (!m_complete) {
        m_complete = true;
        const auto components = inOrder(m_facts.knowledge().components());
        for (const QString &node : m_facts.nodes() + QStringList{QString()}) {
            for (const Component *component : components) {
                judgeComponent(node, *component);
            }
        }
    }
    return m_all;
}

} // namespace gordian
