// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "etcd/etcdplugin.h"

#include "etcd/etcdmetricsparser.h"
#include "etcd/etcdstatusparser.h"

namespace gordian {

QString EtcdPlugin::id() const
{
    return QStringLiteral("etcd");
}

std::vector<std::unique_ptr<Parser>> EtcdPlugin::createParsers() const
{
    std::vector<std::unique_ptr<Parser>> parsers;
    parsers.push_back(std::make_unique<EtcdStatusParser>());
    parsers.push_back(std::make_unique<EtcdMetricsParser>());
    return parsers;
}

} // namespace gordian
