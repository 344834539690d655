// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sandboxes and containers as rows, whatever printed them, and the facts that follow. Plain values; any
// thread.

#include "sdk/parts.h"

#include <QString>
#include <QVector>

#include <optional>

namespace gordian {

struct SandboxRow {
    QString pod; ///< "namespace/name"
    bool ready = false;
    int attempt = 0;
    std::optional<qint64> ageSeconds; ///< before the newest moment in the same output
    QString created; ///< ISO 8601, UTC; empty: only the age is known
    int firstLine = 0;
    int lastLine = 0;
};

struct ContainerRow {
    QString pod;
    QString name;
    QString state; ///< "running", "exited", "created", "unknown"; empty: not told
    int attempt = 0;
    QString created;
    QString started;
    QString finished;
    QString reason;
    std::optional<qint64> exitCode;
    int firstLine = 0;
    int lastLine = 0;
};

/// One `sandbox.*` set a pod, of its newest attempt, and what all of them together say about restarts.
void addSandboxFacts(const PartFacts &facts, const QVector<SandboxRow> &rows);
/// One `container.*` set a container, of its newest attempt.
void addContainerFacts(const PartFacts &facts, const QVector<ContainerRow> &rows);

/// "29 seconds ago", "About a minute ago", and the same in Russian (crictl's output is pasted translated).
std::optional<qint64> ageOf(const QString &words);
/// Nanoseconds since 1970 (crictl's JSON) or RFC 3339 as ISO 8601 in UTC, to the second; else empty.
QString momentOf(const QString &text);

} // namespace gordian
