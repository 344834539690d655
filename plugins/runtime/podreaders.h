// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sandboxes and containers from crictl (JSON and table), ctr and the names of log files: the same facts
// whatever the source. Pure functions of an artifact; any thread.

#include "sdk/parser.h"

namespace gordian {

void readSandboxes(const Artifact &artifact, FactSink &sink);
void readContainers(const Artifact &artifact, FactSink &sink);
void readExitedContainers(const Artifact &artifact, FactSink &sink);
void readCtrContainers(const Artifact &artifact, FactSink &sink);
void readContainerLogFiles(const Artifact &artifact, FactSink &sink);

} // namespace gordian
