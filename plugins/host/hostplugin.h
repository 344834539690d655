// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The machine: kernel, memory, disks, control groups, security modules.
// Made by pluginhost; stateless, any thread.

#include "sdk/plugin.h"

#include <QObject>

namespace gordian {

class HostPlugin : public QObject, public Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID GORDIAN_PLUGIN_IID)
    Q_INTERFACES(gordian::Plugin)

public:
    QString id() const override;
    std::vector<std::unique_ptr<Parser>> createParsers() const override;
};

} // namespace gordian
