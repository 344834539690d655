// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// kube-proxy: health, mode, log.
// Made by pluginhost; stateless, any thread.

#include "sdk/plugin.h"

#include <QObject>

namespace gordian {

class KubeProxyPlugin : public QObject, public Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID GORDIAN_PLUGIN_IID)
    Q_INTERFACES(gordian::Plugin)

public:
    QString id() const override { return QStringLiteral("kubeproxy"); }
};

} // namespace gordian
