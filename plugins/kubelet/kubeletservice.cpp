// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "kubelet/kubeletreaders.h"

#include "core/utc.h"
#include "sdk/parts.h"
#include "sdk/units.h"
#include "sdk/unitstatus.h"

#include <QLocale>
#include <QRegularExpression>

namespace gordian {

void readKubeletUnit(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        const QVector<UnitState> units = unitStates(part);
        for (const UnitState &unit : units) {
            addUnitFacts(facts, QStringLiteral("kubelet"), unit);
        }
        if (units.isEmpty()) {
            facts.notUnderstood(QStringLiteral("no unit in the output of systemctl"));
        }
    }
}

/// A node that is asked says the same by `systemctl show`, which is exact; only pasted text needs this.
void readKubeletStatus(const Artifact &artifact, FactSink &sink)
{
    if (artifact.note != QLatin1String("pasted")) {
        return;
    }
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        const QVector<UnitState> units = unitStatuses(part);
        for (const UnitState &unit : units) {
            addUnitFacts(facts, QStringLiteral("kubelet"), unit);
        }
    }
}

void readKubeletFlags(const Artifact &artifact, FactSink &sink)
{
    static const QRegularExpression flag(QStringLiteral("--[A-Za-z0-9-]+(?:=[^\\s\"']*)?"));
    static const QLatin1String endpoint("--container-runtime-endpoint=");
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        int number = 0;
        for (const QByteArray &line : linesOf(part)) {
            ++number;
            if (line.trimmed().startsWith('#')) {
                continue;
            }
            QStringList flags;
            for (auto it = flag.globalMatch(QString::fromUtf8(line)); it.hasNext();) {
                flags.append(it.next().captured());
            }
            if (flags.isEmpty()) {
                continue;
            }
            facts.add(QStringLiteral("kubelet.flags"), flags, number, part.name);
            for (const QString &one : std::as_const(flags)) {
                if (one.startsWith(endpoint)) {
                    facts.add(QStringLiteral("kubelet.runtime-endpoint"), one.mid(endpoint.size()), number);
                }
            }
        }
    }
}

void readKubeletProcesses(const Artifact &artifact, FactSink &sink)
{
    qint64 count = 0;
    for (const Part &part : partsOf(artifact)) {
        if (part.name.isEmpty()) {
            continue;
        }
        ++count;
        QStringList flags;
        for (const QByteArray &line : linesOf(part)) {
            if (line.startsWith("--")) {
                flags.append(QString::fromUtf8(line));
            }
        }
        PartFacts(artifact, part, sink).add(QStringLiteral("kubelet.process-flags"), flags, 0, part.name);
    }
    sink.add(
        {QStringLiteral("kubelet.process-count"), {}, count, {artifact.node, artifact.probe, {}, 0, 0}, {}});
}

// An excerpt that somebody pasted holds the lines that matter to them; how long ago they were written tells
// nothing.
void readKubeletJournal(const Artifact &artifact, FactSink &sink)
{
    sink.add({QStringLiteral("kubelet.excerpt"),
              {},
              artifact.note == QLatin1String("pasted"),
              {artifact.node, artifact.probe, {}, 0, 0},
              {}});
}

void readKubeletClientCertificate(const Artifact &artifact, FactSink &sink)
{
    QDateTime now;
    QDateTime end;
    SourceRef source;
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        int number = 0;
        for (const QByteArray &line : linesOf(part)) {
            ++number;
            const QString text = QString::fromUtf8(line);
            if (part.name == QLatin1String("clock")) {
                now = QDateTime::fromString(text.trimmed(), Qt::ISODate);
            } else if (text.startsWith(QLatin1String("missing "))) {
                facts.add(QStringLiteral("kubelet.client-certificate-missing"), text.mid(8), number);
            } else if (text == QLatin1String("present /etc/kubernetes/bootstrap-kubelet.conf")) {
                facts.add(QStringLiteral("kubelet.bootstrap-present"), true, number);
            } else if (text.startsWith(QLatin1String("notAfter="))) {
                // openssl prints "Nov 23 14:12:57 2027 GMT", in English whatever the locale.
                const QString written = text.mid(9).simplified().remove(QStringLiteral(" GMT"));
                const QDateTime read =
                    QLocale::c().toDateTime(written, QStringLiteral("MMM d HH:mm:ss yyyy"));
                end = QDateTime(read.date(), read.time(), Utc);
                source = facts.source(number);
            }
        }
    }
    if (end.isValid()) {
        sink.add({QStringLiteral("kubelet.client-certificate-end"),
                  {},
                  end.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")),
                  source,
                  {}});
        if (now.isValid()) {
            sink.add({QStringLiteral("kubelet.client-certificate-expired"), {}, end < now, source, {}});
        }
    }
}

} // namespace gordian
