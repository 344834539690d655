// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/knowledgebase.h"

#include "knowledge/packlint.h"

namespace gordian {

namespace {

template <typename T>
const T *itemAt(const QVector<T> &items, const QHash<QString, qsizetype> &index, const QString &id)
{
    const auto found = index.constFind(id);
    return found == index.cend() ? nullptr : &items.at(*found);
}

template <typename T, typename Key> QHash<QString, qsizetype> indexOf(const QVector<T> &items, Key key)
{
    QHash<QString, qsizetype> made;
    for (qsizetype i = 0; i < items.size(); ++i) {
        made.insert(key(items.at(i)), i);
    }
    return made;
}

void lintAll(PackLoader &loader)
{
    const KnowledgeBase &knowledge = loader.knowledge();
    for (const auto lint : {lintReferences, lintCircles, lintOutcomes, lintPlaceholders, lintTypes,
                            lintProbes, lintCauses, lintRemedies}) {
        lint(knowledge, loader.notes(), loader.problems());
    }
}

Error errorOf(const QVector<PackProblem> &problems)
{
    QStringList lines;
    for (const PackProblem &problem : problems) {
        if (problem.weight == PackProblem::Weight::Error) {
            lines.append(problem.line());
        }
    }
    // A person reads the first; a log holds them all.
    return Error{ErrorCode::PackInvalid,
                 lines.join(QLatin1Char('\n')),
                 {{QStringLiteral("path"), problems.first().file}}};
}

} // namespace

QString PackProblem::line() const
{
    return file + QLatin1String(": ") + (path.isEmpty() ? QStringLiteral("/") : path) + QLatin1String(": ")
        + message;
}

Result<KnowledgeBase> KnowledgeBase::load(const QVector<PackSource> &sources)
{
    PackLoader loader;
    loader.read(sources);
    loader.knowledge().index();
    lintAll(loader);
    if (loader.problems().hasErrors()) {
        return tl::unexpected<Error>(errorOf(loader.problems().all()));
    }
    return std::move(loader.knowledge());
}

QVector<PackProblem> KnowledgeBase::lint(const QVector<PackSource> &sources)
{
    PackLoader loader;
    loader.read(sources);
    loader.knowledge().index();
    lintAll(loader);
    return loader.problems().all();
}

void KnowledgeBase::index()
{
    const auto byId = [](const auto &item) { return item.id; };
    m_componentAt = indexOf(m_components, byId);
    m_probeAt = indexOf(m_probes, byId);
    m_factAt = indexOf(m_facts, [](const FactDeclaration &fact) { return fact.key; });
    m_signatureAt = indexOf(m_signatures, byId);
    m_checkAt = indexOf(m_checks, byId);
    m_causeAt = indexOf(m_causes, byId);
    for (const ProbeCondition &condition : std::as_const(m_probeConditions)) {
        m_when.insert(condition.probe, condition.when);
    }
}

const Component *KnowledgeBase::component(const QString &id) const
{
    return itemAt(m_components, m_componentAt, id);
}

const Probe *KnowledgeBase::probe(const QString &id) const
{
    return itemAt(m_probes, m_probeAt, id);
}

const FactDeclaration *KnowledgeBase::fact(const QString &key) const
{
    return itemAt(m_facts, m_factAt, key);
}

const Signature *KnowledgeBase::signature(const QString &id) const
{
    return itemAt(m_signatures, m_signatureAt, id);
}

const Check *KnowledgeBase::check(const QString &id) const
{
    return itemAt(m_checks, m_checkAt, id);
}

const CauseRule *KnowledgeBase::cause(const QString &id) const
{
    return itemAt(m_causes, m_causeAt, id);
}

ExpressionPtr KnowledgeBase::whenOf(const QString &probe) const
{
    return m_when.value(probe);
}

} // namespace gordian
