// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What files are, found out by looking: a case (or a report that holds one), another tool's bundle,
// transcripts of nodes, an inventory, or text from anywhere. Reads them whole. Any thread: files may be large
// and disks slow.

#include "core/case.h"
#include "core/error.h"
#include "core/probe.h"
#include "core/result.h"

#include <QStringList>

#include <optional>

namespace gordian {

struct OpenedFiles {
    std::optional<Case> opened; ///< a case, or what was read from transcripts and text
    QString path; ///< the case's own file; empty: made of text
    bool goesOn = false; ///< `path` is a case file, to be written on
    QVector<Node> nodes; ///< of inventories
    QVector<Error> problems;
};

/// The first case among them ends the reading: one case is worked on at a time.
OpenedFiles readFiles(const QStringList &paths, const QVector<Probe> &probes);

/// A case or a report if the only file is one, else a case of all that bundles, transcripts and texts tell.
/// "-" is standard input.
Result<Case> caseFromFiles(const QStringList &paths, const QVector<Probe> &probes);

/// A node for each transcript among the texts, and one, "pasted", for all the rest.
Result<Case> caseFromTexts(const QVector<QByteArray> &texts, const QVector<Probe> &probes);

} // namespace gordian
