// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "layout/graphlayout.h"

#include "layout/graphviz.h"
#include "layout/grouppacker.h"

#include <algorithm>

namespace gordian {

namespace {

/// Above this one drawing of everything costs seconds and is too wide to read: groups are drawn one by one
/// and packed.
constexpr int LargestWhole = 48;
constexpr double Gap = 24;

/// The graph by index, in an order that does not depend on where the vertices came from.
struct Indexed {
    QHash<QString, int> vertexOf;
    QStringList groups; ///< node ids in order of appearance; "" (the cluster) first if there is one
    QVector<int> groupOf;
    QVector<QSizeF> sizes;
};

Indexed index(const QVector<GraphVertex> &vertices, const std::function<QSizeF(const GraphVertex &)> &sizeOf)
{
    Indexed indexed;
    for (const GraphVertex &vertex : vertices) {
        if (!indexed.groups.contains(vertex.node)) {
            vertex.node.isEmpty() ? indexed.groups.prepend(vertex.node) : indexed.groups.append(vertex.node);
        }
    }
    for (const GraphVertex &vertex : vertices) {
        indexed.vertexOf.insert(vertex.id, static_cast<int>(indexed.sizes.size()));
        indexed.groupOf.append(static_cast<int>(indexed.groups.indexOf(vertex.node)));
        indexed.sizes.append(sizeOf(vertex));
    }
    return indexed;
}

/// The edges of `group` (-1: all), as indexes into the given ones, with ends that exist and differ.
QVector<int> edgesOf(const Indexed &indexed, const QVector<GraphEdge> &edges, int group)
{
    QVector<int> found;
    for (int i = 0; i < edges.size(); ++i) {
        const int from = indexed.vertexOf.value(edges.at(i).from, -1);
        const int to = indexed.vertexOf.value(edges.at(i).to, -1);
        const bool known = from >= 0 && to >= 0 && from != to;
        if (known && (group < 0 || (indexed.groupOf.at(from) == group && indexed.groupOf.at(to) == group))) {
            found.append(i);
        }
    }
    return found;
}

void addEdge(DotInput &input, const GraphEdge &edge, int upper, int lower)
{
    input.edges.append({upper, lower});
    input.ranked.append(edge.kind == EdgeKind::Needs);
}

GraphLayout layoutWhole(const Indexed &indexed, const QVector<GraphVertex> &vertices,
                        const QVector<GraphEdge> &edges)
{
    DotInput input;
    input.vertices = indexed.sizes;
    input.clusterOf = indexed.groupOf;
    input.clusters = static_cast<int>(indexed.groups.size());
    const QVector<int> drawn = edgesOf(indexed, edges, -1);
    for (int i : drawn) {
        addEdge(input, edges.at(i), indexed.vertexOf.value(edges.at(i).from),
                indexed.vertexOf.value(edges.at(i).to));
    }
    DotOutput output;
    GraphLayout layout;
    if (!dotLayout(input, output)) {
        return layout;
    }
    layout.size = output.size;
    for (int i = 0; i < vertices.size(); ++i) {
        layout.vertices.append({vertices.at(i).id, output.vertices.at(i)});
    }
    for (int i = 0; i < drawn.size(); ++i) {
        layout.edges.append({drawn.at(i), output.splines.at(i)});
    }
    for (int i = 0; i < indexed.groups.size(); ++i) {
        layout.groups.append({indexed.groups.at(i), output.clusters.at(i)});
    }
    return layout;
}

/// One group alone, in its own coordinates: the part of layoutPacked() that asks the library.
GraphLayout layoutGroup(const Indexed &indexed, const QVector<GraphVertex> &vertices,
                        const QVector<GraphEdge> &edges, int group)
{
    DotInput input;
    input.clusters = 1;
    QHash<int, int> local;
    QVector<int> members;
    for (int i = 0; i < vertices.size(); ++i) {
        if (indexed.groupOf.at(i) == group) {
            local.insert(i, static_cast<int>(members.size()));
            members.append(i);
            input.vertices.append(indexed.sizes.at(i));
            input.clusterOf.append(0);
        }
    }
    const QVector<int> drawn = edgesOf(indexed, edges, group);
    for (int i : drawn) {
        addEdge(input, edges.at(i), local.value(indexed.vertexOf.value(edges.at(i).from)),
                local.value(indexed.vertexOf.value(edges.at(i).to)));
    }
    DotOutput output;
    GraphLayout layout;
    if (!dotLayout(input, output)) {
        return layout;
    }
    layout.size = output.size;
    for (int i = 0; i < members.size(); ++i) {
        layout.vertices.append({vertices.at(members.at(i)).id, output.vertices.at(i)});
    }
    for (int i = 0; i < drawn.size(); ++i) {
        layout.edges.append({drawn.at(i), output.splines.at(i)});
    }
    layout.groups.append({indexed.groups.at(group), output.clusters.constFirst()});
    return layout;
}

void addBetweenGroups(GraphLayout &layout, const Indexed &indexed, const QVector<GraphEdge> &edges)
{
    QHash<QString, QRectF> boxes;
    for (const PlacedVertex &vertex : std::as_const(layout.vertices)) {
        boxes.insert(vertex.id, vertex.box);
    }
    const QVector<int> all = edgesOf(indexed, edges, -1);
    for (int i : all) {
        const GraphEdge &edge = edges.at(i);
        if (indexed.groupOf.at(indexed.vertexOf.value(edge.from))
            != indexed.groupOf.at(indexed.vertexOf.value(edge.to))) {
            layout.edges.append({i, curveBetween(boxes.value(edge.from), boxes.value(edge.to))});
        }
    }
}

GraphLayout layoutPacked(const Indexed &indexed, const QVector<GraphVertex> &vertices,
                         const QVector<GraphEdge> &edges)
{
    QVector<GraphLayout> parts;
    for (int group = 0; group < indexed.groups.size(); ++group) {
        parts.append(layoutGroup(indexed, vertices, edges, group));
    }
    GraphLayout layout = packGroups(parts, Gap);
    addBetweenGroups(layout, indexed, edges);
    return layout;
}

} // namespace

GraphLayout layoutGraph(const QVector<GraphVertex> &vertices, const QVector<GraphEdge> &edges,
                        const std::function<QSizeF(const GraphVertex &)> &sizeOf)
{
    if (vertices.isEmpty()) {
        return {};
    }
    const Indexed indexed = index(vertices, sizeOf);
    GraphLayout layout = vertices.size() <= LargestWhole ? layoutWhole(indexed, vertices, edges)
                                                         : layoutPacked(indexed, vertices, edges);
    std::sort(layout.edges.begin(), layout.edges.end(),
              [](const PlacedEdge &a, const PlacedEdge &b) { return a.edge < b.edge; });
    return layout;
}

} // namespace gordian
