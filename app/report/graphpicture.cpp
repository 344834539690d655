// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/graphpicture.h"

#include "report/visibletext.h"

#include <QMultiHash>
#include <QSet>

#include <algorithm>

namespace gordian {

namespace {

constexpr double CharacterWidth = 8.4; // of the 13 px sans-serif in which names are drawn, on the wide side
constexpr double IconRoom = 44;
constexpr double VertexHeight = 42;
constexpr double Narrowest = 128;
constexpr double Widest = 236;
constexpr qsizetype LargestReduced = 4000;

QString elided(const QString &name, double room)
{
    // The layout rounds a box to whole points: that must not cost the last letter.
    const auto fits = static_cast<qsizetype>(room / CharacterWidth + 0.25);
    return name.size() <= fits ? name : name.left(fits - 1) + QChar(0x2026);
}

double widthOf(const QString &name, const QString &word)
{
    const double wanted = IconRoom
        + CharacterWidth * double(std::max(name.size(), static_cast<qsizetype>(double(word.size()) * 0.88)));
    return std::clamp(wanted, Narrowest, Widest);
}

/// Whether `to` can be reached from `from` without the edge `without`.
bool reachesOtherwise(const QMultiHash<QString, int> &leaving, const QVector<GraphEdge> &edges,
                      const QSet<int> &kept, int without)
{
    QStringList open{edges.at(without).from};
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const QString at = open.takeLast();
        const auto [first, last] = leaving.equal_range(at);
        for (auto it = first; it != last; ++it) {
            const QString &to = edges.at(*it).to;
            if (*it == without || !kept.contains(*it)) {
                continue;
            }
            if (to == edges.at(without).to) {
                return true;
            }
            if (!seen.contains(to)) {
                seen.insert(to);
                open.append(to);
            }
        }
    }
    return false;
}

class Faults {
public:
    explicit Faults(const Diagnosis &diagnosis)
    {
        for (const GraphVertex &vertex : diagnosis.vertices) {
            if (vertex.health == Health::Blocked) {
                m_blockedBy.insert(vertex.id, vertex.blockedBy);
            }
        }
    }
    bool carriedBy(const GraphEdge &edge) const
    {
        return edge.kind == EdgeKind::Needs && !edge.to.isEmpty() && m_blockedBy.value(edge.from) == edge.to;
    }

private:
    QHash<QString, QString> m_blockedBy;
};

QVector<GraphEdge> reduced(const QVector<GraphEdge> &edges, const Faults &faults)
{
    if (edges.size() > LargestReduced) {
        return edges;
    }
    QMultiHash<QString, int> leaving;
    QSet<int> kept;
    for (int i = 0; i < edges.size(); ++i) {
        if (edges.at(i).kind == EdgeKind::Needs) {
            leaving.insert(edges.at(i).from, i);
        }
        kept.insert(i);
    }
    for (int i = 0; i < edges.size(); ++i) {
        const bool plain = edges.at(i).kind == EdgeKind::Needs && !faults.carriedBy(edges.at(i));
        if (plain && reachesOtherwise(leaving, edges, kept, i)) {
            kept.remove(i);
        }
    }
    QVector<GraphEdge> result;
    for (int i = 0; i < edges.size(); ++i) {
        if (kept.contains(i)) {
            result.append(edges.at(i));
        }
    }
    return result;
}

PictureVertex vertexPicture(const ReportContext &context, const GraphVertex &vertex)
{
    PictureVertex picture;
    picture.health = vertex.health;
    picture.isCause = !vertex.causes.isEmpty();
    picture.letter = visibleLine(context.componentLetter(vertex.component)).left(2);
    picture.name =
        visibleLine(context.in(vertex.name).isEmpty() ? vertex.component : context.in(vertex.name), 60);
    picture.word = context.phrases.health(vertex.health);
    return picture;
}

} // namespace

GraphPicture graphPicture(const ReportContext &context)
{
    const Diagnosis &diagnosis = context.diagnosis();
    QHash<QString, PictureVertex> pictures;
    for (const GraphVertex &vertex : diagnosis.vertices) {
        pictures.insert(vertex.id, vertexPicture(context, vertex));
    }
    const Faults faults(diagnosis);
    const QVector<GraphEdge> edges = reduced(diagnosis.edges, faults);
    const GraphLayout layout = layoutGraph(diagnosis.vertices, edges, [&](const GraphVertex &vertex) {
        const PictureVertex &picture = *pictures.constFind(vertex.id);
        return QSizeF(widthOf(picture.name, picture.word), VertexHeight);
    });
    GraphPicture picture;
    picture.size = layout.size;
    for (const PlacedGroup &group : layout.groups) {
        picture.groups.append({group.box, context.nodeName(group.node)});
    }
    for (const PlacedEdge &placed : layout.edges) {
        const GraphEdge &edge = edges.at(placed.edge);
        picture.edges.append({placed.spline, edge.kind, faults.carriedBy(edge), context.in(edge.why)});
    }
    for (const PlacedVertex &placed : layout.vertices) {
        PictureVertex vertex = pictures.value(placed.id);
        vertex.box = placed.box;
        vertex.name = elided(vertex.name, placed.box.width() - IconRoom);
        picture.vertices.append(vertex);
    }
    return picture;
}

QPointF middleOf(const QVector<QPointF> &spline)
{
    constexpr int steps = 12;
    QVector<QPointF> points;
    for (qsizetype part = 0; part + 3 < spline.size(); part += 3) {
        for (int step = 0; step <= steps; ++step) {
            const double t = double(step) / steps;
            const double u = 1 - t;
            points.append(u * u * u * spline.at(part) + 3 * u * u * t * spline.at(part + 1)
                          + 3 * u * t * t * spline.at(part + 2) + t * t * t * spline.at(part + 3));
        }
    }
    double whole = 0;
    for (qsizetype i = 1; i < points.size(); ++i) {
        whole += QLineF(points.at(i - 1), points.at(i)).length();
    }
    double walked = 0;
    for (qsizetype i = 1; i < points.size(); ++i) {
        walked += QLineF(points.at(i - 1), points.at(i)).length();
        if (walked >= whole / 2) {
            return points.at(i);
        }
    }
    return spline.value(0);
}

} // namespace gordian
