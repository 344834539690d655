// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds one machine-id or UUID given for several machines in pasted text (`cat /etc/machine-id` of each node,
// the System Info of `kubectl describe node`). Stateless; any thread.

#include "sdk/parser.h"

namespace gordian {

class IdentityParser : public Parser {
public:
    QStringList probes() const override;
    void parse(const Artifact &artifact, FactSink &sink) const override;
};

} // namespace gordian
