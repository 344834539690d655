// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/ranking.h"

#include "core/glob.h"
#include "diagnose/answer.h"
#include "diagnose/remedies.h"
#include "diagnose/weighing.h"

#include <algorithm>

namespace gordian {

namespace {

/// A cause that is named on a node, while it is being ranked.
struct Candidate {
    Considered grounds;
    CauseVerdict verdict;
    QSet<QString> effects; ///< "node/check" of what is wrong, and "node/signature" of what is logged
    bool coveredByProved = false;
    int layer = 0;
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
    void dismiss(const Considered &cause, Dismissal why, const QString &by = {});
    void findEffects(Candidate &candidate, const QString &node);
    void findFindings(Candidate &candidate, const QString &vertex, const QString &node);
    void findLogLines(Candidate &candidate, const QString &node);
    void word(Candidate &candidate);
    QStringList tell(const CauseRule &rule, const QString &node, const QStringList &missing) const;
    void markCovered();
    void dropSettled();
    bool covers(const Candidate &upper, const Candidate &lower) const;
    Precedence precedence(const Candidate &one, const Candidate &other) const;

    Judge &m_judge;
    Needs m_needs;
    QVector<Candidate> m_candidates;
    QVector<DismissedCause> m_dismissed;
    QStringList m_undecided;
    QSet<QString> m_settled; ///< nodes of which nothing else is to be said
};

void Ranking::findFindings(Candidate &candidate, const QString &vertex, const QString &node)
{
    for (const Judged *judged : m_judge.all()) {
        const Finding &finding = judged->finding;
        if (!isWrong(finding.health)
            || !(anyGlobMatches(candidate.grounds.rule->explains, finding.id)
                 || anyGlobMatches(candidate.grounds.rule->explains, finding.component))) {
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
            || !(anyGlobMatches(candidate.grounds.rule->explains, signature.id)
                 || anyGlobMatches(candidate.grounds.rule->explains, signature.component))) {
            continue;
        }
        for (const QString &each : node.isEmpty() ? m_judge.facts().nodes() : QStringList{node}) {
            const auto &lines = m_judge.log().lines(each, signature.id);
            if (std::any_of(lines.cbegin(), lines.cend(),
                            [](const LogLine &line) { return !line.history; })) {
                candidate.effects.insert(vertexId(each, signature.id));
                candidate.verdict.silences.append(vertexId(each, signature.id));
            }
        }
    }
}

void Ranking::findEffects(Candidate &candidate, const QString &node)
{
    findFindings(candidate, vertexId(node, candidate.grounds.rule->component), node);
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

void Ranking::word(Candidate &candidate)
{
    const CauseRule &rule = *candidate.grounds.rule;
    const QString &node = candidate.grounds.node;
    CauseVerdict &verdict = candidate.verdict;
    const Wording &wording = m_judge.wording();
    const bool proved = verdict.confidence == Confidence::Proved;
    Grounds grounds = proved ? candidate.grounds.proof.grounds : Grounds();
    grounds.add(candidate.grounds.supports.grounds);
    verdict.title = wording.fill(rule.title, node, rule.component, grounds);
    // A sentence states a fact; what is only supposed is named by its title.
    verdict.sentence = proved ? wording.fill(rule.sentence, node, rule.component, grounds) : verdict.title;
    verdict.why = wording.fill(rule.why, node, rule.component, grounds);
    if (proved) {
        verdict.proof = wording.evidence(candidate.grounds.proof.grounds);
    }
    verdict.supports = wording.evidence(candidate.grounds.supports.grounds);
    verdict.contradicts = wording.evidence(candidate.grounds.contradicts.grounds);
    for (const RemedyStep &step : rule.steps) {
        verdict.steps.append({wording.fill(step.text, node, rule.component, grounds),
                              wording.fillCommand(step.command, node, rule.component, grounds),
                              wording.fill(step.risk, node, rule.component, grounds)});
    }
    if (verdict.confidence != Confidence::Possible) {
        verdict.remedies = remediesFor(m_judge, rule, node, grounds);
    }
}

/// What nothing speaks for is not worth a word.
void Ranking::dismiss(const Considered &cause, Dismissal why, const QString &by)
{
    if (cause.supports.weight > 0 || cause.proof.truth == Truth::True) {
        m_dismissed.append(dismissed(m_judge, cause, why));
        m_dismissed.last().by = by;
    }
}

void Ranking::consider(const CauseRule &rule, const QString &node)
{
    const auto cause = gordian::consider(m_judge, rule, node);
    if (!cause) {
        return;
    }
    const auto against = dismissalOf(m_judge, *cause);
    if (cause->proof.truth == Truth::Unknown && against != Dismissal::Excluded) {
        m_undecided += cause->proof.grounds.missing;
    }
    if (against) {
        dismiss(*cause, *against);
        return;
    }
    Candidate candidate;
    candidate.grounds = *cause;
    candidate.layer = m_judge.facts().knowledge().component(rule.component)->layer;
    candidate.verdict.id = rule.id;
    candidate.verdict.node = node;
    candidate.verdict.component = rule.component;
    candidate.verdict.weight = cause->sum() + rule.prior;
    candidate.verdict.sources = rule.sources;
    candidate.verdict.confidence = cause->confidence();
    findEffects(candidate, node);
    if (candidate.verdict.confidence != Confidence::Proved) {
        if (candidate.effects.isEmpty()) {
            dismiss(*cause, Dismissal::ExplainsNothing);
            return;
        }
        m_undecided += cause->excluded.grounds.missing;
        candidate.verdict.tell = tell(rule, node, cause->proof.grounds.missing);
    }
    word(candidate);
    m_candidates.append(candidate);
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
        return vertexId(each.verdict.node, each.grounds.rule->component);
    };
    return vertex(upper) != vertex(lower) && m_needs.of(vertex(lower)).contains(vertex(upper));
}

void Ranking::markCovered()
{
    QVector<Candidate> left;
    for (Candidate &lower : m_candidates) {
        const auto upper =
            std::find_if(m_candidates.cbegin(), m_candidates.cend(),
                         [&](const Candidate &each) { return &each != &lower && covers(each, lower); });
        lower.coveredByProved = !lower.effects.isEmpty() && upper != m_candidates.cend();
        // What is merely possible and needed by nothing that is left to explain would only distract.
        if (lower.coveredByProved && lower.verdict.confidence == Confidence::Possible) {
            dismiss(lower.grounds, Dismissal::Covered, upper->verdict.id);
        } else {
            left.append(lower);
        }
    }
    m_candidates = left;
}

/// Where there is no Kubernetes nothing of it can be broken.
void Ranking::dropSettled()
{
    QHash<QString, QString> settledBy;
    for (const Candidate &each : std::as_const(m_candidates)) {
        if (each.grounds.rule->settles && each.verdict.confidence == Confidence::Proved) {
            settledBy.insert(each.verdict.node, each.verdict.id);
            m_settled.insert(each.verdict.node);
        }
    }
    m_candidates.removeIf([&](const Candidate &each) {
        const bool dropped = !each.grounds.rule->settles && settledBy.contains(each.verdict.node);
        if (dropped) {
            dismiss(each.grounds, Dismissal::Settled, settledBy.value(each.verdict.node));
        }
        return dropped;
    });
}

/// By what `one` goes before `other`; None if it does not.
Precedence Ranking::precedence(const Candidate &one, const Candidate &other) const
{
    const auto effects = [](const Candidate &each) { return -double(each.effects.size()); };
    const auto weight = [](const Candidate &each) { return -each.verdict.weight; };
    const auto place = [this](const Candidate &each) {
        return m_judge.facts().nodes().indexOf(each.verdict.node);
    };
    const bool proved = one.verdict.confidence == Confidence::Proved;
    const auto first = [&](const Candidate &each) { return proved ? effects(each) : weight(each); };
    const auto second = [&](const Candidate &each) { return proved ? weight(each) : effects(each); };
    const Precedence byFirst = proved ? Precedence::ExplainsMore : Precedence::MoreEvidence;
    const Precedence bySecond = proved ? Precedence::MoreEvidence : Precedence::ExplainsMore;
    const auto decide = [](auto left, auto right, Precedence by, std::optional<Precedence> &decided) {
        if (!decided && left != right) {
            decided = left < right ? by : Precedence::None;
        }
    };
    std::optional<Precedence> by;
    decide(int(one.verdict.confidence), int(other.verdict.confidence), Precedence::Surer, by);
    decide(one.coveredByProved, other.coveredByProved, Precedence::NotAConsequence, by);
    decide(first(one), first(other), byFirst, by);
    decide(second(one), second(other), bySecond, by);
    decide(one.layer, other.layer, Precedence::Deeper, by);
    decide(place(one), place(other), Precedence::Order, by);
    decide(one.verdict.id, other.verdict.id, Precedence::Order, by);
    return by.value_or(Precedence::None);
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
    std::sort(m_candidates.begin(), m_candidates.end(), [this](const Candidate &one, const Candidate &other) {
        return precedence(one, other) != Precedence::None;
    });
    RankedCauses ranked;
    for (qsizetype i = 0; i < m_candidates.size(); ++i) {
        ranked.causes.append(m_candidates.at(i).verdict);
        if (i > 0) {
            ranked.causes.last().outrankedBy = precedence(m_candidates.at(i - 1), m_candidates.at(i));
        }
    }
    ranked.dismissed = m_dismissed;
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
