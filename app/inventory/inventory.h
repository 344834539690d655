// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Nodes from what people already have: typed lines, ssh config, an Ansible inventory, a kubeconfig, a file of
// lines; and from the artifacts of one control-plane node while the API is down. Pure functions of text; any
// thread.

#include "core/case.h"
#include "core/result.h"

#include <QByteArray>

namespace gordian {

struct InventoryFind {
    Node node;
    QString source; ///< "/etc/hosts", "etcd members", "inventory.ini:12": shown beside it
    bool already = false;
};

/// Several lines of user@host[:port]; '#' comments; unknown lines come back as Malformed with context "line".
Result<QVector<Node>> nodesFromLines(const QString &text);
/// Hosts named by `Host` lines without patterns, Includes followed. `path` empty: ~/.ssh/config.
Result<QVector<Node>> nodesFromSshConfig(const QString &path);
Result<QVector<Node>> nodesFromAnsible(const QByteArray &text, const QString &fileName);
Result<QVector<Node>> nodesFromKubeconfig(const QByteArray &text);
/// Looks at what the file is and uses the right one of the above.
Result<QVector<Node>> nodesFromFile(const QString &path);
/// Other nodes of the cluster that this case's artifacts speak of: etcd members, kubelet.conf, manifests,
/// logs, /etc/hosts. Loopback and service addresses are left out.
QVector<InventoryFind> discoverNodes(const Case &examined);

/// Gives each an id unlike those in `taken`.
void assignIds(QVector<Node> &nodes, const QStringList &taken);

} // namespace gordian
