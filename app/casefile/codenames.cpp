// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/codenames.h"

#include <QString>

#include <iterator>

namespace gordian {

namespace {

// Each table is in the order of its enumeration; the assertions below keep them of equal length.
constexpr const char *ArtifactStates[] = {"collected",      "timed-out",     "command-missing",
                                          "not-applicable", "not-permitted", "not-collected"};
constexpr const char *ConnectStates[] = {"idle",     "resolving",      "connecting", "key-exchange",
                                         "host-key", "authenticating", "opened",     "running",
                                         "closed",   "failed"};
constexpr const char *ConnectLayers[] = {"config",
                                         "name",
                                         "tcp-refused",
                                         "tcp-unreachable",
                                         "tcp-timed-out",
                                         "banner",
                                         "key-exchange",
                                         "host-key-unknown",
                                         "host-key-changed",
                                         "host-key-revoked",
                                         "authentication",
                                         "jump",
                                         "shell",
                                         "sudo",
                                         "disk-full",
                                         "link-lost",
                                         "cancelled",
                                         "internal"};
constexpr const char *Privileges[] = {"root", "sudo", "sudo-password", "none"};
constexpr const char *NodeRoles[] = {"unknown", "control-plane", "worker"};
constexpr const char *NodeOrigins[] = {"typed",      "ssh-config", "ansible-inventory",
                                       "kubeconfig", "line-file",  "discovered",
                                       "local",      "pasted",     "recorded"};
constexpr const char *Vias[] = {"ssh", "local", "offline"};

static_assert(std::size(ArtifactStates) == static_cast<size_t>(ArtifactState::NotCollected) + 1);
static_assert(std::size(ConnectStates) == static_cast<size_t>(ConnectState::Failed) + 1);
static_assert(std::size(ConnectLayers) == static_cast<size_t>(ConnectLayer::Internal) + 1);
static_assert(std::size(Privileges) == static_cast<size_t>(Privilege::None) + 1);
static_assert(std::size(NodeRoles) == static_cast<size_t>(NodeRole::Worker) + 1);
static_assert(std::size(NodeOrigins) == static_cast<size_t>(NodeOrigin::Recorded) + 1);
static_assert(std::size(Vias) == static_cast<size_t>(Via::Offline) + 1);

template <typename Code, size_t N>
std::optional<Code> find(const char *const (&table)[N], const QString &name)
{
    for (size_t i = 0; i < N; ++i) {
        if (name == QLatin1String(table[i])) {
            return static_cast<Code>(i);
        }
    }
    return std::nullopt;
}

} // namespace

QLatin1String codeName(ArtifactState state)
{
    return QLatin1String(ArtifactStates[static_cast<int>(state)]);
}
QLatin1String codeName(ConnectState state)
{
    return QLatin1String(ConnectStates[static_cast<int>(state)]);
}
QLatin1String codeName(ConnectLayer layer)
{
    return QLatin1String(ConnectLayers[static_cast<int>(layer)]);
}
QLatin1String codeName(Privilege privilege)
{
    return QLatin1String(Privileges[static_cast<int>(privilege)]);
}
QLatin1String codeName(NodeRole role)
{
    return QLatin1String(NodeRoles[static_cast<int>(role)]);
}
QLatin1String codeName(NodeOrigin origin)
{
    return QLatin1String(NodeOrigins[static_cast<int>(origin)]);
}
QLatin1String codeName(Via via)
{
    return QLatin1String(Vias[static_cast<int>(via)]);
}

template <> std::optional<ArtifactState> codeOfName(const QString &name)
{
    return find<ArtifactState>(ArtifactStates, name);
}
template <> std::optional<ConnectState> codeOfName(const QString &name)
{
    return find<ConnectState>(ConnectStates, name);
}
template <> std::optional<ConnectLayer> codeOfName(const QString &name)
{
    return find<ConnectLayer>(ConnectLayers, name);
}
template <> std::optional<Privilege> codeOfName(const QString &name)
{
    return find<Privilege>(Privileges, name);
}
template <> std::optional<NodeRole> codeOfName(const QString &name)
{
    return find<NodeRole>(NodeRoles, name);
}
template <> std::optional<NodeOrigin> codeOfName(const QString &name)
{
    return find<NodeOrigin>(NodeOrigins, name);
}
template <> std::optional<Via> codeOfName(const QString &name)
{
    return find<Via>(Vias, name);
}

} // namespace gordian
