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

/// Vertices (by node, layer, id) and edges of `needs`, before anything is blocked.
void buildGraph(Judge &judge, Diagnosis &diagnosis);
/// Failed vertices with a failed need, or with a proved cause below them that explains all that failed,
/// become Blocked; except where a root sits. Wants the ranked causes.
void blockFailures(const KnowledgeBase &knowledge, const QVector<RootPlace> &roots, Diagnosis &diagnosis);
/// All vertices that `vertex` needs, directly or not.
QSet<QString> needsOf(const Diagnosis &diagnosis, const QString &vertex);
void explainCycles(Judge &judge, Diagnosis &diagnosis);

} // namespace gordian
