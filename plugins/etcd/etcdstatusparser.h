// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What etcdctl says: status, health, alarms, members.
// Stateless, any thread.

#include "sdk/parser.h"

namespace gordian {

class EtcdStatusParser : public Parser {
public:
    QStringList probes() const override;
    void parse(const Artifact &artifact, FactSink &sink) const override;
};

} // namespace gordian
