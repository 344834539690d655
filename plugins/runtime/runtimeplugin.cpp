// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "runtime/runtimeplugin.h"

#include "runtime/podreaders.h"
#include "runtime/runtimereaders.h"
#include "sdk/parts.h"

namespace gordian {

std::vector<std::unique_ptr<Parser>> RuntimePlugin::createParsers() const
{
    return probeReaders({
        {"runtime.units", readRuntimeUnits},
        {"runtime.status", readRuntimeStatus},
        {"runtime.config", readContainerdConfig},
        {"runtime.config-file", readRuntimeConfigFiles},
        {"runtime.crio-config", readCrioConfig},
        {"runtime.cri-info", readCriInfo},
        {"runtime.cri-config", readCriRuntimeConfig},
        {"runtime.plugins", readContainerdPlugins},
        {"runtime.images", readImages},
        {"runtime.sandboxes", readSandboxes},
        {"runtime.containers", readContainers},
        {"runtime.exited", readExitedContainers},
        {"runtime.ctr", readCtrContainers},
        {"runtime.log-files", readContainerLogFiles},
    });
}

} // namespace gordian
