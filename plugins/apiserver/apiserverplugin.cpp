// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "apiserver/apiserverplugin.h"

namespace gordian {

QString ApiserverPlugin::id() const
{
    return QStringLiteral("apiserver");
}

std::vector<std::unique_ptr<Parser>> ApiserverPlugin::createParsers() const
{
    return {}; // its facts are all in its pack
}

} // namespace gordian
