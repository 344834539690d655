// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/coverage.h"

#include "diagnose/answer.h"

#include <algorithm>

namespace gordian {

namespace {

bool isPasted(const NodeRecord *record)
{
    return record && record->node.origin == NodeOrigin::Pasted;
}

/// The probes whose silence is a gap. Pasted text answers no probe in full: there only those that would tell
/// count.
QStringList expectedProbes(Judge &judge, const Diagnosis &diagnosis, const QString &node)
{
    QStringList expected;
    if (isPasted(judge.facts().record(node))) {
        for (const CauseVerdict &cause : diagnosis.causes) {
            expected += cause.tell;
        }
    } else {
        for (const Probe &probe : judge.facts().knowledge().probes()) {
            const Component *component = judge.facts().knowledge().component(probe.component);
            if (component && judge.isPresent(node, *component) != Truth::False) {
                expected.append(probe.id);
            }
        }
    }
    expected.sort();
    expected.removeDuplicates();
    return expected;
}

} // namespace

Coverage coverageOf(Judge &judge, const Diagnosis &diagnosis, const RankedCauses &ranked)
{
    Coverage made;
    QSet<QString> decisive(ranked.undecided.cbegin(), ranked.undecided.cend());
    for (const Judged *each : judge.all()) {
        if (each->finding.reason == UnknownReason::NotApplicable) {
            continue;
        }
        ++made.checks;
        made.checksAnswered += each->finding.health != Health::Unknown ? 1 : 0;
        decisive.unite(QSet<QString>(each->missing.cbegin(), each->missing.cend()));
    }
    for (const QString &node : judge.facts().nodes()) {
        ++made.nodes;
        if (!judge.facts().examined(node)) {
            made.gaps.append({node, QString(), judge.facts().probeReason(node, QString()), true});
            continue;
        }
        ++made.nodesExamined;
        for (const QString &probe : expectedProbes(judge, diagnosis, node)) {
            const UnknownReason reason = judge.facts().probeReason(node, probe);
            if (reason != UnknownReason::None && reason != UnknownReason::NotApplicable) {
                const bool open = decisive.contains(node + QLatin1Char('\n') + probe);
                made.gaps.append({node, probe, reason, open && !ranked.settled.contains(node)});
            }
        }
    }
    return made;
}

Overall overallOf(const Judge &judge, const Diagnosis &diagnosis)
{
    const auto anyVertex = [&](auto fits) {
        return std::any_of(diagnosis.vertices.cbegin(), diagnosis.vertices.cend(), fits);
    };
    const auto &causes = diagnosis.causes;
    const bool named = std::any_of(causes.cbegin(), causes.cend(), [](const CauseVerdict &cause) {
        return cause.confidence != Confidence::Possible;
    });
    if (diagnosis.coverage.nodesExamined == 0) {
        return Overall::NothingExamined;
    }
    if (anyVertex(
            [](const GraphVertex &v) { return v.health == Health::Failed || v.health == Health::Blocked; })) {
        return Overall::Failures;
    }
    if (named || anyVertex([](const GraphVertex &v) { return v.health == Health::Degraded; })) {
        return Overall::Warnings;
    }
    const Coverage &coverage = diagnosis.coverage;
    if (coverage.checks > 0 && coverage.checksAnswered == 0) {
        // Text that no probe knows, a machine without any of the programs: that says nothing of a cluster.
        return Overall::NothingExamined;
    }
    // Pasted text is what somebody chose to paste: it proves nothing well.
    const QStringList nodes = judge.facts().nodes();
    const bool pasted = std::any_of(nodes.cbegin(), nodes.cend(), [&](const QString &node) {
        return isPasted(judge.facts().record(node));
    });
    const auto &gaps = coverage.gaps;
    const bool open = coverage.nodesExamined < coverage.nodes
        || (pasted && coverage.checksAnswered < coverage.checks)
        || std::any_of(gaps.cbegin(), gaps.cend(),
                       [](const CoverageGap &gap) { return gap.couldChangeVerdict; });
    return open ? Overall::PartlyExaminedNothingWrong : Overall::NothingWrong;
}

} // namespace gordian
