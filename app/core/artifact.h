// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a probe brought back from a node, also when it failed. Immutable once collected; QByteArray shares its
// bytes, so copying an Artifact is cheap. A plain value, any thread. Everything in it is hostile text.

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QVector>

namespace gordian {

enum class ArtifactState {
    Collected, ///< the command ran; its exit code may still be non-zero
    TimedOut, ///< ended on the node at its time limit; output is what came until then
    CommandMissing, ///< none of the programs it needs is installed
    NotApplicable, ///< the node says that there is nothing to ask (no such unit, no such file)
    NotPermitted, ///< needs rights that the session has not got
    NotCollected, ///< cancelled, connection lost, or never asked; `note` says which
};

/// A named part of an output: one file or one container of a probe that answers about several.
struct Section {
    QString name; ///< a path, a container; empty for the only part
    qsizetype offset = 0; ///< into Artifact::output
    qsizetype length = 0;
    friend bool operator==(const Section &, const Section &) = default;
};

struct Artifact {
    QString node;
    QString probe;
    QString command; ///< exactly what ran, as it would be typed
    ArtifactState state = ArtifactState::NotCollected;
    QString note; ///< machine-readable reason: "cancelled", "link-lost", "no-unit", ...
    int exitCode = 0;
    qint64 milliseconds = 0; ///< on the node
    QDateTime collectedAt; ///< UTC, laptop's clock, when the frame was complete
    QByteArray output; ///< standard output, at most the probe's cap; bytes as the node sent them
    QByteArray errors; ///< standard error, at most 4 KiB
    qint64 outputBytes = 0; ///< how much the command printed before the cap (-1: not known)
    bool truncated = false;
    QVector<Section> sections; ///< in the order of the output; empty means one unnamed part

    bool answered() const { return state == ArtifactState::Collected || state == ArtifactState::TimedOut; }
    QByteArray section(const QString &name) const;
    /// The 1-based number in `output` of the line that holds byte `offset`.
    int lineAt(qsizetype offset) const;
    /// Lines `first`..`last` (1-based, inclusive, clipped), without line ends.
    QVector<QByteArray> lines(int first, int last) const;
};

} // namespace gordian
