// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every parser needs: the lines of an artifact with the place each stands at, and facts that point back
// to it. Plain functions, any thread.

#include "sdk/parser.h"

#include <QByteArrayView>
#include <QVector>

#include <utility>

namespace gordian {

/// Borrowed from the artifact: must not outlive it.
struct ArtifactLine {
    QByteArrayView text; ///< without line end
    int number = 0; ///< 1-based in Artifact::output
    int section = -1; ///< index into Artifact::sections; -1: none
};

/// All lines in order. Input is hostile: a line may be any bytes of any length.
inline QVector<ArtifactLine> linesOf(const Artifact &artifact)
{
    QVector<ArtifactLine> lines;
    const QByteArrayView all(artifact.output);
    int section = -1;
    for (qsizetype at = 0, number = 1; at < all.size(); ++number) {
        qsizetype end = all.indexOf('\n', at);
        if (end < 0) {
            end = all.size();
        }
        while (section + 1 < artifact.sections.size() && artifact.sections.at(section + 1).offset <= at) {
            ++section;
        }
        QByteArrayView text = all.sliced(at, end - at);
        if (text.endsWith('\r')) {
            text.chop(1);
        }
        lines.append({text, static_cast<int>(number), section});
        at = end + 1;
    }
    return lines;
}

inline QString sectionName(const Artifact &artifact, const ArtifactLine &line)
{
    return line.section < 0 ? QString() : artifact.sections.at(line.section).name;
}

inline SourceRef sourceAt(const Artifact &artifact, const ArtifactLine &first, const ArtifactLine &last)
{
    return {artifact.node, artifact.probe, sectionName(artifact, first), first.number, last.number};
}

inline Fact factAt(const SourceRef &source, const QString &key, FactValue value, const QString &subject = {})
{
    Fact fact;
    fact.key = key;
    fact.subject = subject;
    fact.value = std::move(value);
    fact.source = source;
    return fact;
}

} // namespace gordian
