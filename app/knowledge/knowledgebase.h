// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// All packs, loaded, checked and indexed: what Gordian knows. Immutable after loading; shared by const reference from
// any thread. Packs are data (plugins/*/pack/*.json, a user's folder); resources/docs/knowledge.md describes them.

#include "core/diagnosis.h"
#include "core/probe.h"
#include "core/result.h"
#include "knowledge/expression.h"

#include <QByteArray>
#include <QHash>
#include <QVector>

namespace gordian {

enum class Scope { Node, Cluster };

struct Need
{
    QString component;
    bool otherNodes = false;      ///< of any node, not only its own (kubelet -> apiserver)
    LocalText why;
};

struct Component
{
    QString id;
    Scope scope = Scope::Node;
    LocalText name;
    QString letter;               ///< one or two characters for the graph's shape
    int layer = 0;                ///< order in lists: from the host upwards
    QStringList roles;            ///< "control-plane", "worker"; empty: every node
    QVector<Need> needs;
    ExpressionPtr presentIf;      ///< null: always
};

struct FactDeclaration
{
    QString key;
    QStringList from;             ///< probes; one of them answered and gave none: the fact is absent, not unknown
    QString type;                 ///< "bool", "int", "real", "text", "list", "moment"
    LocalText title;
};

struct Signature
{
    QString id;
    QString component;
    QString pattern;              ///< RE2 syntax; named groups become captures
    QStringList in;               ///< probes (globs); empty: every log
    LocalText title;
    bool noise = false;           ///< known to be harmless: never shown as an error
    Health health = Health::Failed;
};

struct Outcome
{
    ExpressionPtr condition;
    Health health = Health::Unknown;
    LocalText says;
};

struct Check
{
    QString id;
    QString component;
    LocalText title;
    QVector<Outcome> outcomes;    ///< first that is true decides
    Outcome otherwise;            ///< mandatory
    bool alibi = false;           ///< healthy: clears the component of suspicion
};

struct WeightedCondition
{
    ExpressionPtr condition;
    double weight = 1;
};

struct CauseRule
{
    QString id;
    QString component;
    Scope scope = Scope::Node;
    LocalText title;
    LocalText sentence;
    LocalText why;
    ExpressionPtr proof;                   ///< null: can only be likely
    QVector<WeightedCondition> supports;
    QVector<WeightedCondition> contradicts;
    ExpressionPtr excludedBy;
    double prior = 0;                      ///< orders what nothing tells apart
    QStringList explains;                  ///< checks, signatures or components (globs) that follow from it
    QStringList tell;                      ///< probes that would settle it
    QVector<RemedyStep> steps;
    QStringList sources;
};

/// Two components whose symptoms quote each other without needing each other.
struct CycleRule
{
    QString id;
    QString from;                          ///< component
    QString to;
    ExpressionPtr condition;
    LocalText title;
    LocalText text;
    LocalText edgeWhy;                     ///< why the edge from -> to does not exist
};

struct ProbeCondition
{
    QString probe;
    ExpressionPtr when;                    ///< wave 2 only; unknown counts as true
};

/// A pack's source: the plugin it belongs to, the file's name for messages, and its bytes.
struct PackSource
{
    QString pack;
    QString file;
    QByteArray json;
};

/// A mistake in a pack, with the place, as the lint step prints it.
struct PackProblem
{
    QString pack;
    QString file;
    QString path;      ///< JSON pointer
    QString message;   ///< English: for the author of a pack
};

class KnowledgeBase
{
public:
    /// Loads all or says what is wrong with any: a half-loaded knowledge base would give half answers.
    static Result<KnowledgeBase> load(const QVector<PackSource> &sources);
    /// Everything wrong with the packs, for authors; empty when load() would succeed and nothing is questionable.
    static QVector<PackProblem> lint(const QVector<PackSource> &sources);

    const QVector<Component> &components() const { return m_components; }
    const QVector<Probe> &probes() const { return m_probes; }
    const QVector<ProbeCondition> &probeConditions() const { return m_probeConditions; }
    const QVector<FactDeclaration> &facts() const { return m_facts; }
    const QVector<Signature> &signatures() const { return m_signatures; }
    const QVector<Check> &checks() const { return m_checks; }
    const QVector<CauseRule> &causes() const { return m_causes; }
    const QVector<CycleRule> &cycles() const { return m_cycles; }
    const Component *component(const QString &id) const;
    const Probe *probe(const QString &id) const;
    const FactDeclaration *fact(const QString &key) const;

private:
    friend class PackLoader;
    QVector<Component> m_components;
    QVector<Probe> m_probes;
    QVector<ProbeCondition> m_probeConditions;
    QVector<FactDeclaration> m_facts;
    QVector<Signature> m_signatures;
    QVector<Check> m_checks;
    QVector<CauseRule> m_causes;
    QVector<CycleRule> m_cycles;
};

} // namespace gordian
