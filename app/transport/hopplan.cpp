// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/hopplan.h"

#include "transport/knownhosts.h"
#include "transport/sshconfig.h"

#include <QDir>
#include <QFileInfo>

namespace gordian {

namespace {

constexpr qsizetype MostHops = 8;

ConnectFailure configFailure(const Endpoint &hop, const QString &detail)
{
    ConnectFailure failure;
    failure.layer = ConnectLayer::Config;
    failure.hop = hop;
    failure.detail = detail;
    return failure;
}

QString sshFolder()
{
    return QDir::homePath() + QStringLiteral("/.ssh");
}

Result<SshConfig> readConfig(const SshSettings &settings)
{
    if (settings.sshConfigFile == QLatin1String("none")) {
        return SshConfig();
    }
    if (!settings.sshConfigFile.isEmpty()) {
        return SshConfig::read({expandHome(settings.sshConfigFile)});
    }
    QStringList files = {sshFolder() + QStringLiteral("/config"), QStringLiteral("/etc/ssh/ssh_config")};
    files.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    return SshConfig::read(files);
}

// The order of ssh_config(5), IdentityFile, without what libssh cannot read.
QStringList usualIdentities()
{
    QStringList files;
    for (const auto *name : {"id_ed25519", "id_ecdsa", "id_rsa"}) {
        const QString file = sshFolder() + QLatin1Char('/') + QLatin1String(name);
        if (QFileInfo::exists(file)) {
            files.append(file);
        }
    }
    return files;
}

QString agentSocket(const SshHostConfig &config, const SshSettings &settings)
{
    const QString named = config.identityAgent;
    if (!settings.useAgent || named == QLatin1String("none")) {
        return {};
    }
    if (named.isEmpty() || named == QLatin1String("SSH_AUTH_SOCK")) {
        return qEnvironmentVariable("SSH_AUTH_SOCK");
    }
    return named.startsWith(QLatin1Char('$')) ? qEnvironmentVariable(named.mid(1).toLatin1().constData())
                                              : named;
}

class Planner {
public:
    Planner(const Node &node, const SshSettings &settings, const SshConfig &config)
        : m_node(node),
          m_settings(settings),
          m_config(config)
    {
    }

    tl::expected<QVector<HopPlan>, ConnectFailure> plan()
    {
        QVector<Endpoint> jumps = m_node.jumps.isEmpty() ? m_settings.jumps : m_node.jumps;
        if (const auto problem = addWithJumps(m_node.endpoint, jumps, true)) {
            return tl::unexpected(*problem);
        }
        return m_hops;
    }

private:
    std::optional<ConnectFailure> addWithJumps(const Endpoint &endpoint, QVector<Endpoint> jumps,
                                               bool isTarget);
    tl::expected<QVector<Endpoint>, ConnectFailure> configuredJumps(const Endpoint &endpoint,
                                                                    const SshHostConfig &config) const;
    HopPlan hop(const Endpoint &endpoint, const SshHostConfig &config, bool isTarget) const;
    void addKnownHosts(HopPlan &plan, const SshHostConfig &config) const;

