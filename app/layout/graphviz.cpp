// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "layout/graphviz.h"

#include "layout/sequentialids.h"

#include <QByteArray>
#include <QLibrary>
#include <QLineF>
#include <QMutex>

#include <algorithm>
#include <memory>

#include <graphviz/gvc.h>

namespace gordian {

namespace {

constexpr double PointsPerInch = 72.0;

/// Graphviz wants writable strings everywhere, though it only reads them.
char *writable(const char *text)
{
    return const_cast<char *>(text);
}

struct ContextCloser {
    void operator()(GVC_t *context) const { gvFreeContext(context); }
};
struct GraphCloser {
    void operator()(Agraph_t *graph) const { agclose(graph); }
};
using Context = std::unique_ptr<GVC_t, ContextCloser>;
using Graph = std::unique_ptr<Agraph_t, GraphCloser>;

/// The layout plugin is loaded by its own path. The library would find it by a configuration file that only
/// `dot -c` writes, which is missing on machines without the command-line programs and in containers made
/// without triggers.
Context openContext()
{
    static QLibrary plugin(QStringLiteral(GORDIAN_DOT_PLUGIN));
    static void *entry = reinterpret_cast<void *>(plugin.resolve("gvplugin_dot_layout_LTX_library"));
    static lt_symlist_t builtins[] = {{"gvplugin_dot_layout_LTX_library", entry}, {nullptr, nullptr}};
    return Context(entry ? gvContextPlugins(builtins, 0) : gvContext());
}

class Drawing {
public:
    explicit Drawing(const DotInput &input) : m_graph(agopen(writable("g"), Agdirected, sequentialIds()))
    {
        attribute(AGRAPH, "rankdir", "TB");
        attribute(AGRAPH, "nodesep", "0.30");
        attribute(AGRAPH, "ranksep", "0.28");
        // A bound on the search for fewer crossings: its cost grows with the square of the graph.
        attribute(AGRAPH, "mclimit", input.vertices.size() > 200 ? "0.3" : "1");
        attribute(AGRAPH, "nslimit", "10");
        attribute(AGRAPH, "margin", "14");
        attribute(AGNODE, "shape", "box");
        attribute(AGNODE, "label", "");
        attribute(AGNODE, "fixedsize", "true");
        attribute(AGNODE, "width", "1");
        attribute(AGNODE, "height", "1");
        attribute(AGEDGE, "dir", "none");
        attribute(AGEDGE, "constraint", "true");
        attribute(AGRAPH, "label", "");
        attribute(AGRAPH, "fontsize", "20");
        addVertices(input);
        addEdges(input);
    }

    Agraph_t *graph() const { return m_graph.get(); }

    DotOutput read() const
    {
        const boxf whole = GD_bb(m_graph.get());
        const double top = whole.UR.y;
        DotOutput output;
        output.size = {whole.UR.x - whole.LL.x, whole.UR.y - whole.LL.y};
        const auto turned = [&](pointf p) { return QPointF(p.x - whole.LL.x, top - p.y); };
        for (Agnode_t *vertex : m_vertices) {
            const QSizeF size(ND_width(vertex) * PointsPerInch, ND_height(vertex) * PointsPerInch);
            QRectF box({}, size);
            box.moveCenter(turned(ND_coord(vertex)));
            output.vertices.append(box);
        }
        for (Agraph_t *cluster : m_clusters) {
            const boxf box = cluster ? GD_bb(cluster) : boxf{};
            output.clusters.append(
                cluster ? QRectF(turned({box.LL.x, box.UR.y}), turned({box.UR.x, box.LL.y})) : QRectF());
        }
        for (Agedge_t *edge : m_edges) {
            output.splines.append(splineOf(edge, turned));
        }
        return output;
    }

private:
    /// Declares an attribute of graphs, vertices or edges, and its default.
    void attribute(int kind, const char *name, const char *value)
    {
        agattr(m_graph.get(), kind, writable(name), writable(value));
    }

    static void set(void *object, const char *name, double value)
    {
        agset(object, writable(name), QByteArray::number(value, 'f', 4).data());
    }

    void addVertices(const DotInput &input)
    {
        m_clusters.fill(nullptr, input.clusters);
        for (qsizetype i = 0; i < input.vertices.size(); ++i) {
            Agnode_t *vertex = agnode(m_graph.get(), QByteArray::number(i).data(), 1);
            set(vertex, "width", input.vertices.at(i).width() / PointsPerInch);
            set(vertex, "height", input.vertices.at(i).height() / PointsPerInch);
            m_vertices.append(vertex);
            const int cluster = input.clusterOf.at(i);
            if (cluster < 0) {
                continue;
            }
            Agraph_t *&group = m_clusters[cluster];
            if (!group) {
                group = agsubg(m_graph.get(), QByteArray("cluster" + QByteArray::number(cluster)).data(), 1);
                agset(group, writable("label"), writable("X")); // keeps room for the title of the group
            }
            agsubnode(group, vertex, 1);
        }
    }

    void addEdges(const DotInput &input)
    {
        for (qsizetype i = 0; i < input.edges.size(); ++i) {
            const auto [upper, lower] = input.edges.at(i);
            Agedge_t *edge = agedge(m_graph.get(), m_vertices.at(upper), m_vertices.at(lower),
                                    QByteArray::number(i).data(), 1);
            if (!input.ranked.at(i)) {
                agset(edge, writable("constraint"), writable("false"));
            }
            m_edges.append(edge);
        }
    }

    template <typename Turn> static QVector<QPointF> splineOf(Agedge_t *edge, const Turn &turned)
    {
        QVector<QPointF> points;
        const splines *drawn = ED_spl(edge);
        for (size_t b = 0; drawn && b < static_cast<size_t>(drawn->size); ++b) {
            const bezier &part = drawn->list[b];
            // The parts of one edge share their ends.
            for (size_t p = points.isEmpty() ? 0 : 1; p < static_cast<size_t>(part.size); ++p) {
                points.append(turned(part.list[p]));
            }
        }
        const QPointF tail = turned(ND_coord(agtail(edge)));
        if (!points.isEmpty()
            && QLineF(tail, points.constLast()).length() < QLineF(tail, points.constFirst()).length()) {
            std::reverse(points.begin(), points.end());
        }
        return points;
    }

    Graph m_graph;
    QVector<Agnode_t *> m_vertices;
    QVector<Agraph_t *> m_clusters;
    QVector<Agedge_t *> m_edges;
};

} // namespace

bool dotLayout(const DotInput &input, DotOutput &output)
{
    static QMutex mutex;
    const QMutexLocker lock(&mutex);
    const Context context = openContext();
    if (!context) {
        return false;
    }
    agseterr(AGMAX); // it would print to standard error
    const Drawing drawing(input);
    if (gvLayout(context.get(), drawing.graph(), "dot") != 0) {
        return false;
    }
    output = drawing.read();
    gvFreeLayout(context.get(), drawing.graph());
    return true;
}

} // namespace gordian
