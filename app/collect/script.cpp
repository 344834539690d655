// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/script.h"

#include "collect/forbidden.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

// At global scope, as the macro demands: the texts live in a static library.
static void initScriptTexts()
{
    Q_INIT_RESOURCE(collect_script);
}

namespace gordian {

namespace {

QByteArray scriptText(const QString &name)
{
    initScriptTexts();
    QFile file(QStringLiteral(":/gordian/collect/") + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArray();
}

// Comments and indentation are for readers of the source. bash reads a script from a pipe byte by byte.
QByteArray slim(const QByteArray &text)
{
    QByteArray out;
    out.reserve(text.size());
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray bare = line.trimmed();
        if (!bare.isEmpty() && !bare.startsWith('#')) {
            out += bare + '\n';
        }
    }
    return out;
}

QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\0', QByteArray());
    bytes.replace("'", "'\\''");
    return "'" + bytes + "'";
}

QByteArray plainWord(const QString &text)
{
    QByteArray word;
    for (const QChar c : text) {
        const char latin = c.toLatin1();
        const bool plain = (latin >= 'a' && latin <= 'z') || (latin >= 'A' && latin <= 'Z')
            || (latin >= '0' && latin <= '9') || latin == '.' || latin == '-' || latin == '_';
        word += plain ? latin : '_';
    }
    return word;
}

// What one lane may hold back on the node, and what is lost with it when a probe in it is not what it seemed.
constexpr qint64 MostOfALane = 256 * 1024;

bool isQuick(const Probe &probe, const ScriptLimits &limits)
{
    return probe.seconds <= limits.laneSeconds && probe.keep == Keep::Head && probe.bytes <= MostOfALane;
}

// The lanes first: they are over before the slow ones are, and half of the places is left to those.
QByteArray jobs(const QVector<Probe> &probes, const ScriptLimits &limits)
{
    QByteArray words;
    QVector<bool> inLane(probes.size(), false);
    for (const QVector<qsizetype> &lane : lanesOf(probes, limits)) {
        char separator = ' ';
        for (const qsizetype index : lane) {
            words += separator + QByteArray::number(index + 1);
            separator = ',';
            inLane[index] = true;
        }
    }
    for (qsizetype i = 0; i < probes.size(); ++i) {
        words += inLane[i] ? QByteArray() : ' ' + QByteArray::number(i + 1);
    }
    return words;
}

} // namespace

QByteArray freshNonce()
{
    QByteArray bits(16, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bits.data()), bits.size() / 4);
    return bits.toHex();
}

QByteArray sectionMark(const QByteArray &nonce, const QString &probe)
{
    return QCryptographicHash::hash(nonce + '/' + probe.toUtf8(), QCryptographicHash::Sha256)
        .toHex()
        .left(32);
}

QVector<qint64> fairCaps(const QVector<Probe> &probes, qint64 totalBytes)
{
    QVector<qint64> sizes;
    for (const Probe &probe : probes) {
        sizes.append(std::max<qint64>(probe.bytes, 1));
    }
    QVector<qint64> sorted = sizes;
    std::sort(sorted.begin(), sorted.end());
    qint64 left = totalBytes;
    qint64 share = sorted.isEmpty() ? 0 : sorted.last();
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        const qint64 even = left / (sorted.size() - i);
        if (sorted[i] > even) {
            share = std::max<qint64>(even, 1);
            break;
        }
        left -= sorted[i];
    }
    for (qint64 &size : sizes) {
        size = std::min(size, share);
    }
    return sizes;
}

QVector<QVector<qsizetype>> lanesOf(const QVector<Probe> &probes, const ScriptLimits &limits)
{
    QVector<qsizetype> quick;
    for (qsizetype i = 0; i < probes.size(); ++i) {
        if (isQuick(probes[i], limits)) {
            quick.append(i);
        }
    }
    // Dealt like cards: neighbours often wait for the same thing. A lane of one would be no lane.
    const qsizetype count = std::min<qsizetype>(std::max(limits.parallel / 2, 1), quick.size() / 2);
    QVector<QVector<qsizetype>> lanes(count);
    for (qsizetype i = 0; count > 0 && i < quick.size(); ++i) {
        lanes[i % count].append(quick[i]);
    }
    return lanes;
}

QVector<QVector<Probe>> wavesOf(const QVector<Probe> &probes)
{
    QVector<QVector<Probe>> waves(2);
    for (const Probe &probe : probes) {
        waves[probe.wave == 1 ? 0 : 1].append(probe);
    }
    return waves;
}

QByteArray scriptPrologue(const QByteArray &nonce)
{
    QByteArray text = scriptText(QStringLiteral("prologue.sh")) + scriptText(QStringLiteral("engine.sh"));
    text.replace("@FORBIDDEN@", forbiddenCase());
    return "gn_n=" + nonce + '\n' + slim(text);
}

QByteArray scriptWave(const QByteArray &nonce, const QVector<Probe> &probes, const ScriptLimits &limits)
{
    const QVector<qint64> caps = fairCaps(probes, limits.totalBytes);
    QByteArray text;
    for (qsizetype i = 0; i < probes.size(); ++i) {
        const Probe &probe = probes[i];
        text += "gn_q" + QByteArray::number(i + 1) + "() {\n" + "gn_id=" + plainWord(probe.id) + " gn_sec="
            + QByteArray::number(std::max(probe.seconds, 1))
            // One byte more than the cap tells "exactly as much" from "more".
            + " gn_cap=" + QByteArray::number(caps[i] + 1)
            + (probe.keep == Keep::Tail ? " gn_end=tail" : " gn_end=head")
            + (probe.rights == Rights::Root ? " gn_root=1" : " gn_root=0") + " gn_s="
            + sectionMark(nonce, probe.id) + '\n' + "gn_any=" + quoted(probe.anyOf.join(QLatin1Char(' ')))
            + '\n' + "gn_run=" + quoted(probe.run) + "\n}\n";
    }
    return text + "gn_wave " + QByteArray::number(std::max(limits.parallel, 1)) + ' '
        + QByteArray::number(std::max(limits.totalSeconds, 1)) + jobs(probes, limits) + '\n';
}

QByteArray scriptEpilogue()
{
    return QByteArrayLiteral("exit 0\n");
}

} // namespace gordian
