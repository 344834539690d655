// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cni/cniplugin.h"

#include "cni/cnireaders.h"
#include "sdk/parts.h"

namespace gordian {

std::vector<std::unique_ptr<Parser>> CniPlugin::createParsers() const
{
    const std::pair<const char *, ProbeReader::Read> readers[] = {
        {"cni.config", readCniConfig},
        {"cni.binaries", readCniBinaries},
        {"cni.state", readCniState},
    };
    std::vector<std::unique_ptr<Parser>> parsers;
    for (const auto &[probe, read] : readers) {
        parsers.push_back(std::make_unique<ProbeReader>(QStringList{QLatin1String(probe)}, read));
    }
    return parsers;
}

} // namespace gordian
