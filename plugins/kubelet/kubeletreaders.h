// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the kubelet was told: service, flags, configuration files and its client certificate. Pure functions
// of an artifact; any thread.

#include "sdk/parser.h"

namespace gordian {

void readKubeletUnit(const Artifact &artifact, FactSink &sink);
void readKubeletStatus(const Artifact &artifact, FactSink &sink);
void readKubeletFlags(const Artifact &artifact, FactSink &sink);
void readKubeletProcesses(const Artifact &artifact, FactSink &sink);
void readKubeletConfig(const Artifact &artifact, FactSink &sink);
void readKubeletJournal(const Artifact &artifact, FactSink &sink);
void readKubeletClientCertificate(const Artifact &artifact, FactSink &sink);

} // namespace gordian