    const Node &m_node;
    const SshSettings &m_settings;
    const SshConfig &m_config;
    QVector<HopPlan> m_hops;
    int m_depth = 0;
};

std::optional<ConnectFailure> Planner::addWithJumps(const Endpoint &endpoint, QVector<Endpoint> jumps,
                                                    bool isTarget)
{
    // Hops are added from the first on, so a chain that goes round shows in the depth alone.
    if (++m_depth > MostHops || m_hops.size() >= MostHops) {
        return configFailure(endpoint, QStringLiteral("ProxyJump: more than %1 hops").arg(MostHops));
    }
    const SshHostConfig config = m_config.lookup(endpoint.host, endpoint.user);
    if (jumps.isEmpty()) {
        const auto configured = configuredJumps(endpoint, config);
        if (!configured) {
            return configured.error();
        }
        jumps = *configured;
    }
    // Only the first of a chain may bring jump hosts of its own: the others are reached through the one
    // before.
    for (qsizetype i = 0; i < jumps.size(); ++i) {
        if (i > 0) {
            m_hops.append(hop(jumps.at(i), m_config.lookup(jumps.at(i).host, jumps.at(i).user), false));
        } else if (jumps.first() == endpoint) {
            return configFailure(endpoint, QStringLiteral("ProxyJump: a host through itself"));
        } else if (auto problem = addWithJumps(jumps.first(), {}, false)) {
            return problem;
        }
    }
    m_hops.append(hop(endpoint, config, isTarget));
    return std::nullopt;
}

tl::expected<QVector<Endpoint>, ConnectFailure> Planner::configuredJumps(const Endpoint &endpoint,
                                                                         const SshHostConfig &config) const
{
    if (!config.proxyCommand.isEmpty() && config.proxyCommand != QLatin1String("none")) {
        return tl::unexpected(configFailure(endpoint, QStringLiteral("ProxyCommand ") + config.proxyCommand));
    }
    QVector<Endpoint> jumps;
    if (config.proxyJump != QLatin1String("none")) {
        for (const QString &word : config.proxyJump.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const Endpoint jump = parseEndpoint(word);
            if (jump.host.isEmpty()) {
                return tl::unexpected(
                    configFailure(endpoint, QStringLiteral("ProxyJump ") + config.proxyJump));
            }
            jumps.append(jump);
        }
    }
    return jumps;
}

HopPlan Planner::hop(const Endpoint &endpoint, const SshHostConfig &config, bool isTarget) const
{
    HopPlan plan;
    plan.endpoint = endpoint;
    if (plan.endpoint.user.isEmpty()) {
        plan.endpoint.user = config.user.isEmpty() ? localAccount() : config.user;
    }
    if (plan.endpoint.port == 0) {
        plan.endpoint.port = config.port == 0 ? 22 : config.port;
    }
    plan.address = config.hostName.isEmpty() ? endpoint.host : config.hostName;
    plan.hostId =
        config.hostKeyAlias.isEmpty() ? knownHostId(plan.address, plan.endpoint.port) : config.hostKeyAlias;
    if (isTarget && !m_node.identityFile.isEmpty()) {
        plan.identityFiles.append(expandHome(m_node.identityFile));
    }
    for (const QString &file : m_settings.identityFiles) {
        plan.identityFiles.append(expandHome(file));
    }
    plan.identityFiles += config.identityFiles;
    if (plan.identityFiles.isEmpty()) {
        plan.identityFiles = usualIdentities();
    }
    plan.identityFiles.removeDuplicates();
    plan.certificateFiles = config.certificateFiles;
    plan.identitiesOnly = config.identitiesOnly.value_or(false);
    plan.agentSocket = agentSocket(config, m_settings);
    plan.compresses = isTarget;
    plan.connectSeconds = config.connectTimeout > 0 ? config.connectTimeout : m_settings.connectSeconds;
    plan.keepAliveSeconds =
        config.serverAliveInterval > 0 ? config.serverAliveInterval : m_settings.keepAliveSeconds;
    addKnownHosts(plan, config);
    return plan;
}

void Planner::addKnownHosts(HopPlan &plan, const SshHostConfig &config) const
{
    plan.hashNames = config.hashKnownHosts.value_or(false);
    QStringList own = config.userKnownHostsFiles;
    if (!m_settings.knownHostsFile.isEmpty()) {
        own = QStringList{expandHome(m_settings.knownHostsFile)};
    } else if (own.isEmpty()) {
        own = QStringList{sshFolder() + QStringLiteral("/known_hosts"),
                          sshFolder() + QStringLiteral("/known_hosts2")};
    }
    plan.rememberFile = own.first();
    const QStringList everyones = !config.globalKnownHostsFiles.isEmpty()
        ? config.globalKnownHostsFiles
        : QStringList{QStringLiteral("/etc/ssh/ssh_known_hosts"),
                      QStringLiteral("/etc/ssh/ssh_known_hosts2")};
    plan.knownHostsFiles = own + everyones;
}

} // namespace

tl::expected<QVector<HopPlan>, ConnectFailure> planHops(const Node &node, const SshSettings &settings)
{
    if (node.endpoint.host.isEmpty()) {
        return tl::unexpected(configFailure(node.endpoint, QStringLiteral("no host")));
    }
    const auto config = readConfig(settings);
    if (!config) {
        return tl::unexpected(configFailure(node.endpoint, config.error().detail));
    }
    return Planner(node, settings, *config).plan();
}

} // namespace gordian
