// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads one artifact: its facts (by the plugins' parsers and the packs' patterns) and its log hits. What was
// read is kept for as long as the artifact's bytes are the same, so that a case that grows is read once.
// Thread-safe: const throughout.

#include "core/artifact.h"
#include "core/fact.h"
#include "core/linetime.h"
#include "diagnose/matcher.h"
#include "knowledge/knowledgebase.h"
#include "sdk/parser.h"

#include <memory>
#include <vector>

namespace gordian {

/// What one artifact holds. Holds the artifact, whose bytes are shared with the case's.
struct Reading {
    Artifact artifact;
    QVector<Fact> facts;
    bool notUnderstood = false;
    QVector<SignatureHits> hits;
    std::optional<RawTime> newestLine; ///< of the last lines that carry a time

    const QVector<Hit> *hitsOf(qsizetype signature) const;
};

class Reader {
public:
    Reader(const KnowledgeBase &knowledge, const std::vector<std::unique_ptr<Parser>> &parsers);
    ~Reader();

    std::shared_ptr<const Reading> read(const Artifact &artifact) const;
    /// Forgets what belongs to none of `kept`: called when a case has been judged.
    void keepOnly(const QVector<std::shared_ptr<const Reading>> &kept) const;

    const Matcher &matcher() const;
    /// The probes whose artifacts may hold the fact.
    QStringList probesOfFact(const QString &key) const;
    /// The probes whose artifacts are searched for the signature.
    QStringList probesOfSignature(const QString &id) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gordian
