// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Diagnoses off the owner's thread: one run at a time, the newest case wins, a burst of artifacts costs few
// runs. Lives on its owner's thread; destroying it waits for a run under way.

#include "core/case.h"
#include "core/diagnosis.h"
#include "diagnose/diagnose.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <optional>

namespace gordian {

class DiagnosisRunner : public QObject {
    Q_OBJECT

public:
    /// `diagnostician` outlives it.
    explicit DiagnosisRunner(const Diagnostician &diagnostician, QObject *parent = nullptr);
    ~DiagnosisRunner() override;

    /// Soon: more calls within a moment are one run.
    void request(const Case &investigated);
    bool isBusy() const;
    /// Forgets what is waiting and discards what a run under way brings.
    void reset();

signals:
    void diagnosed(const gordian::Diagnosis &diagnosis);

private:
    void startWaiting();
    void finishRun();

    const Diagnostician &m_diagnostician;
    QFutureWatcher<Diagnosis> m_watcher;
    QTimer m_delay;
    std::optional<Case> m_waiting;
    bool m_discard = false;
};

} // namespace gordian
