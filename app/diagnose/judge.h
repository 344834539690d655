// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Runs the packs' checks over the books: findings, judged once each and on demand, since checks may ask for
// others'. Made for one diagnosis; one thread. Owns the log book and the evaluator.

#include "diagnose/evaluator.h"
#include "diagnose/wording.h"

#include <map>

namespace gordian {

/// A finding, and what it would have needed where it is unknown.
struct Judged {
    Finding finding;
    QStringList missing; ///< "node\nprobe"
    bool alibi = false; ///< of a check that clears its component
};

class Judge {
public:
    explicit Judge(const FactBook &facts);

    const FactBook &facts() const { return m_facts; }
    const LogBook &log() const { return m_log; }
    const Wording &wording() const { return m_wording; }
    Evaluator &evaluator() { return m_evaluator; }

    /// Whether the component is on the node (`node` empty: in the cluster).
    Truth isPresent(const QString &node, const Component &component);
    const Finding *finding(const QString &node, const QString &check);
    /// All findings, by node, component's layer and id, check. Of a component that may not be there only
    /// those that tell something.
    const QVector<const Judged *> &all();

private:
    Finding judge(const QString &node, const Check &check, QStringList *missing);
    void judgeComponent(const QString &node, const Component &component);

    const FactBook &m_facts;
    LogBook m_log;
    Evaluator m_evaluator;
    Wording m_wording;
    std::map<QString, std::unique_ptr<Judged>> m_judged; ///< by node and check; null while being judged
    QHash<QString, Truth> m_present;
    QVector<const Judged *> m_all;
    bool m_complete = false;
};

} // namespace gordian
