// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Runs the node script in a shell of this machine, as the collector would on a node. Functions that end in
// OfRow fetch the test's data row, which addShells() made.

#include "collect/collector.h"
#include "shelltransport.h"

namespace gordian {

struct Run {
    QHash<QString, Artifact> artifacts;
    QStringList order; ///< in which they came
    NodeRecord record;
    qint64 milliseconds = 0;
    bool ended = false;

    const Artifact operator[](const char *id) const { return artifacts.value(QLatin1String(id)); }
};

Probe probe(const QString &id, const QString &run, int seconds = 10);

/// Each shell twice: every probe under a guard of its own, and all that may in lanes.
void addShells();
ScriptLimits limitsOfRow();
ShellSetup shellOfRow();
/// This machine's sh, for what is the same in every shell.
ShellSetup plainShell();

Run collect(const ShellSetup &setup, const QVector<QVector<Probe>> &waves, const ScriptLimits &limits);
inline Run collect(const ShellSetup &setup, const QVector<QVector<Probe>> &waves)
{
    return collect(setup, waves, limitsOfRow());
}

} // namespace gordian
