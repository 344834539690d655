// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an Investigation owns, for the two files that it is written in: investigation.cpp (the case and the
// answers) and investigationcollect.cpp (examining nodes). Included by these two alone.

#include "session/casewriter.h"
#include "session/diagnosisrunner.h"
#include "session/hostkeydesk.h"
#include "session/investigation.h"
#include "session/secretdesk.h"

#include <vector>

namespace gordian {

struct Investigation::Private {
    Private(const PluginHost &pluginHost, TransportFactory &transportFactory)
        : plugins(pluginHost),
          transports(transportFactory),
          diagnostician(pluginHost.knowledge(), pluginHost.parsers()),
          runner(diagnostician)
    {
    }

    Collector *collectorOf(const QString &node) const { return collectorByNode.value(node); }

    const PluginHost &plugins;
    TransportFactory &transports;
    Diagnostician diagnostician;
    DiagnosisRunner runner;
    CaseWriter writer;
    SecretDesk desk;
    Case investigated = newCase({});
    Diagnosis diagnosis;
    std::optional<Diagnosis> former; ///< before the examination that is under way, or was the last
    QDateTime formerAt;
    std::optional<Changes> changes;
    std::vector<std::unique_ptr<Collector>> collectors;
    QHash<QString, Collector *> collectorByNode;
    QHash<QString, NodeProgress> lastProgress; ///< of nodes whose collector is done
    QHash<QString, QSet<QString>> arrived; ///< probes of the run under way, by node
    HostKeyDesk hostKeys;
};

} // namespace gordian
