// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which network configuration wins, whether it is valid, and what stands ready to run it. Pure functions; any
// thread.

#include "sdk/parser.h"

namespace gordian {

void readCniConfig(const Artifact &artifact, FactSink &sink);
void readCniBinaries(const Artifact &artifact, FactSink &sink);
void readCniState(const Artifact &artifact, FactSink &sink);

} // namespace gordian
