// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which of the cluster's ports the packet filter drops or rejects: iptables-save and nft list ruleset.
// Stateless, any thread.

#include "sdk/parser.h"

namespace gordian {

class FirewallParser : public Parser {
public:
    QStringList probes() const override;
    void parse(const Artifact &artifact, FactSink &sink) const override;
};

} // namespace gordian
