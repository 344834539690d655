// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What dropped or chosen files are: a case (or a report that holds one), an inventory, or text to be read.
// Reads them whole; the main window acts on the answer. Any thread: files may be large and disks slow.

#include "core/case.h"
#include "core/error.h"
#include "core/probe.h"

#include <QStringList>
#include <QVector>

#include <optional>

namespace gordian::ui {

struct OpenedFiles {
    std::optional<Case> opened; ///< a case, or what was read from text
    QString path; ///< the case's own file; empty: made of text
    bool goesOn = false; ///< `path` is a case file, to be written on
    QVector<Node> nodes; ///< of inventories
    QVector<Error> problems;
};

/// The first case among them ends the reading: one case is worked on at a time.
OpenedFiles readFiles(const QStringList &paths, const QVector<Probe> &probes);

/// Every line that says something looks like a machine: user@host, an address, a name of one.
bool namesMachines(const QString &text);

} // namespace gordian::ui
