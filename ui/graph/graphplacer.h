// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Places the graph away from the GUI thread and hands over only the newest answer: one layout runs at a time,
// what was asked meanwhile waits, what was overtaken is dropped. Owned by its view; GUI thread.

#include "layout/graphlayout.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <optional>

namespace gordian::ui {

class GraphPlacer : public QObject {
    Q_OBJECT

public:
    using Place =
        std::function<GraphLayout(const QVector<GraphVertex> &, const QVector<GraphEdge> &, QSizeF box)>;

    explicit GraphPlacer(Place place = {}, QObject *parent = nullptr);

    void place(const QVector<GraphVertex> &vertices, const QVector<GraphEdge> &edges, const QSizeF &box);
    /// Whatever is under way is no longer wanted.
    void forget();
    bool isPlacing() const { return m_running; }

signals:
    /// For the vertices and edges of the latest place().
    void placed(const gordian::GraphLayout &layout);

private:
    struct Request {
        QVector<GraphVertex> vertices;
        QVector<GraphEdge> edges;
        QSizeF box;
    };
    void start(const Request &request);
    void take();

    Place m_place;
    QFutureWatcher<GraphLayout> m_watcher;
    std::optional<Request> m_waiting;
    quint64 m_generation = 0;
    quint64 m_runningGeneration = 0;
    bool m_running = false;
};

} // namespace gordian::ui
