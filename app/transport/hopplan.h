// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The way to a node as a value: every hop with all that its sign-in needs, from the node, the settings and
// ssh config. Plain values and a pure function of files; any thread.

#include "transport/transportfactory.h"

#include <tl/expected.hpp>

#include <QStringList>
#include <QVector>

namespace gordian {

struct HopPlan {
    Endpoint endpoint; ///< resolved: user, port and the name as given
    QString address; ///< what is connected to: HostName, else the name as given
    QString hostId; ///< what known_hosts is asked for
    QStringList identityFiles; ///< in the order they are tried
    QStringList certificateFiles;
    bool identitiesOnly = false;
    QString agentSocket; ///< empty: no agent
    QStringList knownHostsFiles; ///< all that are read
    QString rememberFile; ///< where an accepted key is written
    bool hashNames = false;
    bool compresses = false; ///< the node's own hop: what passes through the others is encrypted by then
    int connectSeconds = 8;
    int keepAliveSeconds = 10;
};

tl::expected<QVector<HopPlan>, ConnectFailure> planHops(const Node &node, const SshSettings &settings);

} // namespace gordian
