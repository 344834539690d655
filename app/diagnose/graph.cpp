// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/graph.h"

#include "diagnose/answer.h"

#include <algorithm>

namespace gordian {

namespace {

struct Summary {
    Health health = Health::Unknown;
    UnknownReason reason = UnknownReason::None;
};

/// The worst finding; green only if something is well and nothing that would clear the component is unknown.
Summary summarise(Judge &judge, const QString &node, const QString &component)
{
    bool failed = false;
    bool degraded = false;
    bool healthy = false;
    bool uncleared = false;
    UnknownReason reason = UnknownReason::None;
    for (const Judged *each : judge.all()) {
        if (each->finding.node != node || each->finding.component != component) {
            continue;
        }
        failed = failed || each->finding.health == Health::Failed;
        degraded = degraded || each->finding.health == Health::Degraded;
        healthy = healthy || each->finding.health == Health::Healthy;
        if (each->finding.health == Health::Unknown) {
            reason = worthTelling(reason, each->finding.reason);
            uncleared = uncleared || (each->alibi && each->finding.reason != UnknownReason::NotApplicable);
        }
    }
    if (failed || degraded) {
        return {failed ? Health::Failed : Health::Degraded, UnknownReason::None};
    }
    if (healthy && !uncleared) {
        return {Health::Healthy, UnknownReason::None};
    }
    if (reason == UnknownReason::None && !node.isEmpty()) {
        reason = judge.facts().examined(node) ? UnknownReason::NotCollected
                                              : judge.facts().probeReason(node, QString());
    }
    return {Health::Unknown, reason == UnknownReason::None ? UnknownReason::NotCollected : reason};
}

GraphVertex makeVertex(Judge &judge, const QString &node, const Component &component)
{
    const Summary summary = summarise(judge, node, component.id);
    GraphVertex vertex;
    vertex.id = vertexId(node, component.id);
    vertex.node = node;
    vertex.component = component.id;
    vertex.name = component.name;
    vertex.health = summary.health;
    vertex.reason = summary.reason;
    return vertex;
}

bool shown(Judge &judge, const QString &node, const Component &component)
{
    const Truth present = judge.isPresent(node, component);
    if (present != Truth::Unknown) {
        return present == Truth::True;
    }
    const auto &all = judge.all();
    return std::any_of(all.cbegin(), all.cend(), [&](const Judged *each) {
        return each->finding.node == node && each->finding.component == component.id;
    });
}

const GraphVertex *vertexAt(const Diagnosis &diagnosis, const QString &id)
{
    const auto found = std::find_if(diagnosis.vertices.cbegin(), diagnosis.vertices.cend(),
                                    [&](const GraphVertex &vertex) { return vertex.id == id; });
    return found == diagnosis.vertices.cend() ? nullptr : &*found;
}

/// The vertices one need of a component on `node` points at: its own node's, else (if allowed) any.
QStringList targets(const Diagnosis &diagnosis, const QString &node, const Need &need)
{
    const QString own = vertexId(node, need.component);
    if (vertexAt(diagnosis, own)) {
        return {own};
    }
    const QString cluster = vertexId(QString(), need.component);
    if (vertexAt(diagnosis, cluster)) {
        return {cluster};
    }
    QStringList found;
    if (need.otherNodes || node.isEmpty()) {
        for (const GraphVertex &vertex : diagnosis.vertices) {
            if (vertex.component == need.component) {
                found.append(vertex.id);
            }
        }
    }
    return found;
}

/// A need that points upwards on the own node (kubelet -> its own API server) closes a circle: the node comes
/// up without it.
bool closesCircle(const KnowledgeBase &knowledge, const Component &from, const Need &need,
                  const QString &node, const QString &target)
{
    const Component *to = knowledge.component(need.component);
    return need.otherNodes && to && to->layer > from.layer && target == vertexId(node, need.component);
}

bool isBad(Health health)
{
    return health == Health::Failed || health == Health::Blocked;
}

/// The need that holds `vertex` up: one whose every target is bad.
QString holdUp(const KnowledgeBase &knowledge, const Diagnosis &diagnosis, const Needs &needs,
               const GraphVertex &vertex)
{
    const Component *component = knowledge.component(vertex.component);
    if (!component) {
        return {};
    }
    for (const Need &need : component->needs) {
        QStringList bad;
        bool met = false;
        for (const QString &id : targets(diagnosis, vertex.node, need)) {
            const GraphVertex *target = vertexAt(diagnosis, id);
            const bool circle = closesCircle(knowledge, *component, need, vertex.node, id)
                || needs.of(id).contains(vertex.id);
            if (isBad(target->health) && !circle) {
                bad.append(id);
            } else {
                met = true;
            }
        }
        if (!bad.isEmpty() && !met) {
            return bad.first();
        }
    }
    return {};
}

/// A proved cause further down that explains everything that failed here, though what lies between looks
/// well: a runtime that kills sandboxes leaves the kubelet healthy and etcd dead.
QString explainedFromBelow(const Diagnosis &diagnosis, const Needs &needs, const GraphVertex &vertex)
{
    QStringList failures;
    for (const Finding &finding : diagnosis.findings) {
        if (finding.node == vertex.node && finding.component == vertex.component
            && finding.health == Health::Failed) {
            failures.append(vertexId(finding.node, finding.id));
        }
    }
    const QSet<QString> &needed = needs.of(vertex.id);
    for (const CauseVerdict &cause : diagnosis.causes) {
        QString place = vertexId(cause.node, cause.component);
        const bool explained = cause.confidence == Confidence::Proved && needed.contains(place)
            && std::all_of(failures.cbegin(), failures.cend(),
                           [&](const QString &id) { return cause.explains.contains(id); });
        if (explained) {
            return place;
        }
    }
    return {};
}

} // namespace

QString vertexId(const QString &node, const QString &component)
{
    return node + QLatin1Char('/') + component;
}

void buildGraph(Judge &judge, Diagnosis &diagnosis)
{
    const KnowledgeBase &knowledge = judge.facts().knowledge();
    QVector<const Component *> components;
    for (const Component &component : knowledge.components()) {
        components.append(&component);
    }
    std::sort(components.begin(), components.end(), [](const Component *one, const Component *other) {
        return std::tuple(one->layer, one->id) < std::tuple(other->layer, other->id);
    });
    for (const QString &node : judge.facts().nodes() + QStringList{QString()}) {
        for (const Component *component : std::as_const(components)) {
            if (shown(judge, node, *component)) {
                diagnosis.vertices.append(makeVertex(judge, node, *component));
            }
        }
    }
    for (const GraphVertex &vertex : std::as_const(diagnosis.vertices)) {
        const Component *component = knowledge.component(vertex.component);
        for (const Need &need : component->needs) {
            for (const QString &target : targets(diagnosis, vertex.node, need)) {
                if (!closesCircle(knowledge, *component, need, vertex.node, target)) {
                    diagnosis.edges.append({vertex.id, target, EdgeKind::Needs, need.why});
                }
            }
        }
    }
}

Needs::Needs(const Diagnosis &diagnosis)
{
    for (const GraphEdge &edge : diagnosis.edges) {
        if (edge.kind == EdgeKind::Needs) {
            m_direct[edge.from].append(edge.to);
        }
    }
}

const QSet<QString> &Needs::of(const QString &vertex) const
{
    const auto known = m_reached.constFind(vertex);
    if (known != m_reached.cend()) {
        return *known;
    }
    QSet<QString> reached;
    QStringList waiting = m_direct.value(vertex);
    while (!waiting.isEmpty()) {
        const QString at = waiting.takeLast();
        if (!reached.contains(at)) {
            reached.insert(at);
            waiting += m_direct.value(at);
        }
    }
    return *m_reached.insert(vertex, reached);
}

void blockFailures(const KnowledgeBase &knowledge, const QVector<RootPlace> &roots, Diagnosis &diagnosis)
{
    const Needs needs(diagnosis);
    for (GraphVertex &vertex : diagnosis.vertices) {
        const bool root = std::any_of(roots.cbegin(), roots.cend(), [&](const RootPlace &place) {
            return place.node == vertex.node && place.component == vertex.component;
        });
        if (vertex.health != Health::Failed || root) {
            continue;
        }
        const QString held = holdUp(knowledge, diagnosis, needs, vertex);
        const QString by = held.isEmpty() ? explainedFromBelow(diagnosis, needs, vertex) : held;
        if (!by.isEmpty()) {
            vertex.health = Health::Blocked;
            vertex.blockedBy = by;
        }
    }
}

namespace {

/// The component's vertex: the node's own, else the first there is.
QString placeOf(const Diagnosis &diagnosis, const QString &node, const Component &component)
{
    const QString own = vertexId(component.scope == Scope::Cluster ? QString() : node, component.id);
    const auto any =
        std::find_if(diagnosis.vertices.cbegin(), diagnosis.vertices.cend(),
                     [&](const GraphVertex &vertex) { return vertex.component == component.id; });
    return vertexAt(diagnosis, own) || any == diagnosis.vertices.cend() ? own : any->id;
}

/// What is said of a circle where it only seems to be one is untrue where the same one is real.
void dropRefuted(Diagnosis &diagnosis)
{
    const auto same = [](const CycleExplanation &one, const CycleExplanation &other) {
        return one.vertices.mid(0, 2) == other.vertices.mid(0, 2);
    };
    const QVector<CycleExplanation> all = diagnosis.cycles;
    diagnosis.cycles.removeIf([&](const CycleExplanation &each) {
        return each.kind == CycleKind::Apparent
            && std::any_of(all.cbegin(), all.cend(), [&](const auto &other) {
                   return other.kind == CycleKind::Real && same(each, other);
               });
    });
    diagnosis.edges.removeIf([&](const GraphEdge &edge) {
        return edge.kind == EdgeKind::Apparent
            && std::none_of(diagnosis.cycles.cbegin(), diagnosis.cycles.cend(), [&](const auto &cycle) {
                   return cycle.vertices.at(0) == edge.from && cycle.vertices.at(1) == edge.to
                       && cycle.kind == CycleKind::Apparent;
               });
    });
}

CycleExplanation cycleOf(Judge &judge, const CycleRule &rule, const QString &node, const Grounds &grounds,
                         Diagnosis &diagnosis)
{
    CycleExplanation cycle;
    cycle.id = rule.id;
    cycle.node = node;
    cycle.kind = rule.kind;
    for (const QString &id : QStringList{rule.from, rule.to} + rule.through) {
        const Component *component = judge.facts().knowledge().component(id);
        if (!component) {
            continue;
        }
        cycle.vertices.append(placeOf(diagnosis, node, *component));
        if (!vertexAt(diagnosis, cycle.vertices.last())) {
            const bool ofCluster = component->scope == Scope::Cluster;
            diagnosis.vertices.append(makeVertex(judge, ofCluster ? QString() : node, *component));
        }
    }
    const Wording &wording = judge.wording();
    cycle.title = wording.fill(rule.title, node, rule.from, grounds);
    cycle.text = wording.fill(rule.text, node, rule.from, grounds);
    cycle.cut = wording.fill(rule.cut, node, rule.from, grounds);
    cycle.evidence = wording.evidence(grounds);
    return cycle;
}

} // namespace

void explainCycles(Judge &judge, Diagnosis &diagnosis)
{
    for (const QString &node : judge.facts().nodes()) {
        for (const CycleRule &rule : judge.facts().knowledge().cycles()) {
            const Answered answer = judge.evaluator().evaluate(rule.condition, node);
            if (answer.truth != Truth::True) {
                continue;
            }
            const CycleExplanation cycle = cycleOf(judge, rule, node, answer.grounds, diagnosis);
            const QString &from = cycle.vertices.at(0);
            const QString &to = cycle.vertices.at(1);
            const bool isReal = rule.kind == CycleKind::Real;
            if (isReal) { // drawn once, as what closes the circle
                diagnosis.edges.removeIf(
                    [&](const GraphEdge &edge) { return edge.from == from && edge.to == to; });
            }
            diagnosis.edges.append({from, to, isReal ? EdgeKind::Circular : EdgeKind::Apparent,
                                    judge.wording().fill(rule.edgeWhy, node, rule.from, answer.grounds)});
            diagnosis.cycles.append(cycle);
        }
    }
    dropRefuted(diagnosis);
    // What nobody can get out of comes first.
    std::stable_partition(diagnosis.cycles.begin(), diagnosis.cycles.end(),
                          [](const CycleExplanation &cycle) { return cycle.kind == CycleKind::Real; });
}

} // namespace gordian
