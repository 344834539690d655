// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a container runtime is and how it is configured, from its service, its files and its own answers. Pure
// functions of an artifact; any thread.

#include "sdk/parser.h"

namespace gordian {

void readRuntimeStatus(const Artifact &artifact, FactSink &sink);
void readRuntimeUnits(const Artifact &artifact, FactSink &sink);
void readContainerdConfig(const Artifact &artifact, FactSink &sink);
void readRuntimeConfigFiles(const Artifact &artifact, FactSink &sink);
void readCrioConfig(const Artifact &artifact, FactSink &sink);
void readCriInfo(const Artifact &artifact, FactSink &sink);
void readCriRuntimeConfig(const Artifact &artifact, FactSink &sink);
void readContainerdPlugins(const Artifact &artifact, FactSink &sink);
void readImages(const Artifact &artifact, FactSink &sink);

} // namespace gordian
