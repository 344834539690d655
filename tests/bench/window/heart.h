// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Beats in the event loop of its thread and notes how long it was kept from beating, and how much of that the
// thread itself computed: on a busy machine the rest is nobody's fault.

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

class Heart : public QObject {
public:
    Heart()
    {
        connect(&m_timer, &QTimer::timeout, this, &Heart::beat);
        m_sinceBeat.start();
        m_work = threadMicroseconds();
        m_timer.start(Beat);
    }

    /// What was seen since the last call, in a line.
    QString tell()
    {
        const QString told = QStringLiteral("longest gap %1 ms (own work in it %2 ms), gaps over 50 ms: %3, "
                                            "with own work over 50 ms: %4, "
                                            "most own work at a time %5 ms")
                                 .arg(m_longest)
                                 .arg(m_workInLongest)
                                 .arg(m_long)
                                 .arg(m_longByWork)
                                 .arg(m_mostWork);
        m_longest = m_workInLongest = m_mostWork = 0;
        m_long = m_longByWork = 0;
        return told;
    }

private:
    static qint64 threadMicroseconds()
    {
        timespec now{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return now.tv_sec * 1000000 + now.tv_nsec / 1000;
    }

    void beat()
    {
        constexpr qint64 limit = 50;
        const qint64 gap = std::max<qint64>(0, m_sinceBeat.restart() - Beat);
        const qint64 now = threadMicroseconds();
        const qint64 work = (now - std::exchange(m_work, now)) / 1000;
        if (gap > m_longest) {
            m_longest = gap;
            m_workInLongest = work;
        }
        m_mostWork = std::max(m_mostWork, work);
        m_long += gap > limit ? 1 : 0;
        m_longByWork += work > limit ? 1 : 0;
    }

    static constexpr int Beat = 5;
    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    qint64 m_work = 0;
    qint64 m_longest = 0;
    qint64 m_workInLongest = 0;
    qint64 m_mostWork = 0;
    int m_long = 0;
    int m_longByWork = 0;
};
