// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The ways to nodes as the desktop has them: the user's own ssh settings, and those of the demo node for the
// demo node alone, so that trying it touches nothing of the user's. Owned by main(); GUI thread.

#include "demo/demonode.h"
#include "transport/transportfactory.h"

#include <memory>

namespace gordian::ui {

class DemoDesk : public TransportFactory {
public:
    explicit DemoDesk(const SshSettings &settings);

    /// Starts the demo node unless it runs already.
    Result<Node> startDemo();
    std::unique_ptr<Transport> create(const Node &node) override;
    Endpoint firstHop(const Node &node) const override { return m_own.firstHop(node); }

private:
    DefaultTransportFactory m_own;
    std::unique_ptr<DemoNode> m_node;
    std::unique_ptr<DefaultTransportFactory> m_demo;
};

} // namespace gordian::ui
