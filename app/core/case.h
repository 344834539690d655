// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything of one investigation: the inventory, what was asked and what came back. From here on nothing
// knows whether the artifacts came over SSH, from a saved case or from pasted lines. A plain value, any
// thread.

#include "core/artifact.h"
#include "core/connection.h"
#include "core/mendingrecord.h"
#include "core/node.h"

#include <QDateTime>
#include <QVector>

#include <optional>

namespace gordian {

struct NodeRecord {
    Node node;
    ConnectState state = ConnectState::Idle;
    std::optional<ConnectFailure> failure;
    ConnectionInfo connection;
    Privilege privilege = Privilege::None;
    QString account; ///< who the probes ran as
    std::optional<qint64> clockOffsetMs; ///< node's clock minus the laptop's, measured while signing in
    int clockUncertaintyMs = 0; ///< half the round trip of that measurement
};

/// One line of the audit: what was run where, when, and how it ended.
struct RunEntry {
    QDateTime at; ///< UTC
    QString node;
    QString what; ///< "connect", "script wave 1: 61 probes", "cancel", ...
    QString outcome; ///< "ok", "exit 1", "link-lost", ...
};

struct Case {
    QString id; ///< random, 128 bits, hex
    QString title;
    QDateTime createdAt; ///< UTC
    QString gordianVersion;
    QVector<NodeRecord> nodes;
    QVector<Artifact> artifacts; ///< latest one per node and probe
    QVector<RunEntry> runs;
    QVector<MendingRecord> mendings; ///< the oldest first

    const NodeRecord *node(const QString &id) const;
    NodeRecord *node(const QString &id);
    const Artifact *artifact(const QString &node, const QString &probe) const;
    /// Adds it, or replaces the one of the same node and probe.
    void put(const Artifact &artifact);
    /// Adds it, or replaces the one of the same id.
    void put(const MendingRecord &record);
};

Case newCase(const QString &title);

} // namespace gordian
