// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// For a node that the laptop cannot reach: the whole collection as one script that somebody runs there by
// hand, and what it printed, read back. The same script and the same frames as over SSH. Pure functions, any
// thread.

#include "core/case.h"
#include "core/probe.h"
#include "core/result.h"

namespace gordian {

/// A POSIX-sh file that explains itself, asks all `probes` in their waves and prints a transcript.
QByteArray transcriptScript(const QVector<Probe> &probes);

/// One node, as its transcript tells of it.
struct TranscribedNode {
    NodeRecord record; ///< offline; its id is the host's name
    QVector<Artifact> artifacts;
    QVector<RunEntry> runs;
};

/// True if the text is one, or has one somewhere in its first 64 KiB (a banner may come first).
bool isTranscript(const QByteArray &text);

/// `text` as it came: line ends and encodings that a mail or a shell of Windows made of it are taken back.
/// What is missing at its end is NotCollected("transcript-ends"). Malformed if it does not even say hello.
Result<TranscribedNode> readTranscript(const QByteArray &text, const QVector<Probe> &probes);

} // namespace gordian
