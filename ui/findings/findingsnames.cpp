// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/findingsnames.h"

#include "shared/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace gordian::ui {

FindingsNames FindingsNames::of(const Case &shown, const KnowledgeBase &knowledge)
{
    FindingsNames names;
    for (const NodeRecord &record : shown.nodes) {
        names.nodes.insert(record.node.id, nodeName(shown, record.node.id));
    }
    for (const Component &component : knowledge.components()) {
        names.components.insert(component.id, component.name);
        names.letters.insert(component.id, component.letter);
    }
    for (const Probe &probe : knowledge.probes()) {
        names.probes.insert(probe.id, probe.title);
        names.syntaxes.insert(probe.id, probe.syntax);
    }
    return names;
}

QString FindingsNames::component(const QString &id, const QString &language) const
{
    const auto name = components.constFind(id);
    return name == components.constEnd() || name->isEmpty() ? id : name->in(language);
}

QString FindingsNames::probe(const QString &id, const QString &language) const
{
    const auto title = probes.constFind(id);
    return title == probes.constEnd() || title->isEmpty() ? id : title->in(language);
}

QString FindingsNames::place(const QString &componentId, const QString &nodeId, const QString &language) const
{
    if (componentId.isEmpty()) {
        return node(nodeId);
    }
    const QString name = component(componentId, language);
    return nodeId.isEmpty()
        ? name
        : QCoreApplication::translate("FindingsNames", "%1 on %2").arg(name, node(nodeId));
}

QString findingKey(const Finding &finding)
{
    return finding.node + u'/' + finding.id;
}

bool isSymptom(const Finding &finding)
{
    return finding.health == Health::Failed || finding.health == Health::Degraded
        || finding.health == Health::Blocked;
}

const GraphVertex *findVertex(const Diagnosis &diagnosis, const QString &id)
{
    const auto found = std::find_if(diagnosis.vertices.cbegin(), diagnosis.vertices.cend(),
                                    [&id](const GraphVertex &vertex) { return vertex.id == id; });
    return found == diagnosis.vertices.cend() ? nullptr : &*found;
}

QString vertexOf(const Diagnosis &diagnosis, const QString &node, const QString &component)
{
    const QString own = node + u'/' + component;
    const QString clusters = u'/' + component;
    return findVertex(diagnosis, own) || !findVertex(diagnosis, clusters) ? own : clusters;
}

} // namespace gordian::ui
