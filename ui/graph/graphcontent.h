// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the graph shows, as plain text and order: made of a diagnosis and a language, before anything is
// placed or painted. Plain values; GUI thread because of tr().

#include "core/diagnosis.h"
#include "report/phrases.h"

#include <QHash>
#include <QVector>

namespace gordian::ui {

/// Names that the diagnosis itself does not carry.
struct GraphNames {
    QHash<QString, QString> nodes; ///< node id -> name for people
    QHash<QString, QString> letters; ///< component id -> one or two characters
};

struct GraphBox {
    QString id;
    QString node;
    QString component;
    QString name;
    QString letter; ///< of the component; may be empty
    Health health = Health::Unknown;
    QString blockedBy; ///< vertex id
    QString note; ///< second line: "blocked by containerd", "failed", why unknown
    bool isCause = false;
    QString description; ///< the whole in one sentence: tooltip and accessible name
    friend bool operator==(const GraphBox &, const GraphBox &) = default;
};

struct GraphLine {
    QString from;
    QString to;
    EdgeKind kind = EdgeKind::Needs;
    QString why;
    bool blocks = false; ///< `from` is blocked by `to`: the way the trouble took
    friend bool operator==(const GraphLine &, const GraphLine &) = default;
};

struct GraphContent {
    QVector<GraphBox> boxes;
    QVector<GraphLine> lines; ///< same order as Diagnosis::edges
    QHash<QString, QString> nodeNames;

    const GraphBox *box(const QString &id) const;
    /// Vertices joined to `id` by a line, either way.
    QStringList neighbours(const QString &id) const;
    /// Worst first: what Tab walks and the list is led by.
    QStringList byWeight() const;
};

GraphContent graphContent(const Diagnosis &diagnosis, const GraphNames &names, const Phrases &phrases);

/// True when a layout of the one fits the other: same vertices, same lines.
bool sameShape(const QVector<GraphVertex> &vertices, const QVector<GraphEdge> &edges,
               const QVector<GraphVertex> &otherVertices, const QVector<GraphEdge> &otherEdges);

/// How much a health wants the eye: failed 0, degraded 1, blocked 2, unknown 3, healthy 4.
int healthRank(Health health);

} // namespace gordian::ui
