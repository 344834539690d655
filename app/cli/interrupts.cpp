// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/interrupts.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace gordian {

namespace {

constexpr std::array caught{SIGINT, SIGTERM, SIGHUP};
// A handler may only touch what is async-signal-safe (signal-safety(7)): it writes one byte here.
int writingEnd = -1;

void note(int)
{
    const int kept = errno;
    const char byte = 0;
    (void)!::write(writingEnd, &byte, 1);
    for (const int number : caught) {
        std::signal(number, SIG_DFL);
    }
    errno = kept;
}

} // namespace

Interrupts::Interrupts(QObject *parent) : QObject(parent)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // the signals keep their own meaning
    }
    writingEnd = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        emit interrupted();
    });
    // Without SA_RESTART: a question at the terminal ends as unanswered.
    struct sigaction action { };
    action.sa_handler = note;
    sigemptyset(&action.sa_mask);
    for (const int number : caught) {
        struct sigaction before { };
        // nohup(1) and background jobs ignore some of them, and mean it.
        if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) {
            ::sigaction(number, &action, nullptr);
        }
    }
}

Interrupts::~Interrupts()
{
    if (!m_notifier) {
        return;
    }
    for (const int number : caught) {
        struct sigaction now { };
        if (::sigaction(number, nullptr, &now) == 0 && now.sa_handler == note) {
            std::signal(number, SIG_DFL);
        }
    }
    const int readingEnd = static_cast<int>(m_notifier->socket());
    m_notifier.reset();
    ::close(readingEnd);
    ::close(std::exchange(writingEnd, -1));
}

} // namespace gordian
