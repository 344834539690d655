// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A FactSink that keeps what a parser gives, and artifacts made of text, for tests of parsers.

#include "sdk/parser.h"

#include <QPair>

namespace gordian::test {

class CollectedFacts : public FactSink {
public:
    void add(Fact fact) override { m_facts.append(fact); }
    void notUnderstood(const SourceRef &, const QString &detail) override { m_complaints.append(detail); }

    const QVector<Fact> &all() const { return m_facts; }
    const QStringList &complaints() const { return m_complaints; }

    const Fact *find(const QString &key, const QString &subject = {}) const
    {
        for (const Fact &fact : m_facts) {
            if (fact.key == key && fact.subject == subject) {
                return &fact;
            }
        }
        return nullptr;
    }

    /// As displayed; a null string if there is none.
    QString text(const QString &key, const QString &subject = {}) const
    {
        const Fact *fact = find(key, subject);
        return fact ? displayValue(fact->value) : QString();
    }

private:
    QVector<Fact> m_facts;
    QStringList m_complaints;
};

using NamedText = QPair<QString, QByteArray>;

/// With sections as the collector makes them; a single part without a name has none.
inline Artifact artifactOf(const QString &probe, const QVector<NamedText> &parts)
{
    Artifact artifact;
    artifact.node = QStringLiteral("cp1");
    artifact.probe = probe;
    artifact.state = ArtifactState::Collected;
    artifact.collectedAt = QDateTime::fromString(QStringLiteral("2026-11-24T12:00:00Z"), Qt::ISODate);
    for (const NamedText &part : parts) {
        if (!part.first.isEmpty()) {
            artifact.sections.append({part.first, artifact.output.size(), part.second.size()});
        }
        artifact.output += part.second;
    }
    return artifact;
}

/// What any parser has to survive: bytes that are no text, endless lines, nothing at all.
inline QVector<QByteArray> hostileBytes()
{
    return {QByteArray(),
            QByteArray(1, '\0'),
            QByteArray("\xff\xfe\x80\n\x1b[2J\n"),
            QByteArray(300'000, 'A'),
            QByteArray(50'000, '['),
            QByteArray(50'000, '{'),
            QByteArray("</script><img onerror=1>\n\xe2\x80\xae\n")};
}

} // namespace gordian::test
