// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/demodesk.h"

namespace gordian::ui {

DemoDesk::DemoDesk(const SshSettings &settings) : m_own(settings)
{
}

Result<Node> DemoDesk::startDemo()
{
    if (!m_node) {
        auto node = std::make_unique<DemoNode>();
        if (const auto started = node->start(); !started) {
            return tl::unexpected(started.error());
        }
        m_node = std::move(node);
        m_demo = std::make_unique<DefaultTransportFactory>(m_node->settings());
    }
    return m_node->node();
}

std::unique_ptr<Transport> DemoDesk::create(const Node &node)
{
    const bool demo = m_node && node.via == Via::Ssh && node.endpoint == m_node->node().endpoint;
    return demo ? m_demo->create(node) : m_own.create(node);
}

} // namespace gordian::ui
