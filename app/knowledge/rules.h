// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What packs declare, as plain values (resources/docs/knowledge.md says what each means). Owned by
// KnowledgeBase, immutable after loading; any thread.

#include "core/diagnosis.h"
#include "core/probe.h"
#include "core/remedy.h"
#include "knowledge/expression.h"

#include <QVector>

namespace gordian {

enum class Scope { Node, Cluster };

struct Need {
    QString component;
    bool otherNodes = false; ///< of any node, not only its own (kubelet -> apiserver)
    LocalText why;
};

struct Component {
    QString id;
    Scope scope = Scope::Node;
    LocalText name;
    QString letter; ///< one or two characters for the graph's shape
    int layer = 0; ///< order in lists: from the host upwards
    QStringList roles; ///< "control-plane", "worker"; empty: every node
    QVector<Need> needs;
    ExpressionPtr presentIf; ///< null: always
    QString startedFact; ///< moment its current run began: older lines of its logs are history
    QString startedSeen; ///< signature of the lines that begin its runs
    ExpressionPtr looping; ///< true: it keeps restarting, so lines of its last runs are state, not history
};

/// What a moment means on the timeline.
enum class TimelineUse { None, Started, Finished, Killed, Changed, Expires, Booted };

struct FactDeclaration {
    QString key;
    QStringList from; ///< probes (globs); one of them answered and gave none: the fact is absent, not unknown
    QString type; ///< "bool", "int", "real", "text", "list", "moment"
    LocalText title;
    QString pattern; ///< RE2, multi-line; empty: a parser gives it
    QString section; ///< glob on the sections the pattern is applied to; empty: all
    bool count = false; ///< the value is the number of matches
    TimelineUse timeline = TimelineUse::None;
};

struct Signature {
    QString id;
    QString component;
    QString pattern; ///< RE2 syntax; named groups become captures
    QStringList in; ///< probes (globs); empty: every log
    LocalText title;
    bool noise = false; ///< known to be harmless: never shown as an error
    Health health = Health::Failed;
    /// What a line must hold one of (knowledge/literals.h), none: nothing; unset: it was not looked for.
    std::optional<QVector<QByteArray>> literals;
};

struct Outcome {
    ExpressionPtr condition;
    Health health = Health::Unknown;
    LocalText says;
};

struct Check {
    QString id;
    QString component;
    LocalText title;
    QVector<Outcome> outcomes; ///< first that is true decides
    Outcome otherwise; ///< mandatory
    bool alibi = false; ///< healthy: clears the component of suspicion
};

struct WeightedCondition {
    ExpressionPtr condition;
    double weight = 1;
};

struct CauseRule {
    QString id;
    QString component;
    Scope scope = Scope::Node;
    LocalText title;
    LocalText sentence;
    LocalText why;
    ExpressionPtr proof; ///< null: can only be likely
    QVector<WeightedCondition> supports;
    QVector<WeightedCondition> contradicts;
    ExpressionPtr excludedBy;
    bool settles = false; ///< proved: no other cause is named on that node, and no answer is missing there
    double prior = 0; ///< orders what nothing tells apart
    QStringList explains; ///< checks, signatures or components (globs) that follow from it
    QStringList tell; ///< probes that would settle it
    QVector<RemedyStep> steps;
    QStringList sources;
};

/// A remedy before it is filled with what was found.
struct RemedyRule {
    Remedy remedy;
    QStringList causes; ///< against which it helps
    ExpressionPtr condition; ///< null: always; unknown: it is not offered
    QVector<ExpressionPtr> actionConditions; ///< of `remedy.actions`, in their order; null: always
};

/// Components that wait for each other, or seem to.
struct CycleRule {
    QString id;
    CycleKind kind = CycleKind::Apparent;
    QString from; ///< component; the edge from -> to is the one that is not real, or that is to be cut
    QString to;
    QStringList through; ///< components on the way from `to` back to `from`
    ExpressionPtr condition;
    LocalText title;
    LocalText text;
    LocalText edgeWhy; ///< why the edge from -> to does not exist, or why it does
    LocalText cut; ///< how a real circle is cut
};

struct ProbeCondition {
    QString probe;
    ExpressionPtr when; ///< wave 2 only; unknown counts as true
};

} // namespace gordian
