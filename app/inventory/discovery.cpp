// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "inventory/inventory.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

// What a control-plane node knows of its peers without asking the API: etcd's members and initial cluster,
// the server in kubelet.conf, addresses in the kubelet's and the apiserver's logs, /etc/hosts.

namespace gordian {

namespace {

constexpr qsizetype mostBytesRead =
    2 * 1024 * 1024; // of one artifact: names stand in the configuration, not deep in logs

struct Trace {
    QRegularExpression form; ///< groups "host", optional "name"
    QString source;
    NodeRole role;
};

const QVector<Trace> &traces()
{
    static const QVector<Trace> all{
        {QRegularExpression(QStringLiteral(
             R"((?:--initial-cluster=|,)(?<name>[A-Za-z0-9][\w.-]*)=https?://\[?(?<host>[\w.:-]+?)\]?:2380)")),
         QStringLiteral("etcd initial-cluster"), NodeRole::ControlPlane},
        {QRegularExpression(QStringLiteral(
             R"RE("name"\s*:\s*"(?<name>[\w.-]+)"\s*,\s*"peerURLs"\s*:\s*\[\s*"https?://\[?(?<host>[\w.:-]+?)\]?:\d+")RE")),
         QStringLiteral("etcd members"), NodeRole::ControlPlane},
        {QRegularExpression(QStringLiteral(R"(https?://\[?(?<host>[\w.:-]+?)\]?:2380)")),
         QStringLiteral("etcd peers"), NodeRole::ControlPlane},
        {QRegularExpression(QStringLiteral(R"(--etcd-servers=\S*?https?://\[?(?<host>[\w.:-]+?)\]?:2379)")),
         QStringLiteral("etcd servers of kube-apiserver"), NodeRole::ControlPlane},
        {QRegularExpression(QStringLiteral(R"(^\s*server:\s*https://\[?(?<host>[\w.:-]+?)\]?:\d+\s*$)"),
                            QRegularExpression::MultilineOption),
         QStringLiteral("kubelet.conf"), NodeRole::ControlPlane},
        {QRegularExpression(
             QStringLiteral(R"((?:dial tcp |https://)\[?(?<host>\d+\.\d+\.\d+\.\d+)\]?:6443)")),
         QStringLiteral("logs (API server)"), NodeRole::ControlPlane},
        {QRegularExpression(
             QStringLiteral(R"((?:dial tcp |https://)\[?(?<host>\d+\.\d+\.\d+\.\d+)\]?:10250)")),
         QStringLiteral("logs (kubelet)"), NodeRole::Unknown},
    };
    return all;
}

/// Not a machine to sign in to: this one, everybody, or a virtual address.
bool isNobody(const QString &host)
{
    const QHostAddress address(host);
    if (address.isNull()) {
        return host.isEmpty() || host == QLatin1String("localhost") || host.endsWith(QLatin1String(".svc"))
            || host.endsWith(QLatin1String(".cluster.local"));
    }
    return address.isLoopback() || address.isLinkLocal() || address.isMulticast() || address.isBroadcast()
        || address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6);
}

/// The API's own service address is the first of the service range (10.96.0.1 unless told otherwise).
QSet<QString> serviceAddresses(const Case &examined)
{
    static const QRegularExpression range(
        QStringLiteral(R"(--service-cluster-ip-range=(\d+\.\d+\.\d+\.\d+)/)"));
    QSet<QString> addresses{QStringLiteral("10.96.0.1")};
    for (const Artifact &artifact : examined.artifacts) {
        const auto match = range.match(QString::fromUtf8(artifact.output.left(mostBytesRead)));
        if (match.hasMatch()) {
            addresses.insert(QHostAddress(QHostAddress(match.captured(1)).toIPv4Address() + 1).toString());
        }
    }
    return addresses;
}

class Finds {
public:
    explicit Finds(const Case &examined) : m_examined(examined), m_service(serviceAddresses(examined)) { }

    void add(const QString &host, const QString &name, NodeRole role, const QString &source)
    {
        if (isNobody(host) || m_service.contains(host)) {
            return;
        }
        const auto known = std::find_if(m_found.begin(), m_found.end(),
                                        [&](const InventoryFind &f) { return f.node.endpoint.host == host; });
        if (known != m_found.end()) {
            if (known->node.name == host && !name.isEmpty()) {
                known->node.name = name;
            }
            if (known->node.role == NodeRole::Unknown) {
                known->node.role = role;
            }
            return;
        }
        InventoryFind find;
        find.node.endpoint.host = host;
        find.node.name = name.isEmpty() ? host : name;
        find.node.role = role;
        find.node.origin = NodeOrigin::Discovered;
        find.source = source;
        m_found.append(find);
    }

    QVector<InventoryFind> take()
    {
        for (InventoryFind &find : m_found) {
            find.already = std::any_of(m_examined.nodes.cbegin(), m_examined.nodes.cend(),
                                       [&](const NodeRecord &record) {
                                           return record.node.endpoint.host == find.node.endpoint.host
                                               || record.node.name == find.node.name
                                               || ownAddress(record.node.id, find.node.endpoint.host);
                                       });
        }
        return std::move(m_found);
    }

private:
    /// `ip addr` of an examined node shows the address as its own.
    bool ownAddress(const QString &node, const QString &host) const
    {
        const QByteArray needle = "inet " + host.toUtf8() + "/";
        return std::any_of(m_examined.artifacts.cbegin(), m_examined.artifacts.cend(),
                           [&](const Artifact &a) {
                               return a.node == node && a.probe.startsWith(QLatin1String("network."))
                                   && a.output.contains(needle);
                           });
    }

    const Case &m_examined;
    QSet<QString> m_service;
    QVector<InventoryFind> m_found;
};

void readHosts(const QString &text, Finds &finds)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &raw : lines) {
        const QStringList words =
            raw.section(QLatin1Char('#'), 0, 0).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (words.size() >= 2 && !QHostAddress(words[0]).isNull()) {
            finds.add(words[0], words[1], NodeRole::Unknown, QStringLiteral("/etc/hosts"));
        }
    }
}

} // namespace

QVector<InventoryFind> discoverNodes(const Case &examined)
{
    Finds finds(examined);
    QVector<QString> texts;
    for (const Artifact &artifact : examined.artifacts) {
        texts.append(QString::fromUtf8(artifact.output.left(mostBytesRead)));
    }
    // Trace by trace, not text by text: the better source of a node names it.
    for (const Trace &trace : traces()) {
        for (const QString &text : std::as_const(texts)) {
            auto matches = trace.form.globalMatch(text);
            while (matches.hasNext()) {
                const auto match = matches.next();
                finds.add(match.captured(u"host"), match.captured(u"name"), trace.role, trace.source);
            }
        }
    }
    for (const Artifact &artifact : examined.artifacts) {
        for (const Section &section : artifact.sections) {
            if (section.name.endsWith(QLatin1String("/etc/hosts"))) {
                readHosts(QString::fromUtf8(artifact.section(section.name)), finds);
            }
        }
    }
    return finds.take();
}

} // namespace gordian
