// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Several demo nodes as one inventory: each has a key and a known_hosts file of its own, found by its port.
// Lives on the thread of the test; the investigation that uses it goes first.

#include "demo/demonode.h"
#include "transport/transportfactory.h"

#include <memory>
#include <vector>

class DemoCluster : public gordian::TransportFactory {
public:
    /// False when one of them does not start.
    bool start(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_nodes.push_back(std::make_unique<gordian::DemoNode>());
            if (!m_nodes.back()->start()) {
                return false;
            }
        }
        return true;
    }

    QVector<gordian::Node> nodes() const
    {
        QVector<gordian::Node> all;
        for (const auto &node : m_nodes) {
            all.append(node->node());
            all.last().id.clear();
        }
        return all;
    }

    std::unique_ptr<gordian::Transport> create(const gordian::Node &node) override
    {
        for (const auto &demo : m_nodes) {
            if (demo->node().endpoint == node.endpoint) {
                return gordian::DefaultTransportFactory(demo->settings()).create(node);
            }
        }
        return gordian::DefaultTransportFactory({}).create(node);
    }

private:
    std::vector<std::unique_ptr<gordian::DemoNode>> m_nodes;
};
