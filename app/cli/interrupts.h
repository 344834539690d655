// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Ctrl+C, SIGTERM and SIGHUP as a Qt signal, so that a run ends with what it has. Only the first is caught:
// the second ends the program, whatever it does. One object a process, on the main thread.

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace gordian {

class Interrupts : public QObject {
    Q_OBJECT

public:
    explicit Interrupts(QObject *parent = nullptr);
    ~Interrupts() override;

    /// Can be read once a signal came; -1: none is caught.
    int descriptor() const { return m_notifier ? static_cast<int>(m_notifier->socket()) : -1; }

signals:
    void interrupted();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace gordian
