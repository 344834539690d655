// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads `systemctl show` of one or several units and gives the facts that every unit has:
// <component>.unit-load, .unit-active, .unit-sub, .unit-enabled, .unit-result, .restarts, .exit-status and
// .started. Pure; any thread. Properties: org.freedesktop.systemd1(5).

#include "sdk/parts.h"

#include <QDateTime>
#include <QMap>
#include <QRegularExpression>

namespace gordian {

struct UnitState {
    QMap<QString, QString> properties;
    int firstLine = 0; ///< within the part
    int lastLine = 0;

    QString get(const char *name) const { return properties.value(QLatin1String(name)); }
    bool loaded() const { return get("LoadState") == QLatin1String("loaded"); }
    bool active() const { return get("ActiveState") == QLatin1String("active"); }
};

/// Blocks are divided by empty lines; the order of properties within one is systemd's own.
inline QVector<UnitState> unitStates(const Part &part)
{
    QVector<UnitState> units;
    UnitState unit;
    int number = 0;
    const auto finish = [&] {
        if (!unit.get("Id").isEmpty()) {
            units.append(unit);
        }
        unit = {};
    };
    for (const QByteArray &line : linesOf(part)) {
        ++number;
        const qsizetype equals = line.indexOf('=');
        if (line.trimmed().isEmpty()) {
            finish();
        } else if (equals > 0) {
            unit.firstLine = unit.firstLine == 0 ? number : unit.firstLine;
            unit.lastLine = number;
            unit.properties.insert(QString::fromUtf8(line.left(equals)),
                                   QString::fromUtf8(line.mid(equals + 1)));
        }
    }
    finish();
    return units;
}

/// "Mon 2026-11-23 14:12:50 UTC" as ISO 8601; empty if it is unset or in a local zone, whose offset nobody
/// knows here.
inline QString systemdMoment(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\w{3} (\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)? (?:UTC|GMT)$"));
    const QRegularExpressionMatch match = form.match(text);
    return match.hasMatch() ? match.captured(1) + QLatin1Char('T') + match.captured(2) + QLatin1Char('Z')
                            : QString();
}

inline void addUnitFacts(const PartFacts &facts, const QString &component, const UnitState &unit)
{
    const auto add = [&](const char *name, const FactValue &value) {
        facts.add(component + QLatin1Char('.') + QLatin1String(name), value, unit.firstLine, {},
                  unit.lastLine);
    };
    static constexpr std::pair<const char *, const char *> texts[] = {
        {"unit-load", "LoadState"},        {"unit-active", "ActiveState"}, {"unit-sub", "SubState"},
        {"unit-enabled", "UnitFileState"}, {"unit-result", "Result"},
    };
    for (const auto &[name, property] : texts) {
        if (const QString value = unit.get(property); !value.isEmpty()) {
            add(name, value);
        }
    }
    static constexpr std::pair<const char *, const char *> numbers[] = {{"restarts", "NRestarts"},
                                                                        {"exit-status", "ExecMainStatus"}};
    for (const auto &[name, property] : numbers) {
        bool isNumber = false;
        if (const qint64 value = unit.get(property).toLongLong(&isNumber); isNumber) {
            add(name, value);
        }
    }
    if (const QString started = systemdMoment(unit.get("ExecMainStartTimestamp")); !started.isEmpty()) {
        add("started", started);
    }
}

} // namespace gordian
