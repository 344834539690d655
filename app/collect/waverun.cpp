// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/waverun.h"

#include <algorithm>
#include <utility>

namespace gordian {

WaveRun::WaveRun(QString node, int number, int round, const QByteArray &nonce, const QVector<Probe> &probes,
                 const ScriptLimits &limits)
    : m_node(std::move(node)),
      m_number(number),
      m_round(round),
      m_size(static_cast<int>(probes.size())),
      m_startedAt(QDateTime::currentDateTimeUtc())
{
    constexpr qint64 longestErrors = 8192;
    const QVector<qint64> caps = fairCaps(probes, limits.totalBytes);
    m_longestBody = longestErrors;
    for (qsizetype i = 0; i < probes.size(); ++i) {
        m_questions.insert(probes[i].id,
                           {{probes[i], sectionMark(nonce, probes[i].id), caps[i]}, false, {}, {}});
        m_order.append(probes[i].id);
        m_longestBody = std::max(m_longestBody, caps[i] + 1);
    }
    for (const QVector<qsizetype> &lane : lanesOf(probes, limits)) {
        for (const qsizetype index : lane) {
            m_questions[probes[index].id].inLane = true;
        }
    }
}

std::optional<Artifact> WaveRun::take(const Frame &frame)
{
    const auto found = m_questions.find(frame.probe);
    if (found == m_questions.end() || frame.wave != m_round) {
        return {};
    }
    // The first word counts: a guardian that was given up may still speak after its replacement.
    if (frame.kind == Frame::Kind::Status && !found->status) {
        found->status = frame;
    } else if (frame.kind == Frame::Kind::Output && !found->output) {
        found->output = frame;
    } else if (frame.kind == Frame::Kind::Errors && found->status) {
        found->status->body = frame.body;
        found->status->errorsFollow = false;
    }
    if (!found->status || found->status->errorsFollow) {
        return {};
    }
    const bool ran = found->status->state == "ran" || found->status->state == "late";
    if (ran && !found->output) {
        return {};
    }
    const Artifact made = answered(m_node, found->question, *found->status, found->output.value_or(Frame()));
    m_questions.remove(frame.probe);
    return made;
}

QVector<Probe> WaveRun::askAgain(int round)
{
    QVector<Probe> lost;
    for (const QString &id : std::as_const(m_order)) {
        const auto found = m_questions.find(id);
        if (found != m_questions.end() && found->inLane) {
            found->inLane = false;
            found->status.reset();
            found->output.reset();
            lost.append(found->question.probe);
        }
    }
    m_round = lost.isEmpty() ? m_round : round;
    return lost;
}

QVector<Artifact> WaveRun::giveUp(const QString &note)
{
    QVector<Artifact> lost;
    for (const QString &id : std::as_const(m_order)) {
        const auto found = m_questions.constFind(id);
        if (found != m_questions.constEnd()) {
            lost.append(notCollected(m_node, found->question.probe, note));
        }
    }
    m_questions.clear();
    return lost;
}

} // namespace gordian
