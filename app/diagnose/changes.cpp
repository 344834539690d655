// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/changes.h"

#include <QHash>

#include <algorithm>

namespace gordian {

namespace {

bool names(const Diagnosis &diagnosis, const CauseVerdict &cause)
{
    return std::any_of(diagnosis.causes.cbegin(), diagnosis.causes.cend(), [&](const CauseVerdict &each) {
        return each.id == cause.id && each.node == cause.node;
    });
}

// Only a component that was judged can have lost its cause: an answer that did not come proves nothing.
bool isJudged(const Diagnosis &diagnosis, const CauseVerdict &cause)
{
    return std::any_of(diagnosis.vertices.cbegin(), diagnosis.vertices.cend(),
                       [&](const GraphVertex &vertex) {
                           return vertex.node == cause.node && vertex.component == cause.component
                               && vertex.health != Health::Unknown;
                       });
}

CauseChange told(const CauseVerdict &cause)
{
    return {cause.id, cause.node, cause.sentence};
}

} // namespace

Changes changesBetween(const Diagnosis &before, const Diagnosis &after)
{
    Changes changes;
    for (const CauseVerdict &cause : before.causes) {
        if (names(after, cause)) {
            continue;
        }
        (isJudged(after, cause) ? changes.gone : changes.untold).append(told(cause));
    }
    for (const CauseVerdict &cause : after.causes) {
        (names(before, cause) ? changes.stayed : changes.came).append(told(cause));
    }
    QHash<QString, Health> healths;
    for (const GraphVertex &vertex : before.vertices) {
        healths.insert(vertex.id, vertex.health);
    }
    for (const GraphVertex &vertex : after.vertices) {
        const auto known = healths.constFind(vertex.id);
        if (known != healths.cend() && *known != vertex.health) {
            changes.health.append(
                {vertex.id, vertex.node, vertex.component, vertex.name, *known, vertex.health});
        }
    }
    return changes;
}

} // namespace gordian
