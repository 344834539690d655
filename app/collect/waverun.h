// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One wave on one node: which probes are out, which have answered. A plain value, owned by NodeCollector.

#include "collect/answer.h"
#include "collect/script.h"

#include <QDateTime>
#include <QHash>

#include <optional>

namespace gordian {

class WaveRun {
public:
    WaveRun(QString node, int number, const QByteArray &nonce, const QVector<Probe> &probes,
            const ScriptLimits &limits);

    int number() const { return m_number; }
    int size() const { return m_size; }
    const QDateTime &startedAt() const { return m_startedAt; }
    qint64 longestBody() const { return m_longestBody; }
    bool complete() const { return m_questions.isEmpty(); }

    /// An answer is complete when both its frames came; frames of probes that are not out are ignored.
    std::optional<Artifact> take(const Frame &frame);
    /// Everything that has not answered, as NotCollected(note).
    QVector<Artifact> giveUp(const QString &note);

private:
    struct Waiting {
        Question question;
        std::optional<Frame> status;
        std::optional<Frame> output;
    };

    QString m_node;
    int m_number = 0;
    int m_size = 0;
    qint64 m_longestBody = 0;
    QDateTime m_startedAt;
    QHash<QString, Waiting> m_questions;
    QStringList m_order;
};

} // namespace gordian
