// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "kubelet/kubeletplugin.h"

#include "kubelet/kubeletreaders.h"
#include "sdk/parts.h"

namespace gordian {

std::vector<std::unique_ptr<Parser>> KubeletPlugin::createParsers() const
{
    const std::pair<const char *, ProbeReader::Read> readers[] = {
        {"kubelet.unit", readKubeletUnit},
        {"kubelet.flags", readKubeletFlags},
        {"kubelet.process", readKubeletProcesses},
        {"kubelet.config", readKubeletConfig},
        {"kubelet.journal", readKubeletJournal},
        {"kubelet.client-certificate", readKubeletClientCertificate},
    };
    std::vector<std::unique_ptr<Parser>> parsers;
    for (const auto &[probe, read] : readers) {
        parsers.push_back(std::make_unique<ProbeReader>(QStringList{QLatin1String(probe)}, read));
    }
    return parsers;
}

} // namespace gordian
