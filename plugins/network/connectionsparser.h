// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// How attempts to connect ended, from curl's exit code and words or openssl's.
// Stateless, any thread.

#include "sdk/parser.h"

namespace gordian {

class ConnectionsParser : public Parser {
public:
    QStringList probes() const override;
    void parse(const Artifact &artifact, FactSink &sink) const override;
};

} // namespace gordian
