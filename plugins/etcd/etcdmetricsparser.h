// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Latencies of etcd's disk from its histograms, and its size against the quota.
// Stateless, any thread.

#include "sdk/parser.h"

namespace gordian {

class EtcdMetricsParser : public Parser {
public:
    QStringList probes() const override;
    void parse(const Artifact &artifact, FactSink &sink) const override;
};

} // namespace gordian
