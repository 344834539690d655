// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "runtime/runtimeplugin.h"

#include "runtime/podreaders.h"
#include "runtime/runtimereaders.h"
#include "sdk/parts.h"

namespace gordian {

std::vector<std::unique_ptr<Parser>> RuntimePlugin::createParsers() const
{
    const std::pair<const char *, ProbeReader::Read> readers[] = {
        {"runtime.units", readRuntimeUnits},
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
    };
    std::vector<std::unique_ptr<Parser>> parsers;
    for (const auto &[probe, read] : readers) {
        parsers.push_back(std::make_unique<ProbeReader>(QStringList{QLatin1String(probe)}, read));
    }
    return parsers;
}

} // namespace gordian
