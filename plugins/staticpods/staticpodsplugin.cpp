// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "staticpods/staticpodsplugin.h"

#include "sdk/parts.h"
#include "staticpods/staticpodsreaders.h"

namespace gordian {

std::vector<std::unique_ptr<Parser>> StaticPodsPlugin::createParsers() const
{
    return probeReaders({
        {"static-pods.manifests", readManifests},
        {"static-pods.control-plane", readControlPlaneMarks},
    });
}

} // namespace gordian
