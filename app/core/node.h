// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A machine reached over SSH (or the local one), as the inventory knows it. A plain value, any thread.

#include <QString>
#include <QStringList>
#include <QVector>

namespace gordian {

struct Endpoint {
    QString user; ///< empty: what ssh config or the local account says
    QString host; ///< name or address as given; IPv6 without brackets
    quint16 port = 0; ///< 0: what ssh config says, else 22

    /// "[user@]host[:port]", IPv6 in brackets when a port follows.
    QString display() const;
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

enum class NodeRole { Unknown, ControlPlane, Worker };

/// Where a node came from: shown beside it, so that nobody wonders.
enum class NodeOrigin {
    Typed,
    SshConfig,
    AnsibleInventory,
    Kubeconfig,
    LineFile,
    Discovered,
    Local,
    Pasted,
    Recorded
};

enum class Via { Ssh, Local, Offline /* artifacts only: a saved case or pasted text */ };

struct Node {
    QString id; ///< unique within a case and stable: what artifacts, facts and findings refer to
    QString name; ///< for people; the host name once it is known
    Via via = Via::Ssh;
    Endpoint endpoint;
    QVector<Endpoint> jumps; ///< hops before the endpoint, first hop first; empty: what ssh config says
    QString identityFile; ///< private key to try first; empty: ssh config's and the agent's
    NodeRole role = NodeRole::Unknown;
    NodeOrigin origin = NodeOrigin::Typed;

    friend bool operator==(const Node &, const Node &) = default;
};

/// "[user@]host[:port]", "ssh://user@host:port", bare IPv6 or "[IPv6]:port". Empty host: not understood.
Endpoint parseEndpoint(const QString &text);

} // namespace gordian
