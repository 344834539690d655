// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/ranking.h"

#include "core/glob.h"
#include "diagnose/answer.h"

#include <algorithm>

namespace gordian {

namespace {

constexpr double kLikely = 2;

/// A cause that is named on a node, while it is being ranked.
struct Candidate {
    const CauseRule *rule = nullptr;
    CauseVerdict verdict;
    QSet<QString> effects; ///< "node/check" of what is wrong, and "node/signature" of what is logged
    bool coveredByProved = false;
    int layer = 0;
};

struct Weighed {
    double weight = 0;
    Grounds grounds;
};

bool isWrong(Health health)
{
    return health == Health::Failed || health == Health::Degraded;
}

class Ranking {
public:
    Ranking(Judge &judge, const Diagnosis &diagnosis) : m_judge(judge), m_needs(diagnosis) { }

    RankedCauses run();

private:
    void consider(const CauseRule &rule, const QString &node);
    Weighed weigh(const QVector<WeightedCondition> &conditions, const QString &node);
    void findEffects(Candidate &candidate, const QString &node);
    void findFindings(Candidate &candidate, const QString &vertex, const QString &node);
    void findLogLines(Candidate &candidate, const QString &node);
    void word(Candidate &candidate, const QString &node, const Answered &proof, const Weighed &supports);
    QStringList tell(const CauseRule &rule, const QString &node, const QStringList &missing) const;
    bool isDisproved(const CauseRule &rule, const Answered &proof, const QString &node) const;
    void markCovered();
    void dropSettled();
    bool covers(const Candidate &upper, const Candidate &lower) const;
    bool before(const Candidate &one, const Candidate &other) const;

