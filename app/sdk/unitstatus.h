// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads what `systemctl status` prints of one or several units, as people paste it, into the properties that
// `systemctl show` has. Pure; any thread. The form: systemctl(1), EXAMPLES.

#include "sdk/units.h"

#include <QRegularExpression>

namespace gordian {

/// "Loaded: loaded (/lib/systemd/system/kubelet.service; enabled; vendor preset: enabled)",
/// "Active: activating (auto-restart) (Result: exit-code) since ...", "Main PID: 812 (code=exited,
/// status=1/FAILURE)"
inline void readStatusLine(const QString &line, UnitState &unit)
{
    static const QRegularExpression loaded(
        QStringLiteral(R"(^\s*Loaded: ([a-z-]+)(?: \([^;)]*;\s*([a-z-]+))?)"));
    static const QRegularExpression active(
        QStringLiteral(R"(^\s*Active: ([a-z]+)(?: \(([a-z-]+)\))?(?: \(Result: ([a-z-]+)\))?)"));
    static const QRegularExpression ended(QStringLiteral(R"(\(code=\w+, (?:status|signal)=(\d+))"));
    if (const auto hit = loaded.match(line); hit.hasMatch()) {
        unit.properties.insert(QStringLiteral("LoadState"), hit.captured(1));
        unit.properties.insert(QStringLiteral("UnitFileState"), hit.captured(2));
    } else if (const auto is = active.match(line); is.hasMatch()) {
        unit.properties.insert(QStringLiteral("ActiveState"), is.captured(1));
        unit.properties.insert(QStringLiteral("SubState"), is.captured(2));
        unit.properties.insert(QStringLiteral("Result"),
                               is.captured(3).isEmpty() ? QStringLiteral("success") : is.captured(3));
    } else if (const auto code = ended.match(line); code.hasMatch()) {
        unit.properties.insert(QStringLiteral("ExecMainStatus"), code.captured(1));
    }
}

inline QVector<UnitState> unitStatuses(const Part &part)
{
    static const QRegularExpression head(QStringLiteral(R"(^\s*(?:\S{1,4} )?([\w@.-]+\.service) - )"));
    static const QRegularExpression absent(QStringLiteral(R"(^Unit ([\w@.-]+\.service) could not be found)"));
    QVector<UnitState> units;
    int number = 0;
    for (const QByteArray &bytes : linesOf(part)) {
        ++number;
        const QString line = QString::fromUtf8(bytes);
        const auto begins = head.match(line);
        const auto missing = absent.match(line);
        if (begins.hasMatch() || missing.hasMatch()) {
            UnitState unit;
            unit.firstLine = number;
            unit.properties.insert(QStringLiteral("Id"), (begins.hasMatch() ? begins : missing).captured(1));
            if (missing.hasMatch()) {
                unit.properties.insert(QStringLiteral("LoadState"), QStringLiteral("not-found"));
            }
            units.append(unit);
        } else if (!units.isEmpty()) {
            readStatusLine(line, units.last());
        }
        if (!units.isEmpty()) {
            units.last().lastLine = number;
        }
    }
    return units;
}

} // namespace gordian
