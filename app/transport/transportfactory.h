// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Makes the Transport that suits a node. Injected wherever nodes are reached, so that tests and saved cases
// replace it.

#include "transport/transport.h"

#include <memory>

namespace gordian {

class TransportFactory {
    Q_DISABLE_COPY_MOVE(TransportFactory)

public:
    TransportFactory() = default;
    virtual ~TransportFactory() = default;
    virtual std::unique_ptr<Transport> create(const Node &node) = 0;
    /// Who is called first on the way to `node`: itself, or its first jump host.
    virtual Endpoint firstHop(const Node &node) const
    {
        return node.jumps.isEmpty() ? node.endpoint : node.jumps.first();
    }
};

/// Where ssh's own files are and how patient to be. Defaults are the user's.
struct SshSettings {
    QString
        sshConfigFile; ///< empty: ~/.ssh/config; a path that does not exist is an error, "none" reads none
    QString knownHostsFile; ///< empty: what ssh config says, else ~/.ssh/known_hosts
    QStringList identityFiles; ///< tried before ssh config's
    QVector<Endpoint> jumps; ///< for every node that has none of its own
    bool useAgent = true;
    int connectSeconds = 8; ///< for name, TCP, key exchange of one hop
    int keepAliveSeconds = 10;
};

/// SshTransport for Via::Ssh, LocalTransport for Via::Local.
class DefaultTransportFactory : public TransportFactory {
public:
    explicit DefaultTransportFactory(SshSettings settings);
    std::unique_ptr<Transport> create(const Node &node) override;
    Endpoint firstHop(const Node &node) const override;

private:
    SshSettings m_settings;
};

} // namespace gordian
