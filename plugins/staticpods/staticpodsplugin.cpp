// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "staticpods/staticpodsplugin.h"

#include "sdk/parts.h"
#include "staticpods/staticpodsreaders.h"

namespace gordian {

std::vector<std::unique_ptr<Parser>> StaticPodsPlugin::createParsers() const
{
    const std::pair<const char *, ProbeReader::Read> readers[] = {
        {"static-pods.manifests", readManifests},
        {"static-pods.control-plane", readControlPlaneMarks},
    };
    std::vector<std::unique_ptr<Parser>> parsers;
    for (const auto &[probe, read] : readers) {
        parsers.push_back(std::make_unique<ProbeReader>(QStringList{QLatin1String(probe)}, read));
    }
    return parsers;
}

} // namespace gordian
