// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "network/listenersparser.h"

#include "sdk/lines.h"

#include <QMap>
#include <QRegularExpression>

#include <optional>

namespace gordian {
namespace {

struct Listener {
    QString address;
    int port = 0;
    QString owner; ///< empty: not shown (no rights)
    bool tcp = true;
};

/// "10.0.0.1:6443", "[::]:22", "*:6443", ":::10250" (netstat)
bool splitAddress(const QString &text, Listener &listener)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    listener.port = text.mid(colon + 1).toInt(&ok);
    listener.address = text.left(colon).remove(u'[').remove(u']');
    return colon >= 0 && ok && listener.port > 0 && listener.port < 65536;
}

// `ss -lntup` with or without the Netid column: man 8 ss
std::optional<Listener> fromSs(const QString &line)
{
    static const QRegularExpression row(QStringLiteral(
        "^(?:(tcp|udp) +)?(?:LISTEN|UNCONN) +\\d+ +\\d+ +(\\S+) +\\S+ *(?:users:\\(\\(\"([^\"]+)\")?"));
    const auto match = row.match(line);
    Listener listener;
    if (!match.hasMatch() || !splitAddress(match.captured(2), listener)) {
        return std::nullopt;
    }
    listener.tcp = match.captured(1) != QLatin1String("udp");
    listener.owner = match.captured(3);
    return listener;
}

// `netstat -lntup`: man 8 netstat
std::optional<Listener> fromNetstat(const QString &line)
{
    static const QRegularExpression row(
        QStringLiteral("^(tcp|udp)6? +\\d+ +\\d+ +(\\S+) +\\S+ +(?:LISTEN +)?(?:\\d+/(\\S+)|-)?"));
    const auto match = row.match(line);
    Listener listener;
    if (!match.hasMatch() || !splitAddress(match.captured(2), listener)) {
        return std::nullopt;
    }
    listener.tcp = match.captured(1) == QLatin1String("tcp");
    listener.owner = match.captured(3);
    return listener;
}

QString fromHexAddress(const QString &hex)
{
    if (hex.size() != 8) {
        return hex.count(u'0') == hex.size() ? QStringLiteral("::") : hex;
    }
    // The kernel prints the address in the byte order of the machine; every node of interest is
    // little-endian.
    QStringList parts;
    for (qsizetype i = 6; i >= 0; i -= 2) {
        parts.append(QString::number(hex.mid(i, 2).toInt(nullptr, 16)));
    }
    return parts.join(u'.');
}

// /proc/net/tcp, state 0A is LISTEN: https://docs.kernel.org/networking/proc_net_tcp.html
std::optional<Listener> fromProc(const QString &line)
{
    static const QRegularExpression row(
        QStringLiteral("^ *\\d+: ([0-9A-F]{8,32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} 0A "));
    const auto match = row.match(line);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return Listener{fromHexAddress(match.captured(1)), match.captured(2).toInt(nullptr, 16), {}, true};
}

std::optional<Listener> fromLine(const QString &line)
{
    auto listener = fromSs(line);
    if (!listener) {
        listener = fromNetstat(line);
    }
    return listener ? listener : fromProc(line);
}

} // namespace

QStringList ListenersParser::probes() const
{
    return {QStringLiteral("network.listeners")};
}

void ListenersParser::parse(const Artifact &artifact, FactSink &sink) const
{
    QMap<int, QStringList> addresses;
    QMap<int, SourceRef> places;
    bool any = false;
    for (const ArtifactLine &line : linesOf(artifact)) {
        const auto listener =
            fromLine(QString::fromLatin1(line.text.first(qMin<qsizetype>(line.text.size(), 400))));
        any = any || listener;
        if (!listener || !listener->tcp) {
            continue;
        }
        const SourceRef here = sourceAt(artifact, line, line);
        const QString port = QString::number(listener->port);
        if (!addresses.contains(listener->port)) {
            places.insert(listener->port, here);
            if (!listener->owner.isEmpty()) {
                sink.add(factAt(here, QStringLiteral("network.port-owner"), listener->owner, port));
            }
        }
        addresses[listener->port].append(listener->address);
    }
    for (auto it = addresses.cbegin(); it != addresses.cend(); ++it) {
        sink.add(factAt(places.value(it.key()), QStringLiteral("network.port-listening"), it.value(),
                        QString::number(it.key())));
    }
    if (!any && !artifact.output.trimmed().isEmpty()) {
        sink.notUnderstood({artifact.node, artifact.probe, {}, 0, 0}, QStringLiteral("no table of sockets"));
    }
}

} // namespace gordian
