// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// UTC as every call of QDateTime and QDate takes it, whichever Qt 6 is there. From 6.5 on that is a
// QTimeZone, and the overloads with Qt::TimeSpec go (https://doc.qt.io/qt-6/qdatetime-obsolete.html). Before,
// a QTimeZone would do, too, but such a moment is written with +00:00 instead of Z. A constant; any thread.

#include <QDateTime>
#include <QTimeZone>

namespace gordian {

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr QTimeZone::Initialization Utc = QTimeZone::UTC;
#else
inline constexpr Qt::TimeSpec Utc = Qt::UTC;
#endif

} // namespace gordian
