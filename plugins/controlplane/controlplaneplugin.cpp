// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "controlplane/controlplaneplugin.h"

#include "controlplane/staticpodflagsparser.h"

namespace gordian {

QString ControlPlanePlugin::id() const
{
    return QStringLiteral("controlplane");
}

std::vector<std::unique_ptr<Parser>> ControlPlanePlugin::createParsers() const
{
    std::vector<std::unique_ptr<Parser>> parsers;
    parsers.push_back(std::make_unique<StaticPodFlagsParser>());
    return parsers;
}

} // namespace gordian
