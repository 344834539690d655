// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "host/hostplugin.h"

#include "host/identityparser.h"

namespace gordian {

QString HostPlugin::id() const
{
    return QStringLiteral("host");
}

std::vector<std::unique_ptr<Parser>> HostPlugin::createParsers() const
{
    std::vector<std::unique_ptr<Parser>> parsers;
    parsers.push_back(std::make_unique<IdentityParser>());
    return parsers;
}

} // namespace gordian
