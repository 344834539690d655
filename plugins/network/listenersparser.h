// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which port listens where and whose it is: tables of ss and netstat, or the kernel's /proc/net/tcp.
// Stateless, any thread.

#include "sdk/parser.h"

namespace gordian {

class ListenersParser : public Parser {
public:
    QStringList probes() const override;
    void parse(const Artifact &artifact, FactSink &sink) const override;
};

} // namespace gordian
