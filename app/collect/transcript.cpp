// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/transcript.h"

#include "collect/framereader.h"
#include "collect/hello.h"
#include "collect/script.h"
#include "collect/waverun.h"
#include "core/utc.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace gordian {

namespace {

constexpr qsizetype kSniffedBytes = 64 * 1024;

// Nobody asks again what a lane has lost.
ScriptLimits limits()
{
    ScriptLimits alone;
    alone.laneSeconds = 0;
    return alone;
}

QByteArray introduction(const QByteArray &nonce)
{
    return "#!/bin/sh\n"
           "# Gordian " GORDIAN_VERSION
           ": collects what tells why Kubernetes does not come up on this node.\n"
           "#\n"
           "# Run it as root on the node, and bring back the file that it fills:\n"
           "#\n"
           "#     sudo sh gordian-collect.sh > gordian-$(hostname).txt\n"
           "#\n"
           "# Gordian opens that file like any case. It takes a minute at most, only reads, and leaves "
           "nothing behind.\n"
           "# Keys, tokens and the contents of Secrets are not read. Without root it collects what it may.\n"
           "if [ -t 1 ]; then\n"
           "    echo 'Its output belongs into a file: sudo sh gordian-collect.sh > gordian-node.txt' >&2\n"
           "    exit 1\n"
           "fi\n"
           "exec </dev/null\n"
           "echo 'gordian-transcript 1 "
        + nonce + "'\n";
}

/// PowerShell writes UTF-16 where one says >, mails and editors change line ends.
QByteArray asPrinted(const QByteArray &text)
{
    QByteArray plain = text;
    if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        plain = QString(decoder.decode(text)).toUtf8();
    }
    const qsizetype firstEnd = plain.indexOf('\n');
    if (firstEnd > 0 && plain.at(firstEnd - 1) == '\r') {
        plain.replace("\r\n", "\n");
    }
    return plain;
}

struct Opening {
    QByteArray nonce;
    qsizetype end = 0; ///< where the frames begin
};

std::optional<Opening> openingOf(const QByteArray &printed)
{
    static const QRegularExpression mark(QStringLiteral("^gordian-transcript 1 ([0-9a-f]{32})$"),
                                         QRegularExpression::MultilineOption);
    const QString start = QString::fromLatin1(printed.left(kSniffedBytes));
    const auto found = mark.match(start);
    return found.hasMatch() ? std::optional(Opening{found.captured(1).toLatin1(), found.capturedEnd()})
                            : std::nullopt;
}

NodeRecord recordOf(const Hello &hello)
{
    NodeRecord record;
    record.node.name = hello.host.isEmpty() ? QStringLiteral("node") : hello.host;
    record.node.id = record.node.name;
    record.node.via = Via::Offline;
    record.node.origin = NodeOrigin::Recorded;
    record.state = ConnectState::Closed;
    record.account = hello.user;
    record.privilege = privilegeOf(hello, false);
    return record;
}

/// Takes the frames of one transcript and gives the artifacts, wave by wave.
class Transcript {
public:
    Transcript(const QByteArray &nonce, const QVector<Probe> &probes)
        : m_nonce(nonce),
          m_waves(wavesOf(probes))
    {
    }

    Result<TranscribedNode> read(const QByteArray &frames);

private:
    void greet(const Hello &hello);
    void begin(int wave);
    void take(const Frame &frame);
    void end(const QString &note); ///< and begins the next one, if there is one
    void keep(Artifact artifact);

    const QByteArray m_nonce;
    const QVector<QVector<Probe>> m_waves;
    std::optional<WaveRun> m_wave;
    QDateTime m_at;
    bool m_greeted = false;
    TranscribedNode m_node;
};

void Transcript::greet(const Hello &hello)
{
    m_greeted = true;
    m_node.record = recordOf(hello);
    m_at =
        hello.clockMs ? QDateTime::fromMSecsSinceEpoch(*hello.clockMs, Utc) : QDateTime::currentDateTimeUtc();
    begin(1);
}

void Transcript::begin(int wave)
{
    m_wave.emplace(m_node.record.node.id, wave, wave, m_nonce, m_waves.at(wave - 1), limits());
}

// Nobody but the node's own clock knows when.
void Transcript::keep(Artifact artifact)
{
    artifact.collectedAt = m_at;
    m_node.artifacts.append(artifact);
}

void Transcript::end(const QString &note)
{
    for (const Artifact &left : m_wave->giveUp(note)) {
        keep(left);
    }
    m_node.runs.append(
        {m_at, m_node.record.node.id,
         QStringLiteral("transcript wave %1: %2 probes").arg(m_wave->number()).arg(m_wave->size()),
         note.isEmpty() ? QStringLiteral("ok") : note});
    const int next = m_wave->number() + 1;
    m_wave.reset();
    if (next <= m_waves.size()) {
        begin(next);
    }
}

void Transcript::take(const Frame &frame)
{
    if (frame.kind == Frame::Kind::Hello && !m_greeted) {
        greet(readHello(frame.body));
    }
    if (!m_greeted || !m_wave) {
        return;
    }
    if (frame.kind == Frame::Kind::WaveDone && frame.wave == m_wave->number()) {
        end(m_wave->complete() ? QString() : QStringLiteral("no-answer"));
        return;
    }
    if (auto made = m_wave->take(frame)) {
        keep(std::move(*made));
    }
}

Result<TranscribedNode> Transcript::read(const QByteArray &frames)
{
    FrameReader reader(m_nonce);
    reader.setBodyLimit(limits().totalBytes);
    const auto found = reader.feed(frames);
    for (const Frame &frame : found) {
        take(frame);
    }
    if (!m_greeted) {
        return failure(ErrorCode::Malformed, QStringLiteral("transcript-without-hello"));
    }
    while (m_wave) {
        end(QStringLiteral("transcript-ends"));
    }
    return m_node;
}

} // namespace

QByteArray transcriptScript(const QVector<Probe> &probes)
{
    const QByteArray nonce = freshNonce();
    QByteArray script = introduction(nonce) + scriptPrologue(nonce);
    for (const QVector<Probe> &wave : wavesOf(probes)) {
        script += scriptWave(nonce, wave, limits());
    }
    return script + scriptEpilogue();
}

bool isTranscript(const QByteArray &text)
{
    return openingOf(asPrinted(text.left(kSniffedBytes))).has_value();
}

Result<TranscribedNode> readTranscript(const QByteArray &text, const QVector<Probe> &probes)
{
    const QByteArray printed = asPrinted(text);
    const auto opening = openingOf(printed);
    if (!opening) {
        return failure(ErrorCode::NotAGordianFile);
    }
    return Transcript(opening->nonce, probes).read(printed.sliced(opening->end));
}

} // namespace gordian
