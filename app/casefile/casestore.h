// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A case on disk: one SQLite file (resources/docs/case-format.md). Every artifact is committed as it comes,
// so a killed program loses nothing that was put. Owned by the session; use from the thread that made it.

#include "casefile/longtext.h"
#include "core/case.h"
#include "core/probe.h"
#include "core/result.h"

#include <memory>

namespace gordian {

class CaseStore {
public:
    /// Writes beside and renames: a file that stood at `path` is whole until the new one is.
    static Result<std::unique_ptr<CaseStore>> create(const QString &path, const Case &initial);
    /// Opens for going on with it.
    static Result<std::unique_ptr<CaseStore>> open(const QString &path);
    /// Reads a case from a case file, a report with an embedded case, or a JSON export: whatever it is.
    static Result<Case> read(const QString &path);
    ~CaseStore();

    QString path() const;
    Result<Case> load() const;
    Result<void> putNode(const NodeRecord &record);
    Result<void> removeNode(const QString &node); ///< and its artifacts
    Result<void> putArtifact(const Artifact &artifact);
    Result<void> removeArtifact(const QString &node, const QString &probe);
    Result<void> addRun(const RunEntry &entry);
    Result<void> putMending(const MendingRecord &record);
    Result<void> setTitle(const QString &title);

private:
    CaseStore();
    struct Private;
    std::unique_ptr<Private> d;
};

/// The whole case as one compressed byte string and back: what a report embeds. Outputs that would make it
/// larger than unpackCase() accepts are left out, marked "too-large-to-embed".
QByteArray packCase(const Case &whole);
Result<Case> unpackCase(const QByteArray &bytes);

/// The media type of the data block that holds packCase() in base64 inside an HTML report.
inline constexpr char EmbeddedCaseType[] = "application/vnd.gordian.case";

/// A case from text that a person pasted or files that they dropped: log lines, crictl tables, YAML, in any
/// order and mixed. `probes` recognise what printed what (Probe::recognise). One offline node "pasted", named
/// as its journal lines name it. What no probe recognises is kept as the artifact "pasted.text".
/// Texts that are longer than kMostText together are shortened (casefile/longtext.h).
Case caseFromText(const QVector<QByteArray> &texts, const QVector<Probe> &probes);
/// Artifacts made of shortened texts are marked truncated, and the case's runs tell.
Case caseFromKeptText(const QVector<KeptText> &texts, const QVector<Probe> &probes);

inline constexpr qsizetype kMostText = qsizetype(24) * 1024 * 1024;
/// What RunEntry::what says of text of which not all was kept.
inline constexpr char ShortenedText[] = "text shortened";

} // namespace gordian
