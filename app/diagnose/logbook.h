// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where and when log signatures were seen, and which of those lines are state rather than history. Made for
// one diagnosis over a FactBook; one thread.

#include "diagnose/factbook.h"

#include <functional>

namespace gordian {

/// One occurrence of a signature.
struct LogLine {
    const Reading *reading = nullptr;
    Hit hit;
    std::optional<qint64> time; ///< UTC ms on the node's clock
    bool history = false; ///< from before its writer's last start
};

class LogBook {
public:
    /// Whether a component keeps restarting on a node: then its last runs are state too.
    using Looping = std::function<bool(const QString &node, const QString &component)>;

    LogBook(const FactBook &facts, Looping looping);

    /// Every occurrence on the node, oldest first; those without a time keep their place in the log.
    const QVector<LogLine> &lines(const QString &node, const QString &signature) const;
    /// Some of these probes, which a signature is looked for in, answered.
    bool searched(const QString &node, const QStringList &probes) const;
    UnknownReason reason(const QString &node, const QStringList &probes) const;

    SourceRef source(const LogLine &line) const;
    QMap<QString, QString> captures(const QString &signature, const LogLine &line) const;

private:
    struct Writer {
        QMap<QString, qint64> starts; ///< by subject
        std::optional<qint64> latest;
        std::optional<qint64> lastRuns; ///< the start before the last one that its log tells of
        bool looping = false;
    };
    const Writer &writer(const QString &node, const QString &component) const;
    bool isHistory(const QString &node, const Writer &writer, const QString &section,
                   std::optional<qint64> time) const;
    std::optional<qint64> lastRuns(const QString &node, const QString &signature) const;
    bool ownLogSearched(const QString &node, const Signature &signature) const;
    QVector<LogLine> occurrences(const QString &node, const QString &signature) const;
    QVector<LogLine> collect(const QString &node, const QString &signature) const;

    const FactBook &m_facts;
    Looping m_looping;
    mutable QHash<QString, QVector<LogLine>> m_lines;
    mutable QHash<QString, Writer> m_writers;
};

/// The section that holds `offset`; empty if the artifact has none.
QString sectionAt(const Artifact &artifact, qsizetype offset);

} // namespace gordian
