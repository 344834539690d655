// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a fact is compared with: facts of the same node, of others, or what most nodes have. Made for one
// comparison; refers to the book.

#include "diagnose/factbook.h"
#include "knowledge/expression.h"

namespace gordian {

class Counterparts {
public:
    /// For facts of `node`, as `condition` (one that has an `otherKey`) says.
    Counterparts(const FactBook &facts, const Expression &condition, const QString &node);

    QVector<const Fact *> of(const Fact &fact) const;
    /// Nodes that have not told whether they have such a fact.
    const QStringList &silent() const { return m_silent; }

private:
    QVector<const Fact *> onNode(const QString &node, const Fact &fact) const;
    static QVector<const Fact *> ofMost(const QVector<const Fact *> &found);

    const FactBook &m_facts;
    const Expression &m_condition;
    QStringList m_asked;
    QStringList m_silent;
};

} // namespace gordian
