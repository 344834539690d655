// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Certificates: dates, names, issuers, and how they fit each other, the keys and the node.
// Stateless, any thread.

#include "sdk/parser.h"

namespace gordian {

class CertificatesParser : public Parser {
public:
    QStringList probes() const override;
    void parse(const Artifact &artifact, FactSink &sink) const override;
};

} // namespace gordian
