// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// All log signatures at once over an artifact's lines. Compiled as it is needed; const and thread-safe.
// Bounded: of a line the first 16 KiB count, of a signature's hits in one artifact the last 20,000 are kept.

#include "core/artifact.h"
#include "knowledge/knowledgebase.h"

#include <QMap>
#include <QVector>

#include <memory>

namespace gordian {

/// One line that matched.
struct Hit {
    int line = 0; ///< 1-based
    qsizetype offset = 0; ///< of the line in the output
    qsizetype length = 0;
};

struct SignatureHits {
    qsizetype signature = 0; ///< index in KnowledgeBase::signatures()
    QVector<Hit> hits; ///< in the order of the output
};

/// The artifact of pasted lines that nobody recognised (casefile/casestore.h). Every signature is looked for
/// in it, but it never tells that something was not logged, and its lines without a time yield to a real log.
QString unsortedText();

class Matcher {
public:
    explicit Matcher(const KnowledgeBase &knowledge);
    ~Matcher();

    /// By signature, those that were hit.
    QVector<SignatureHits> match(const Artifact &artifact) const;
    /// The named groups of `signature` in `line`; decoded, hostile.
    QMap<QString, QString> captures(qsizetype signature, QByteArrayView line) const;
    /// The signatures that are looked for in what `probe` brings.
    const QVector<qsizetype> &signaturesFor(const QString &probe) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gordian
