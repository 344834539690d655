// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Flags and images of the control plane's static pods, from their manifests.
// Stateless, any thread.

#include "sdk/parser.h"

namespace gordian {

class StaticPodFlagsParser : public Parser {
public:
    QStringList probes() const override;
    void parse(const Artifact &artifact, FactSink &sink) const override;
};

} // namespace gordian
