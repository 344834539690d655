// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every parser needs: the lines of an artifact with the place each stands at, and facts that point back
// to it. For answers that are one text; where each part is a file or a container of its own, sdk/parts.h goes
// part by part. Plain functions, any thread.

#include "sdk/parser.h"

#include <QByteArrayView>
#include <QVector>

#include <utility>

namespace gordian {

/// Calls `each(line, offset)` for every line of `text`, without line end. Input is hostile: a line may be any
/// bytes of any length.
template <typename Each> void forEachLine(QByteArrayView text, const Each &each)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype found = text.indexOf('\n', at);
        const qsizetype end = found < 0 ? text.size() : found;
        QByteArrayView line = text.sliced(at, end - at);
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        each(line, at);
        at = end + 1;
    }
}

/// Borrowed from the artifact: must not outlive it.
struct ArtifactLine {
    QByteArrayView text; ///< without line end
    int number = 0; ///< 1-based in Artifact::output
    int section = -1; ///< index into Artifact::sections; -1: none
};

/// All lines in order.
inline QVector<ArtifactLine> linesOf(const Artifact &artifact)
{
    QVector<ArtifactLine> lines;
    int section = -1;
    forEachLine(artifact.output, [&](QByteArrayView text, qsizetype offset) {
        while (section + 1 < artifact.sections.size() && artifact.sections.at(section + 1).offset <= offset) {
            ++section;
        }
        lines.append({text, static_cast<int>(lines.size()) + 1, section});
    });
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
