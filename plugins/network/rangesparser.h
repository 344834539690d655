// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Compares the ranges of pods and services with the addresses of the machines: from the probe
// network.managers, or from what people paste (kubeadm's options, its configuration, addresses in logs).
// Stateless; any thread.

#include "sdk/parser.h"

namespace gordian {

class RangesParser : public Parser {
public:
    QStringList probes() const override;
    void parse(const Artifact &artifact, FactSink &sink) const override;
};

} // namespace gordian
