// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphcontent.h"

#include <QCoreApplication>

#include <algorithm>

namespace gordian::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(GraphContent)
};

QString blockerName(const Diagnosis &diagnosis, const GraphVertex &vertex, const GraphNames &names,
                    const QString &language)
{
    for (const GraphVertex &other : diagnosis.vertices) {
        if (other.id != vertex.blockedBy) {
            continue;
        }
        const QString name = other.name.in(language);
        return other.node == vertex.node || other.node.isEmpty()
            ? name
            : Texts::tr("%1 on %2").arg(name, names.nodes.value(other.node, other.node));
    }
    return vertex.blockedBy;
}

QString noteOf(const GraphVertex &vertex, const QString &blocker, const Phrases &phrases)
{
    if (vertex.health == Health::Blocked && !blocker.isEmpty()) {
        return Texts::tr("blocked by %1").arg(blocker);
    }
    if (vertex.health == Health::Unknown && vertex.reason != UnknownReason::None) {
        return phrases.reason(vertex.reason);
    }
    return phrases.health(vertex.health);
}

QString describe(const GraphBox &box, const QString &node)
{
    QString text = node.isEmpty() ? Texts::tr("%1: %2").arg(box.name, box.note)
                                  : Texts::tr("%1 on %2: %3").arg(box.name, node, box.note);
    if (box.isCause) {
        text += Texts::tr(" (the cause is here)");
    }
    return text;
}

} // namespace

const GraphBox *GraphContent::box(const QString &id) const
{
    const auto found =
        std::find_if(boxes.cbegin(), boxes.cend(), [&id](const GraphBox &box) { return box.id == id; });
    return found == boxes.cend() ? nullptr : &*found;
}

QStringList GraphContent::neighbours(const QString &id) const
{
    QStringList ids;
    for (const GraphLine &line : lines) {
        if (line.from == id) {
            ids << line.to;
        } else if (line.to == id) {
            ids << line.from;
        }
    }
    return ids;
}

QStringList GraphContent::byWeight() const
{
    QVector<const GraphBox *> order;
    for (const GraphBox &box : boxes) {
        order << &box;
    }
    std::stable_sort(order.begin(), order.end(), [](const GraphBox *one, const GraphBox *other) {
        return one->isCause != other->isCause ? one->isCause
                                              : healthRank(one->health) < healthRank(other->health);
    });
    QStringList ids;
    for (const GraphBox *box : order) {
        ids << box->id;
    }
    return ids;
}

GraphContent graphContent(const Diagnosis &diagnosis, const GraphNames &names, const Phrases &phrases)
{
    const QString language = phrases.language();
    GraphContent content;
    content.nodeNames = names.nodes;
    QHash<QString, QString> blockedBy;
    for (const GraphVertex &vertex : diagnosis.vertices) {
        GraphBox box;
        box.id = vertex.id;
        box.node = vertex.node;
        box.component = vertex.component;
        box.name = vertex.name.isEmpty() ? vertex.component : vertex.name.in(language);
        box.letter = names.letters.value(vertex.component);
        box.health = vertex.health;
        box.blockedBy = vertex.blockedBy;
        box.note = noteOf(vertex, blockerName(diagnosis, vertex, names, language), phrases);
        box.isCause = !vertex.causes.isEmpty();
        box.description = describe(box, names.nodes.value(vertex.node, vertex.node));
        blockedBy.insert(vertex.id, vertex.blockedBy);
        content.boxes << box;
    }
    for (const GraphEdge &edge : diagnosis.edges) {
        const bool blocks = edge.kind == EdgeKind::Needs && blockedBy.value(edge.from) == edge.to;
        content.lines << GraphLine{edge.from, edge.to, edge.kind, edge.why.in(language), blocks};
    }
    return content;
}

bool sameShape(const QVector<GraphVertex> &vertices, const QVector<GraphEdge> &edges,
               const QVector<GraphVertex> &otherVertices, const QVector<GraphEdge> &otherEdges)
{
    return std::equal(vertices.cbegin(), vertices.cend(), otherVertices.cbegin(), otherVertices.cend(),
                      [](const GraphVertex &one, const GraphVertex &other) { return one.id == other.id; })
        && std::equal(edges.cbegin(), edges.cend(), otherEdges.cbegin(), otherEdges.cend(),
                      [](const GraphEdge &one, const GraphEdge &other) {
                          return one.from == other.from && one.to == other.to && one.kind == other.kind;
                      });
}

int healthRank(Health health)
{
    switch (health) {
    case Health::Failed:
        return 0;
    case Health::Degraded:
        return 1;
    case Health::Blocked:
        return 2;
    case Health::Unknown:
        return 3;
    case Health::Healthy:
        break;
    }
    return 4;
}

} // namespace gordian::ui
