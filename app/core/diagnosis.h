// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The answer to a case: what each component's health is, the causes with their proof, the graph, and what
// could not be told. Produced by diagnose/ as a pure function of a Case and the knowledge: the same case
// gives the same Diagnosis, byte for byte. Plain values, any thread.

#include "core/finding.h"
#include "core/remedy.h"

#include <QDateTime>
#include <QVector>

namespace gordian {

enum class Confidence { Proved, Likely, Possible };

struct RemedyStep {
    LocalText text;
    QString command; ///< what to type on the node; empty for advice alone
    LocalText risk;
};

/// By what a cause goes before the next one.
enum class Precedence {
    None,
    Surer, ///< proved before likely before possible
    NotAConsequence, ///< all that the other explains follows from a proved cause
    ExplainsMore,
    MoreEvidence,
    Deeper, ///< nearer to the host in the order of needs
    Order ///< nothing tells them apart: the case's order of nodes, then the alphabet
};

struct CauseVerdict {
    QString id; ///< "containerd-systemdcgroup-false"
    QString node; ///< empty: the cluster
    QString component;
    Confidence confidence = Confidence::Possible;
    double weight = 0; ///< orders causes of equal confidence
    LocalText title; ///< "containerd does not use the systemd cgroup driver"
    LocalText sentence; ///< subject, fact, place: goes to the top of the window and into a ticket
    LocalText why; ///< how this leads to the symptoms
    QVector<Evidence> proof; ///< what decides it
    QVector<Evidence> supports;
    QVector<Evidence> contradicts;
    QStringList explains; ///< ids ("node/check") of the findings that follow from it: they clear with it
    QStringList silences; ///< ids ("node/signature") of the log lines that follow from it: they stop with it
    QVector<RemedyStep> steps;
    QVector<Remedy> remedies; ///< what Gordian can do about it by itself, filled with what was found
    QStringList tell; ///< probes that would settle it, best first, when it is not proved
    QStringList sources; ///< URLs
    Precedence outrankedBy = Precedence::None; ///< why the cause before it comes first
};

enum class Dismissal {
    Excluded, ///< something is known that cannot be if it were the cause
    Disproved, ///< what would prove it was looked at and is not so
    Outweighed, ///< as much speaks against it as for it
    ExplainsNothing, ///< nothing that it leads to is wrong
    Covered, ///< all that it explains follows from a proved cause
    Settled ///< a proved cause leaves nothing else to say of the node
};

/// A cause that something speaks for and that is not named all the same.
struct DismissedCause {
    QString id;
    QString node; ///< empty: the cluster
    QString component;
    Dismissal why = Dismissal::Outweighed;
    QString by; ///< the cause that covers or settles it
    LocalText title;
    QVector<Evidence> supports;
    QVector<Evidence> against;
};

struct Alibi {
    QString node;
    QString component;
    LocalText text; ///< "etcd: quorum answers, no alarm, 38 % of quota"
    QVector<Evidence> evidence;
};

struct GraphVertex {
    QString id; ///< "node/component", or "/component" of the cluster
    QString node;
    QString component;
    LocalText name;
    Health health = Health::Unknown;
    UnknownReason reason = UnknownReason::None;
    QString blockedBy; ///< vertex id, when health is Blocked
    QStringList causes; ///< ids of the causes that sit here
};

enum class EdgeKind {
    Needs, ///< `from` needs `to`
    Apparent, ///< the symptom text suggests it, but it does not exist; drawn dashed, with `why`
    Circular, ///< it is real and closes a circle: the one to cut; drawn heavy, with `why`
};

struct GraphEdge {
    QString from;
    QString to;
    EdgeKind kind = EdgeKind::Needs;
    LocalText why;
};

enum class CycleKind {
    Apparent, ///< one of its edges is not real: nothing waits in a circle
    Real ///< each waits for the next: nothing gets up until one edge is cut
};

/// Components that seem to wait for each other, and the edge that is not real, or that is to be cut.
struct CycleExplanation {
    QString id;
    QString node;
    CycleKind kind = CycleKind::Apparent;
    QStringList vertices; ///< in order around the circle
    LocalText title;
    LocalText text;
    LocalText cut; ///< how the circle is cut; empty where it is only apparent
    QVector<Evidence> evidence;
};

enum class TimelineKind {
    Started,
    Stopped,
    Restarted,
    Killed,
    FirstError,
    ConfigChanged,
    CertificateEnd,
    Boot,
    Collected
};

struct TimelineEvent {
    QDateTime time; ///< UTC, corrected by the node's measured clock offset
    QString node;
    QString component;
    QString subject; ///< container, unit, file
    TimelineKind kind = TimelineKind::FirstError;
    int attempt = -1;
    SourceRef source;
    QString line; ///< hostile
};

struct CoverageGap {
    QString node;
    QString probe;
    UnknownReason reason = UnknownReason::None;
    bool couldChangeVerdict = false;
};

struct Coverage {
    int nodes = 0;
    int nodesExamined = 0;
    int checks = 0;
    int checksAnswered = 0;
    QVector<CoverageGap> gaps;
};

enum class Overall { NothingExamined, NothingWrong, PartlyExaminedNothingWrong, Warnings, Failures };

struct Diagnosis {
    Overall overall = Overall::NothingExamined;
    QVector<CauseVerdict> causes; ///< best first
    QVector<DismissedCause> dismissed; ///< what else was considered
    QVector<Finding> findings; ///< ordered by node, component, id
    QVector<GraphVertex> vertices;
    QVector<GraphEdge> edges;
    QVector<CycleExplanation> cycles;
    QVector<Alibi> alibis;
    QVector<TimelineEvent> timeline; ///< by time
    QVector<Fact> facts;
    Coverage coverage;
};

} // namespace gordian
