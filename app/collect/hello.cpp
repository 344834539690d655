// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/hello.h"

#include <QHash>

#include <algorithm>

namespace gordian {

namespace {

void setClock(Hello &hello, const QByteArray &text)
{
    const qsizetype dot = text.indexOf('.');
    bool ok = false;
    const qint64 seconds = (dot < 0 ? text : text.left(dot)).toLongLong(&ok);
    if (!ok || seconds <= 0) {
        return;
    }
    bool fractions = false;
    const int thousandths = dot < 0 ? 0 : text.mid(dot + 1, 3).toInt(&fractions);
    hello.clockHasFractions = fractions && text.size() - dot > 3;
    hello.clockMs = seconds * 1000 + (hello.clockHasFractions ? thousandths : 500);
}

} // namespace

Hello readHello(const QByteArray &body)
{
    Hello hello;
    QHash<QByteArray, QByteArray> values;
    for (const QByteArray &line : body.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0) {
            values.insert(line.left(equals), line.mid(equals + 1));
        }
    }
    setClock(hello, values.value("clock"));
    bool ok = false;
    const int uid = values.value("uid").toInt(&ok);
    hello.uid = ok ? uid : -1;
    hello.user = QString::fromUtf8(values.value("user"));
    hello.host = QString::fromUtf8(values.value("host"));
    hello.sudoer = QString::fromUtf8(values.value("sudoer"));
    hello.hasSudo = values.value("sudo") == "present";
    return hello;
}

Privilege privilegeOf(const Hello &hello, bool passwordGiven)
{
    if (hello.uid != 0) {
        return Privilege::None;
    }
    if (passwordGiven) {
        return Privilege::SudoPassword;
    }
    return hello.sudoer.isEmpty() || hello.sudoer == hello.user ? Privilege::Root : Privilege::Sudo;
}

ClockReading readClock(const Hello &hello, const QDateTime &asked, const QDateTime &received, int roundTripMs)
{
    if (!hello.clockMs) {
        return {};
    }
    // It cannot have been read before the shell was asked for.
    const qint64 span = std::max<qint64>(asked.msecsTo(received), 0);
    const qint64 way = std::min<qint64>(roundTripMs > 0 ? roundTripMs / 2 : span / 2, span);
    const int rounding = hello.clockHasFractions ? 1 : 500;
    return {*hello.clockMs + way - received.toMSecsSinceEpoch(), static_cast<int>(way) + rounding};
}

} // namespace gordian
