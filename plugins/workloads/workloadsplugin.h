// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Pods that are not the cluster's own. Built in; owned by Qt's list of static plugins.

#include "sdk/plugin.h"

#include <QObject>

namespace gordian {

class WorkloadsPlugin : public QObject, public Plugin {
    Q_OBJECT
    Q_INTERFACES(gordian::Plugin)
    Q_PLUGIN_METADATA(IID GORDIAN_PLUGIN_IID)

public:
    QString id() const override { return QStringLiteral("workloads"); }
};

} // namespace gordian
