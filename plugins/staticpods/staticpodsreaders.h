// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which static pods a node has and which it ought to have. Pure functions of an artifact; any thread.

#include "sdk/parser.h"

namespace gordian {

void readManifests(const Artifact &artifact, FactSink &sink);
void readControlPlaneMarks(const Artifact &artifact, FactSink &sink);

} // namespace gordian