    Judge &m_judge;
    Needs m_needs;
    QVector<Candidate> m_candidates;
    QStringList m_undecided;
    QSet<QString> m_settled; ///< nodes of which nothing else is to be said
};

Weighed Ranking::weigh(const QVector<WeightedCondition> &conditions, const QString &node)
{
    Weighed sum;
    for (const WeightedCondition &each : conditions) {
        const Answered answer = m_judge.evaluator().evaluate(each.condition, node);
        if (answer.truth == Truth::True) {
            sum.weight += each.weight;
            sum.grounds.add(answer.grounds);
        }
    }
    return sum;
}

void Ranking::findFindings(Candidate &candidate, const QString &vertex, const QString &node)
{
    for (const Judged *judged : m_judge.all()) {
        const Finding &finding = judged->finding;
        if (!isWrong(finding.health)
            || !(anyGlobMatches(candidate.rule->explains, finding.id)
                 || anyGlobMatches(candidate.rule->explains, finding.component))) {
            continue;
        }
        // On another node only what needs this very component there follows from it.
        const bool reaches = finding.node == node || finding.node.isEmpty() || node.isEmpty()
            || m_needs.of(vertexId(finding.node, finding.component)).contains(vertex);
        if (reaches) {
            const QString id = vertexId(finding.node, finding.id);
            candidate.effects.insert(id);
            candidate.verdict.explains.append(id);
        }
    }
}

void Ranking::findLogLines(Candidate &candidate, const QString &node)
{
    for (const Signature &signature : m_judge.facts().knowledge().signatures()) {
        if (signature.noise || !isWrong(signature.health)
            || !(anyGlobMatches(candidate.rule->explains, signature.id)
                 || anyGlobMatches(candidate.rule->explains, signature.component))) {
            continue;
        }
        for (const QString &each : node.isEmpty() ? m_judge.facts().nodes() : QStringList{node}) {
            const auto &lines = m_judge.log().lines(each, signature.id);
            if (std::any_of(lines.cbegin(), lines.cend(),
                            [](const LogLine &line) { return !line.history; })) {
                candidate.effects.insert(vertexId(each, signature.id));
            }
        }
    }
}

void Ranking::findEffects(Candidate &candidate, const QString &node)
{
    findFindings(candidate, vertexId(node, candidate.rule->component), node);
    findLogLines(candidate, node);
}

QStringList Ranking::tell(const CauseRule &rule, const QString &node, const QStringList &missing) const
{
    QStringList wanted;
    for (const QString &glob : rule.tell) {
        for (const Probe &probe : m_judge.facts().knowledge().probes()) {
            if (globMatches(glob, probe.id)) {
                wanted.append(probe.id);
            }
        }
    }
    for (const QString &each : missing) {
        wanted.append(each.section(QLatin1Char('\n'), 1));
    }
    wanted.removeDuplicates();
    QStringList open;
    for (const QString &probe : std::as_const(wanted)) {
        const QStringList nodes = node.isEmpty() ? m_judge.facts().nodes() : QStringList{node};
        const bool unanswered = std::any_of(nodes.cbegin(), nodes.cend(), [&](const QString &each) {
            return m_judge.facts().probeReason(each, probe) != UnknownReason::None;
        });
        if (unanswered) {
            open.append(probe);
        }
    }
    return open;
}

void Ranking::word(Candidate &candidate, const QString &node, const Answered &proof, const Weighed &supports)
{
    const CauseRule &rule = *candidate.rule;
    CauseVerdict &verdict = candidate.verdict;
    const Wording &wording = m_judge.wording();
    Grounds grounds = verdict.confidence == Confidence::Proved ? proof.grounds : Grounds();
    grounds.add(supports.grounds);
    verdict.title = wording.fill(rule.title, node, rule.component, grounds);
    // A sentence states a fact; what is only supposed is named by its title.
    verdict.sentence = verdict.confidence == Confidence::Proved
        ? wording.fill(rule.sentence, node, rule.component, grounds)
        : verdict.title;
    verdict.why = wording.fill(rule.why, node, rule.component, grounds);
    if (verdict.confidence == Confidence::Proved) {
        verdict.proof = wording.evidence(proof.grounds);
    }
    verdict.supports = wording.evidence(supports.grounds);
    for (const RemedyStep &step : rule.steps) {
        verdict.steps.append({wording.fill(step.text, node, rule.component, grounds),
                              wording.fillCommand(step.command, node, rule.component, grounds),
                              wording.fill(step.risk, node, rule.component, grounds)});
    }
}

void Ranking::consider(const CauseRule &rule, const QString &node)
{
    const Component *component = m_judge.facts().knowledge().component(rule.component);
    const bool clusterCause = rule.scope == Scope::Cluster;
    if (!component
        || (!clusterCause && component->scope == Scope::Node
            && m_judge.isPresent(node, *component) == Truth::False)) {
        return;
    }
    const Answered excluded = m_judge.evaluator().evaluate(rule.excludedBy, node);
    if (excluded.truth == Truth::True) {
        return;
    }
    const Answered proof = m_judge.evaluator().evaluate(rule.proof, node);
    const Weighed supports = weigh(rule.supports, node);
    const Weighed contradicts = weigh(rule.contradicts, node);
    const double sum = supports.weight - contradicts.weight;
    if (proof.truth == Truth::Unknown) {
        m_undecided += proof.grounds.missing;
    }
    if (proof.truth != Truth::True && (sum <= 0 || isDisproved(rule, proof, node))) {
        return;
    }
    Candidate candidate;
    candidate.rule = &rule;
    candidate.layer = component->layer;
    candidate.verdict.id = rule.id;
    candidate.verdict.node = node;
    candidate.verdict.component = rule.component;
    candidate.verdict.weight = sum + rule.prior;
    candidate.verdict.sources = rule.sources;
    candidate.verdict.confidence = proof.truth == Truth::True ? Confidence::Proved
        : sum >= kLikely                                      ? Confidence::Likely
                                                              : Confidence::Possible;
    findEffects(candidate, node);
    if (candidate.verdict.confidence != Confidence::Proved) {
        if (candidate.effects.isEmpty()) {
            return;
        }
        m_undecided += excluded.grounds.missing;
        candidate.verdict.tell = tell(rule, node, proof.grounds.missing);
    }
    word(candidate, node, proof, supports);
    candidate.verdict.contradicts = m_judge.wording().evidence(contradicts.grounds);
    m_candidates.append(candidate);
}

/// The node was asked, and what would prove the cause is not so: old log lines must not accuse. Pasted text
/// is a part of what the node would have said; what it does not show is not disproved.
bool Ranking::isDisproved(const CauseRule &rule, const Answered &proof, const QString &node) const
{
    const NodeRecord *record = m_judge.facts().record(node);
    const bool pasted = record && record->node.origin == NodeOrigin::Pasted;
    return rule.proof && proof.truth == Truth::False && !pasted;
}

/// `upper` is proved and everything that `lower` would explain follows from it.
bool Ranking::covers(const Candidate &upper, const Candidate &lower) const
{
    if (upper.verdict.confidence != Confidence::Proved || !upper.effects.contains(lower.effects)) {
        return false;
    }
    if (lower.verdict.confidence != Confidence::Proved) {
        return true;
    }
    const auto vertex = [](const Candidate &each) {
        return vertexId(each.verdict.node, each.rule->component);
    };
    return vertex(upper) != vertex(lower) && m_needs.of(vertex(lower)).contains(vertex(upper));
}

void Ranking::markCovered()
{
    for (Candidate &lower : m_candidates) {
        lower.coveredByProved = !lower.effects.isEmpty()
            && std::any_of(m_candidates.cbegin(), m_candidates.cend(),
                           [&](const Candidate &upper) { return &upper != &lower && covers(upper, lower); });
    }
    // What is merely possible and needed by nothing that is left to explain would only distract.
    m_candidates.removeIf([](const Candidate &each) {
        return each.coveredByProved && each.verdict.confidence == Confidence::Possible;
    });
}

/// Where there is no Kubernetes nothing of it can be broken.
void Ranking::dropSettled()
{
    for (const Candidate &each : std::as_const(m_candidates)) {
        if (each.rule->settles && each.verdict.confidence == Confidence::Proved) {
            m_settled.insert(each.verdict.node);
        }
    }
    m_candidates.removeIf([this](const Candidate &each) {
        return !each.rule->settles && m_settled.contains(each.verdict.node);
    });
}

bool Ranking::before(const Candidate &one, const Candidate &other) const
{
    const auto key = [this](const Candidate &each) {
        const auto effects = -double(each.effects.size());
        const bool proved = each.verdict.confidence == Confidence::Proved;
        return std::tuple(int(each.verdict.confidence), each.coveredByProved,
                          proved ? effects : -each.verdict.weight, proved ? -each.verdict.weight : effects,
                          each.layer, m_judge.facts().nodes().indexOf(each.verdict.node), each.verdict.id);
    };
    return key(one) < key(other);
}

RankedCauses Ranking::run()
{
    for (const CauseRule &rule : m_judge.facts().knowledge().causes()) {
        if (rule.scope == Scope::Cluster) {
            consider(rule, QString());
            continue;
        }
        for (const QString &node : m_judge.facts().nodes()) {
            consider(rule, node);
        }
    }
    markCovered();
    dropSettled();
    std::sort(m_candidates.begin(), m_candidates.end(),
              [this](const Candidate &one, const Candidate &other) { return before(one, other); });
    RankedCauses ranked;
    for (Candidate &each : m_candidates) {
        ranked.causes.append(each.verdict);
    }
    ranked.undecided = m_undecided;
    ranked.undecided.removeDuplicates();
    ranked.settled = m_settled;
    return ranked;
}

} // namespace

RankedCauses rankCauses(Judge &judge, const Diagnosis &diagnosis)
{
    return Ranking(judge, diagnosis).run();
}

} // namespace gordian
