// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// All packs, loaded, checked and indexed: what Gordian knows. Immutable after loading; shared by const
// reference from any thread. Packs are data (plugins/*/pack/*.json, a user's folder);
// resources/docs/knowledge.md describes them.

#include "core/result.h"
#include "knowledge/rules.h"

#include <QByteArray>
#include <QHash>
#include <QVector>

namespace gordian {

/// A pack's source: the plugin it belongs to, the file's name for messages, and its bytes.
struct PackSource {
    QString pack;
    QString file;
    QByteArray json;
};

/// A mistake in a pack, with the place, as the lint step prints it.
struct PackProblem {
    enum class Weight {
        Error, ///< the pack cannot be used
        Questionable, ///< it can, but the lint refuses it
    };
    QString pack;
    QString file;
    QString path; ///< JSON pointer
    QString message; ///< English: for the author of a pack
    Weight weight = Weight::Error;

    /// "file: pointer: message"
    QString line() const;
    friend bool operator==(const PackProblem &, const PackProblem &) = default;
};

class KnowledgeBase {
public:
    /// Loads all or says what is wrong with any: a half-loaded knowledge base would give half answers.
    static Result<KnowledgeBase> load(const QVector<PackSource> &sources);
    /// Everything wrong with the packs, for authors; empty when load() would succeed and nothing is
    /// questionable.
    static QVector<PackProblem> lint(const QVector<PackSource> &sources);

    const QVector<Component> &components() const { return m_components; }
    const QVector<Probe> &probes() const { return m_probes; }
    const QVector<ProbeCondition> &probeConditions() const { return m_probeConditions; }
    const QVector<FactDeclaration> &facts() const { return m_facts; }
    const QVector<Signature> &signatures() const { return m_signatures; }
    const QVector<Check> &checks() const { return m_checks; }
    const QVector<CauseRule> &causes() const { return m_causes; }
    const QVector<CycleRule> &cycles() const { return m_cycles; }
    const QVector<RemedyRule> &remedies() const { return m_remedies; }
    const Component *component(const QString &id) const;
    const Probe *probe(const QString &id) const;
    const FactDeclaration *fact(const QString &key) const;
    const Signature *signature(const QString &id) const;
    const Check *check(const QString &id) const;
    const CauseRule *cause(const QString &id) const;
    /// When a probe of wave 2 is worth running; null: always.
    ExpressionPtr whenOf(const QString &probe) const;

private:
    friend class PackLoader;
    friend struct KnowledgeParts;
    void index();

    QVector<Component> m_components;
    QVector<Probe> m_probes;
    QVector<ProbeCondition> m_probeConditions;
    QVector<FactDeclaration> m_facts;
    QVector<Signature> m_signatures;
    QVector<Check> m_checks;
    QVector<CauseRule> m_causes;
    QVector<CycleRule> m_cycles;
    QVector<RemedyRule> m_remedies;
    QHash<QString, qsizetype> m_componentAt;
    QHash<QString, qsizetype> m_probeAt;
    QHash<QString, qsizetype> m_factAt;
    QHash<QString, qsizetype> m_signatureAt;
    QHash<QString, qsizetype> m_checkAt;
    QHash<QString, qsizetype> m_causeAt;
    QHash<QString, ExpressionPtr> m_when;
};

} // namespace gordian
