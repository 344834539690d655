// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "network/networkplugin.h"

#include "network/connectionsparser.h"
#include "network/firewallparser.h"
#include "network/listenersparser.h"
#include "network/rangesparser.h"

namespace gordian {

QString NetworkPlugin::id() const
{
    return QStringLiteral("network");
}

std::vector<std::unique_ptr<Parser>> NetworkPlugin::createParsers() const
{
    std::vector<std::unique_ptr<Parser>> parsers;
    parsers.push_back(std::make_unique<ListenersParser>());
    parsers.push_back(std::make_unique<ConnectionsParser>());
    parsers.push_back(std::make_unique<FirewallParser>());
    parsers.push_back(std::make_unique<RangesParser>());
    return parsers;
}

} // namespace gordian
