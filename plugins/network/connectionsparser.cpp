// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "network/connectionsparser.h"

#include "sdk/lines.h"

#include <QRegularExpression>

namespace gordian {
namespace {

QString refusedOr(const QString &words)
{
    if (words.contains(QLatin1String("No route to host"))) {
        return QStringLiteral("no-route");
    }
    if (words.contains(QLatin1String("unreachable"))) {
        return QStringLiteral("unreachable");
    }
    return QStringLiteral("refused");
}

// curl's exit codes: man 1 curl, EXIT CODES. The last word is the time until TCP was connected; 0 if it never
// was.
QString fromCurl(int code, const QString &words)
{
    const double connected = words.section(u' ', -1).toDouble();
    if (code == 0) {
        return QStringLiteral("open");
    }
    if (code == 28) {
        return connected > 0 ? QStringLiteral("silent") : QStringLiteral("timed-out");
    }
    if (code == 6 || code == 5) {
        return QStringLiteral("name-unknown");
    }
    if (code == 7) {
        return refusedOr(words);
    }
    // TLS and later: something answers there. etcd, for one, closes on a client without a certificate.
    return connected > 0 ? QStringLiteral("open") : QStringLiteral("failed");
}

QString fromOpenssl(const QString &words)
{
    if (words.contains(QLatin1String("CONNECTED"))) {
        return QStringLiteral("open");
    }
    if (words.contains(QLatin1String("timed out"))) {
        return QStringLiteral("timed-out");
    }
    return words.isEmpty() ? QString() : refusedOr(words);
}

} // namespace

QStringList ConnectionsParser::probes() const
{
    return {QStringLiteral("network.connect")};
}

void ConnectionsParser::parse(const Artifact &artifact, FactSink &sink) const
{
    static const QRegularExpression row(
        QStringLiteral("^connect ([a-z-]+) (\\S+) (?:curl=(\\d+) (.*)|openssl ?(.*))$"));
    for (const ArtifactLine &line : linesOf(artifact)) {
        const auto match =
            row.match(QString::fromUtf8(line.text.first(qMin<qsizetype>(line.text.size(), 1000))));
        if (!match.hasMatch()) {
            continue;
        }
        const QString outcome = match.capturedLength(3) > 0
            ? fromCurl(match.captured(3).toInt(), match.captured(4).trimmed())
            : fromOpenssl(match.captured(5));
        if (!outcome.isEmpty()) {
            sink.add(factAt(sourceAt(artifact, line, line), QStringLiteral("network.connection"), outcome,
                            match.captured(1) + u' ' + match.captured(2)));
        }
    }
}

} // namespace gordian
