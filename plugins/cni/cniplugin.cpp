// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cni/cniplugin.h"

#include "cni/cnireaders.h"
#include "sdk/parts.h"

namespace gordian {

std::vector<std::unique_ptr<Parser>> CniPlugin::createParsers() const
{
    return probeReaders({
        {"cni.config", readCniConfig},
        {"cni.binaries", readCniBinaries},
        {"cni.state", readCniState},
    });
}

} // namespace gordian
