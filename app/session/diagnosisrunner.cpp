// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/diagnosisrunner.h"

#include <QtConcurrent>

namespace gordian {

namespace {
constexpr int gatherMilliseconds = 120; // several artifacts of one wave make one diagnosis
}

DiagnosisRunner::DiagnosisRunner(const Diagnostician &diagnostician, QObject *parent)
    : QObject(parent),
      m_diagnostician(diagnostician)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(gatherMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &DiagnosisRunner::startWaiting);
    connect(&m_watcher, &QFutureWatcher<Diagnosis>::finished, this, &DiagnosisRunner::finishRun);
}

DiagnosisRunner::~DiagnosisRunner()
{
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void DiagnosisRunner::request(const Case &investigated)
{
    m_waiting = investigated;
    if (!m_delay.isActive() && !m_watcher.isRunning()) {
        m_delay.start();
    }
}

bool DiagnosisRunner::isBusy() const
{
    return m_waiting.has_value() || m_watcher.isRunning();
}

void DiagnosisRunner::reset()
{
    m_waiting.reset();
    m_delay.stop();
    m_discard = m_watcher.isRunning();
}

void DiagnosisRunner::startWaiting()
{
    if (!m_waiting || m_watcher.isRunning()) {
        return;
    }
    m_watcher.setFuture(QtConcurrent::run(
        [diagnostician = &m_diagnostician, investigated = *std::exchange(m_waiting, std::nullopt)] {
            return diagnostician->diagnose(investigated);
        }));
}

void DiagnosisRunner::finishRun()
{
    const bool wanted = !std::exchange(m_discard, false);
    const Diagnosis diagnosis = m_watcher.result();
    if (m_waiting) {
        m_delay.start();
    }
    if (wanted) {
        emit diagnosed(diagnosis);
    }
}

} // namespace gordian
