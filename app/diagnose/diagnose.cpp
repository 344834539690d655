// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/diagnose.h"

#include "diagnose/coverage.h"
#include "diagnose/ranking.h"
#include "diagnose/timeline.h"

#include <algorithm>

namespace gordian {

namespace {

void addFindings(Judge &judge, Diagnosis &diagnosis)
{
    for (const Judged *each : judge.all()) {
        diagnosis.findings.append(each->finding);
    }
}

void addAlibis(Judge &judge, Diagnosis &diagnosis)
{
    for (const Judged *each : judge.all()) {
        const Finding &finding = each->finding;
        const bool green = std::any_of(
            diagnosis.vertices.cbegin(), diagnosis.vertices.cend(), [&](const GraphVertex &vertex) {
                return vertex.node == finding.node && vertex.component == finding.component
                    && vertex.health == Health::Healthy;
            });
        if (each->alibi && green && finding.health == Health::Healthy) {
            diagnosis.alibis.append({finding.node, finding.component, finding.says, finding.evidence});
        }
    }
}

void placeCauses(Diagnosis &diagnosis)
{
    for (const CauseVerdict &cause : std::as_const(diagnosis.causes)) {
        for (GraphVertex &vertex : diagnosis.vertices) {
            if (vertex.component == cause.component
                && (vertex.node == cause.node || cause.node.isEmpty() || vertex.node.isEmpty())) {
                vertex.causes.append(cause.id);
            }
        }
    }
}

QVector<RootPlace> provedPlaces(const QVector<CauseVerdict> &causes)
{
    QVector<RootPlace> places;
    for (const CauseVerdict &cause : causes) {
        if (cause.confidence == Confidence::Proved) {
            places.append({cause.node, cause.component});
        }
    }
    return places;
}

/// Probes of wave 2 whose condition is known not to hold, or whose component is known not to be there.
QSet<QString> notNeeded(Judge &judge, const QString &node)
{
    QSet<QString> found;
    for (const Probe &probe : judge.facts().knowledge().probes()) {
        const auto when = judge.facts().knowledge().whenOf(probe.id);
        if (probe.wave == 2 && when && judge.evaluator().evaluate(when, node).truth == Truth::False) {
            found.insert(probe.id);
        }
    }
    return found;
}

} // namespace

struct Diagnostician::Private {
    Private(const KnowledgeBase &k, const std::vector<std::unique_ptr<Parser>> &parsers)
        : knowledge(k),
          reader(k, parsers)
    {
    }

    const KnowledgeBase &knowledge;
    Reader reader;
};

Diagnostician::Diagnostician(const KnowledgeBase &knowledge,
                             const std::vector<std::unique_ptr<Parser>> &parsers)
    : d(std::make_unique<Private>(knowledge, parsers))
{
}

Diagnostician::~Diagnostician() = default;

Diagnosis Diagnostician::diagnose(const Case &investigated) const
{
    FactBook facts(investigated, d->knowledge, d->reader);
    {
        Judge planning(facts);
        for (const QString &node : facts.nodes()) {
            facts.setNotNeeded(node, notNeeded(planning, node));
        }
    }
    Judge judge(facts);
    Diagnosis diagnosis;
    addFindings(judge, diagnosis);
    buildGraph(judge, diagnosis);
    const RankedCauses ranked = rankCauses(judge, diagnosis);
    diagnosis.causes = ranked.causes;
    diagnosis.dismissed = ranked.dismissed;
    blockFailures(d->knowledge, provedPlaces(diagnosis.causes), diagnosis);
    explainCycles(judge, diagnosis);
    placeCauses(diagnosis);
    addAlibis(judge, diagnosis);
    diagnosis.timeline = timelineOf(judge);
    diagnosis.facts = facts.allFacts();
    diagnosis.coverage = coverageOf(judge, diagnosis, ranked);
    diagnosis.overall = overallOf(judge, diagnosis);
    d->reader.keepOnly(facts.allReadings());
    return diagnosis;
}

QVector<Probe> Diagnostician::plan(const NodeRecord &node, int wave, const QVector<Artifact> &soFar) const
{
    // Asked on the window's thread after every wave: the last time, with all logs there, nothing is left to
    // plan.
    const auto &probes = d->knowledge.probes();
    if (std::none_of(probes.cbegin(), probes.cend(), [&](const Probe &p) { return p.wave == wave; })) {
        return {};
    }
    Case known;
    known.nodes = {node};
    for (const Artifact &artifact : soFar) {
        if (artifact.node == node.node.id) {
            known.put(artifact);
        }
    }
    const FactBook facts(known, d->knowledge, d->reader);
    Judge judge(facts);
    const QSet<QString> unneeded = wave == 1 ? QSet<QString>() : notNeeded(judge, node.node.id);
    QVector<Probe> planned;
    for (const Probe &probe : probes) {
        const Component *component = d->knowledge.component(probe.component);
        const bool absent = component && component->scope == Scope::Node
            && judge.isPresent(node.node.id, *component) == Truth::False;
        if (probe.wave == wave && !absent && !unneeded.contains(probe.id) && node.node.via != Via::Offline) {
            planned.append(probe);
        }
    }
    return planned;
}

} // namespace gordian
