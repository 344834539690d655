// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphplacer.h"

#include <QtConcurrent>

namespace gordian::ui {

GraphPlacer::GraphPlacer(Place place, QObject *parent) : QObject(parent), m_place(std::move(place))
{
    if (!m_place) {
        m_place = [](const QVector<GraphVertex> &vertices, const QVector<GraphEdge> &edges, QSizeF box) {
            return layoutGraph(vertices, edges, [box](const GraphVertex &) { return box; });
        };
    }
    connect(&m_watcher, &QFutureWatcher<GraphLayout>::finished, this, &GraphPlacer::take);
}

void GraphPlacer::place(const QVector<GraphVertex> &vertices, const QVector<GraphEdge> &edges,
                        const QSizeF &box)
{
    ++m_generation;
    const Request request{vertices, edges, box};
    if (m_running) {
        m_waiting = request;
        return;
    }
    start(request);
}

void GraphPlacer::forget()
{
    ++m_generation;
    m_waiting.reset();
}

void GraphPlacer::start(const Request &request)
{
    m_running = true;
    m_runningGeneration = m_generation;
    m_watcher.setFuture(QtConcurrent::run(
        [place = m_place, request] { return place(request.vertices, request.edges, request.box); }));
}

void GraphPlacer::take()
{
    m_running = false;
    if (m_waiting) {
        const Request next = *m_waiting;
        m_waiting.reset();
        start(next);
        return;
    }
    if (m_runningGeneration == m_generation) {
        emit placed(m_watcher.result());
    }
}

} // namespace gordian::ui
