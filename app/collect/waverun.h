// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One wave on one node: which probes are out, which have answered. A plain value, owned by NodeCollector.
//
// What a lane lost (its shared caps cut it off, somebody killed it) is asked for once more, each probe alone:
// a round of the script of its own within the wave.

#include "collect/answer.h"
#include "collect/script.h"

#include <QDateTime>
#include <QHash>

#include <optional>

namespace gordian {

class WaveRun {
public:
    /// `round`: how many times scriptWave() was sent to this shell, this one included.
    WaveRun(QString node, int number, int round, const QByteArray &nonce, const QVector<Probe> &probes,
            const ScriptLimits &limits);

    int number() const { return m_number; }
    int size() const { return m_size; }
    const QDateTime &startedAt() const { return m_startedAt; }
    qint64 longestBody() const { return m_longestBody; }
    bool complete() const { return m_questions.isEmpty(); }

    /// The answer that the frame completes; frames of probes that are not out are ignored.
    std::optional<Artifact> take(const Frame &frame);
    /// What lanes have lost, now out in another round, with the number of it; empty: nothing is to be asked
    /// again.
    QVector<Probe> askAgain(int round);
    /// Everything that has not answered, as NotCollected(note).
    QVector<Artifact> giveUp(const QString &note);

private:
    struct Waiting {
        Question question;
        bool inLane = false;
        std::optional<Frame> status;
        std::optional<Frame> output;
    };

    QString m_node;
    int m_number = 0;
    int m_round = 0;
    int m_size = 0;
    qint64 m_longestBody = 0;
    QDateTime m_startedAt;
    QHash<QString, Waiting> m_questions;
    QStringList m_order;
};

} // namespace gordian
