// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/summary.h"

#include "core/overallhealth.h"

namespace gordian::ui {

int severity(Health health)
{
    switch (health) {
    case Health::Failed:
        return 4;
    case Health::Blocked:
        return 3;
    case Health::Degraded:
        return 2;
    case Health::Healthy:
        return 1;
    case Health::Unknown:
        break;
    }
    return 0;
}

Health nodeHealth(const Diagnosis &diagnosis, const QString &node)
{
    return nodeHealths(diagnosis).value(node, Health::Unknown);
}

QHash<QString, Health> nodeHealths(const Diagnosis &diagnosis)
{
    QHash<QString, Health> worst;
    for (const GraphVertex &vertex : diagnosis.vertices) {
        const auto known = worst.find(vertex.node);
        if (known == worst.end()) {
            worst.insert(vertex.node, vertex.health);
        } else if (severity(vertex.health) > severity(*known)) {
            *known = vertex.health;
        }
    }
    return worst;
}

QHash<QString, Health> componentHealths(const Diagnosis &diagnosis)
{
    QHash<QString, Health> healths;
    for (const GraphVertex &vertex : diagnosis.vertices) {
        healths.insert(vertex.node + QLatin1Char('/') + vertex.component, vertex.health);
    }
    return healths;
}

Health overallHealth(const Diagnosis &diagnosis)
{
    return healthOf(diagnosis.overall);
}

QStringList nodesWithoutRoot(const Case &shown)
{
    QStringList nodes;
    for (const NodeRecord &record : shown.nodes) {
        const bool isLive = record.node.via == Via::Ssh && record.node.origin != NodeOrigin::Recorded;
        if (isLive && !record.account.isEmpty() && record.privilege == Privilege::None) {
            nodes.append(record.node.id);
        }
    }
    return nodes;
}

QString nodeName(const Case &shown, const QString &node)
{
    const NodeRecord *record = shown.node(node);
    if (!record) {
        return node;
    }
    return record->node.name.isEmpty() ? record->node.endpoint.host : record->node.name;
}

} // namespace gordian::ui
