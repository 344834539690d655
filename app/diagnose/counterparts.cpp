// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/counterparts.h"

#include "core/glob.h"

#include <algorithm>

namespace gordian {

Counterparts::Counterparts(const FactBook &facts, const Expression &condition, const QString &node)
    : m_facts(facts),
      m_condition(condition),
      m_asked(condition.of == Expression::Where::SameNode ? QStringList{node} : facts.nodes())
{
    if (condition.of == Expression::Where::OtherNode) {
        m_asked.removeAll(node);
    }
    for (const QString &each : std::as_const(m_asked)) {
        if (facts.facts(each, condition.otherKey).isEmpty() && !facts.isAbsent(each, condition.otherKey)) {
            m_silent.append(each);
        }
    }
}

QVector<const Fact *> Counterparts::onNode(const QString &node, const Fact &fact) const
{
    const QVector<const Fact *> &all = m_facts.facts(node, m_condition.otherKey);
    QVector<const Fact *> found;
    const auto take = [&](const auto &fits) {
        std::copy_if(all.cbegin(), all.cend(), std::back_inserter(found), fits);
    };
    if (!m_condition.ofSubject.isEmpty()) {
        take([&](const Fact *each) { return globMatches(m_condition.ofSubject, each->subject); });
        return found;
    }
    take([&](const Fact *each) { return each->subject == fact.subject; });
    // Another key may go by other names; of the same key, another subject is another thing.
    if (found.isEmpty() && !all.isEmpty() && m_condition.otherKey != fact.key) {
        found.append(all.first());
    }
    return found;
}

QVector<const Fact *> Counterparts::ofMost(const QVector<const Fact *> &found)
{
    for (const Fact *candidate : found) {
        const QString value = displayValue(candidate->value);
        const auto same = std::count_if(found.cbegin(), found.cend(),
                                        [&](const Fact *each) { return displayValue(each->value) == value; });
        if (2 * same > found.size()) {
            return {candidate};
        }
    }
    return {};
}

QVector<const Fact *> Counterparts::of(const Fact &fact) const
{
    QVector<const Fact *> found;
    const bool most = m_condition.of == Expression::Where::MostNodes;
    for (const QString &node : m_asked) {
        const QVector<const Fact *> here = onNode(node, fact);
        found += most ? here.mid(0, 1) : here;
    }
    if (most) {
        return ofMost(found);
    }
    found.removeAll(&fact); // nothing is its own twin
    return found;
}

} // namespace gordian
