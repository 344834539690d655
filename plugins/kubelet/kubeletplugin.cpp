// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "kubelet/kubeletplugin.h"

#include "kubelet/kubeletreaders.h"
#include "sdk/parts.h"

namespace gordian {

std::vector<std::unique_ptr<Parser>> KubeletPlugin::createParsers() const
{
    return probeReaders({
        {"kubelet.unit", readKubeletUnit},
        {"kubelet.status", readKubeletStatus},
        {"kubelet.flags", readKubeletFlags},
        {"kubelet.process", readKubeletProcesses},
        {"kubelet.config", readKubeletConfig},
        {"kubelet.journal", readKubeletJournal},
        {"kubelet.client-certificate", readKubeletClientCertificate},
    });
}

} // namespace gordian
