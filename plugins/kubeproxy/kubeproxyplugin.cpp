// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "kubeproxy/kubeproxyplugin.h"

namespace gordian {

QString KubeProxyPlugin::id() const
{
    return QStringLiteral("kubeproxy");
}

std::vector<std::unique_ptr<Parser>> KubeProxyPlugin::createParsers() const
{
    return {}; // its facts are all in its pack
}

} // namespace gordian
