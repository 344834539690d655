// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "time/timeplugin.h"

namespace gordian {

QString TimePlugin::id() const
{
    return QStringLiteral("time");
}

std::vector<std::unique_ptr<Parser>> TimePlugin::createParsers() const
{
    return {}; // its facts are all in its pack
}

} // namespace gordian
