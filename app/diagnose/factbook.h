// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// All that is known of a case, node by node: facts, and for those that are missing whether they are absent or
// why they are unknown. Made for one diagnosis; immutable after; refers to the case, the knowledge and the
// reader.

#include "core/case.h"
#include "core/finding.h"
#include "diagnose/reader.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace gordian {

class FactBook {
public:
    FactBook(const Case &investigated, const KnowledgeBase &knowledge, const Reader &reader);

    const Case &investigated() const { return m_case; }
    const KnowledgeBase &knowledge() const { return m_knowledge; }
    const Reader &reader() const { return m_reader; }
    const QStringList &nodes() const { return m_nodes; } ///< in the order of the case
    const NodeRecord *record(const QString &node) const { return m_case.node(node); }
    /// Some probe of it answered.
    bool examined(const QString &node) const { return m_examined.contains(node); }

    const QVector<const Fact *> &facts(const QString &node, const QString &key) const;
    bool isAbsent(const QString &node, const QString &key) const;
    /// Why a fact that is neither known nor absent is unknown.
    UnknownReason reason(const QString &node, const QString &key) const;
    UnknownReason probeReason(const QString &node, const QString &probe) const;

    const Reading *reading(const QString &node, const QString &probe) const;
    QVector<const Reading *> readings(const QString &node) const; ///< by probe id
    QVector<Fact> allFacts() const; ///< ordered
    QVector<std::shared_ptr<const Reading>> allReadings() const;

    /// Probes of wave 2 that nothing pointed at: what only they would tell was not needed.
    void setNotNeeded(const QString &node, const QSet<QString> &probes) { m_notNeeded[node] = probes; }

    /// The collection on the node's clock, UTC ms; of pasted text, its newest line.
    qint64 now(const QString &node) const { return m_now.value(node); }
    /// Seconds east of UTC on the node.
    int zone(const QString &node) const { return m_zone.value(node); }
    /// Node's clock minus ours.
    qint64 clockOffset(const QString &node) const;

private:
    void addNode(const QString &node, const QVector<std::shared_ptr<const Reading>> &ofNode);
    void setClock(const QString &node);

    const Case &m_case;
    const KnowledgeBase &m_knowledge;
    const Reader &m_reader;
    QStringList m_nodes;
    QSet<QString> m_examined;
    QHash<QString, QMap<QString, std::shared_ptr<const Reading>>> m_readings;
    QHash<QString, QHash<QString, QVector<const Fact *>>> m_facts;
    QHash<QString, QSet<QString>> m_notNeeded;
    QHash<QString, qint64> m_now;
    QHash<QString, int> m_zone;
};

} // namespace gordian
