// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The graph of components: health of each vertex, which failures are blocked by others, and the edges. Plain
// functions over a judged case; one thread.

#include "core/diagnosis.h"
#include "diagnose/judge.h"

namespace gordian {

QString vertexId(const QString &node, const QString &component);

/// A place a proved cause sits: never merely blocked.
struct RootPlace {
    QString node;
    QString component;
};

/// What needs what, directly or not. Each answer is worked out once: causes, findings and nodes multiply.
class Needs {
public:
    /// The edges must be there already.
    explicit Needs(const Diagnosis &diagnosis);
    /// All vertices that `vertex` needs; valid until the next call.
    const QSet<QString> &of(const QString &vertex) const;

private:
    QHash<QString, QStringList> m_direct;
    mutable QHash<QString, QSet<QString>> m_reached;
};

/// Vertices (by node, layer, id) and edges of `needs`, before anything is blocked.
void buildGraph(Judge &judge, Diagnosis &diagnosis);
/// Failed vertices with a failed need, or with a proved cause below them that explains all that failed,
/// become Blocked; except where a root sits. Wants the ranked causes.
void blockFailures(const KnowledgeBase &knowledge, const QVector<RootPlace> &roots, Diagnosis &diagnosis);
void explainCycles(Judge &judge, Diagnosis &diagnosis);

} // namespace gordian
