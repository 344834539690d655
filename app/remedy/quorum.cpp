// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/quorum.h"

#include <QSet>

#include <algorithm>

namespace gordian {

namespace {

/// The greatest that any node says.
qint64 greatest(const Diagnosis &diagnosis, const QString &key)
{
    qint64 found = 0;
    for (const Fact &fact : diagnosis.facts) {
        if (fact.key == key && std::holds_alternative<qint64>(fact.value)) {
            found = std::max(found, std::get<qint64>(fact.value));
        }
    }
    return found;
}

bool isUp(const GraphVertex &vertex)
{
    return vertex.health == Health::Healthy || vertex.health == Health::Degraded;
}

bool isHealthy(const Diagnosis &diagnosis, const QString &node)
{
    return std::any_of(
        diagnosis.vertices.cbegin(), diagnosis.vertices.cend(), [&](const GraphVertex &vertex) {
            return vertex.node == node && vertex.component == QLatin1String("etcd") && isUp(vertex);
        });
}

} // namespace

std::optional<Refusal> quorumRefusal(const Remedy &remedy, const Diagnosis &diagnosis)
{
    if (!remedy.interrupts.contains(QLatin1String("etcd"))) {
        return std::nullopt;
    }
    const qint64 members = greatest(diagnosis, QStringLiteral("etcd.members"));
    const qint64 answering = greatest(diagnosis, QStringLiteral("etcd.members-answering"));
    const qint64 quorum = members / 2 + 1;
    const qint64 left = answering - (isHealthy(diagnosis, remedy.node) ? 1 : 0);
    if (members < 2 || answering < quorum || left >= quorum) {
        return std::nullopt;
    }
    return Refusal{Objection::QuorumAtRisk, -1, QStringLiteral("%1/%2").arg(left).arg(members)};
}

std::optional<Refusal> lastControlPlaneRefusal(const Remedy &remedy, const Diagnosis &diagnosis)
{
    if (!remedy.interrupts.contains(QLatin1String("apiserver"))) {
        return std::nullopt;
    }
    QSet<QString> all;
    QSet<QString> up;
    for (const GraphVertex &vertex : diagnosis.vertices) {
        if (vertex.component == QLatin1String("apiserver") && !vertex.node.isEmpty()) {
            all.insert(vertex.node);
            if (isUp(vertex)) {
                up.insert(vertex.node);
            }
        }
    }
    // Members of etcd stand for control-plane nodes that nobody has named here.
    const qint64 total = std::max<qint64>(all.size(), greatest(diagnosis, QStringLiteral("etcd.members")));
    const bool isOnlyOne = up.contains(remedy.node) && up.size() == 1;
    if (total < 2 || !isOnlyOne) {
        return std::nullopt;
    }
    return Refusal{Objection::LastControlPlane, -1, QStringLiteral("0/%1").arg(total)};
}

} // namespace gordian
