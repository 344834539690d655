// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Keeps what a parser gives, for tests: facts by key and subject, and how often it did not understand.

#include "sdk/parser.h"

namespace gordian::test {

class FactCollector : public FactSink {
public:
    void add(Fact fact) override { m_facts.append(std::move(fact)); }
    void notUnderstood(const SourceRef &, const QString &) override { ++m_notUnderstood; }

    /// The value as text; a null string if there is no such fact.
    QString value(const QString &key, const QString &subject = {}) const
    {
        const Fact *fact = find(key, subject);
        return fact == nullptr ? QString() : displayValue(fact->value);
    }
    int line(const QString &key, const QString &subject = {}) const
    {
        const Fact *fact = find(key, subject);
        return fact == nullptr ? -1 : fact->source.firstLine;
    }
    const QVector<Fact> &facts() const { return m_facts; }
    int notUnderstoodCount() const { return m_notUnderstood; }

private:
    const Fact *find(const QString &key, const QString &subject) const
    {
        for (const Fact &fact : m_facts) {
            if (fact.key == key && fact.subject == subject) {
                return &fact;
            }
        }
        return nullptr;
    }

    QVector<Fact> m_facts;
    int m_notUnderstood = 0;
};

/// An artifact of one part, or of one section a pair.
inline Artifact artifactOf(const QByteArray &output, const QVector<QPair<QString, QByteArray>> &sections = {})
{
    Artifact artifact;
    artifact.node = QStringLiteral("cp1");
    artifact.probe = QStringLiteral("probe");
    artifact.state = ArtifactState::Collected;
    artifact.output = output;
    for (const auto &[name, text] : sections) {
        artifact.sections.append({name, artifact.output.size(), text.size()});
        artifact.output += text;
    }
    return artifact;
}

} // namespace gordian::test
