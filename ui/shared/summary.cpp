// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/summary.h"

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
    Health worst = Health::Unknown;
    for (const GraphVertex &vertex : diagnosis.vertices) {
        if (vertex.node == node && severity(vertex.health) > severity(worst)) {
            worst = vertex.health;
        }
    }
    return worst;
}

ComponentHealth componentHealth(const Diagnosis &diagnosis, const QString &node, const QString &component)
{
    for (const GraphVertex &vertex : diagnosis.vertices) {
        if (vertex.node == node && vertex.component == component) {
            return {vertex.health, true};
        }
    }
    return {};
}

Health overallHealth(const Diagnosis &diagnosis)
{
    switch (diagnosis.overall) {
    case Overall::Failures:
        return Health::Failed;
    case Overall::Warnings:
        return Health::Degraded;
    case Overall::NothingWrong:
        return Health::Healthy;
    case Overall::PartlyExaminedNothingWrong:
    case Overall::NothingExamined:
        break;
    }
    return Health::Unknown;
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
