// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/transportfactory.h"

#include "transport/hopplan.h"
#include "transport/localtransport.h"
#include "transport/sshtransport.h"

namespace gordian {

DefaultTransportFactory::DefaultTransportFactory(SshSettings settings) : m_settings(std::move(settings))
{
}

std::unique_ptr<Transport> DefaultTransportFactory::create(const Node &node)
{
    if (node.via == Via::Local) {
        return std::make_unique<LocalTransport>(node);
    }
    return std::make_unique<SshTransport>(node, m_settings);
}

// Jump hosts come from the settings and from ssh config, too.
Endpoint DefaultTransportFactory::firstHop(const Node &node) const
{
    const auto plans = node.via == Via::Ssh ? planHops(node, m_settings) : QVector<HopPlan>();
    return plans && !plans->isEmpty() ? plans->first().endpoint : TransportFactory::firstHop(node);
}

} // namespace gordian
