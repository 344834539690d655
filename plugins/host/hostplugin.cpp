// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "host/hostplugin.h"

namespace gordian {

QString HostPlugin::id() const
{
    return QStringLiteral("host");
}

std::vector<std::unique_ptr<Parser>> HostPlugin::createParsers() const
{
    return {}; // its facts are all in its pack
}

} // namespace gordian
