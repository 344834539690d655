// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/framereader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gordian {

namespace {

constexpr qsizetype longestHeader = 300;
constexpr qsizetype keptForeign = 4096;

struct KindOfFrame {
    const char *letter;
    Frame::Kind kind;
    int fewestWords;
    int mostWords;
    bool hasBody;
};

constexpr std::array Kinds{
    KindOfFrame{"H", Frame::Kind::Hello, 2, 2, true},     KindOfFrame{"D", Frame::Kind::Output, 3, 3, true},
    KindOfFrame{"S", Frame::Kind::Status, 6, 7, true},    KindOfFrame{"F", Frame::Kind::Errors, 3, 3, true},
    KindOfFrame{"L", Frame::Kind::LaneDone, 2, 2, false}, KindOfFrame{"B", Frame::Kind::Beat, 1, 1, false},
    KindOfFrame{"W", Frame::Kind::WaveDone, 2, 2, false},
};

int numberOr(const QByteArray &text, int otherwise)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok ? number : otherwise;
}

} // namespace

FrameReader::FrameReader(QByteArray nonce) : m_nonce(std::move(nonce))
{
}

QVector<Frame> FrameReader::feed(const QByteArray &bytes)
{
    QVector<Frame> done;
    m_buffer += bytes;
    while (step(done)) { }
    return done;
}

QByteArray FrameReader::foreign() const
{
    return m_inBody ? m_foreign : (m_foreign + m_buffer).left(keptForeign);
}

// One step: up to the next mark and over it. False: more bytes are needed.
bool FrameReader::step(QVector<Frame> &done)
{
    const qsizetype at = m_buffer.indexOf(m_nonce);
    if (at < 0) {
        // The end of the buffer may be the beginning of a mark.
        passOver(std::max<qsizetype>(0, m_buffer.size() - m_nonce.size() + 1));
        return false;
    }
    passOver(at);
    const qsizetype end = m_buffer.indexOf('\n');
    if (end < 0 && m_buffer.size() < longestHeader) {
        return false;
    }
    const bool understood = end >= 0 && end < longestHeader
        && header(m_buffer.mid(m_nonce.size(), end - m_nonce.size()).trimmed(), done);
    if (understood) {
        m_buffer.remove(0, end + 1);
    } else {
        passOver(m_nonce.size());
    }
    return true;
}

// Bytes that are no mark: the open frame's, or nobody's.
void FrameReader::passOver(qsizetype bytes)
{
    QByteArray &target = m_inBody ? m_open.body : m_foreign;
    const qint64 room = (m_inBody ? m_limit : keptForeign) - target.size();
    if (m_inBody && bytes > room) {
        m_open.torn = true;
    }
    target.append(m_buffer.constData(), std::clamp<qint64>(room, 0, bytes));
    m_buffer.remove(0, bytes);
}

bool FrameReader::header(const QByteArray &line, QVector<Frame> &done)
{
    const QList<QByteArray> words = line.split(' ');
    const QByteArray &kind = words.first();
    if (kind == "E") {
        finish(done, false);
        return true;
    }
    const auto found = std::find_if(Kinds.begin(), Kinds.end(), [&](const KindOfFrame &one) {
        return kind == one.letter && words.size() >= one.fewestWords && words.size() <= one.mostWords;
    });
    if (found == Kinds.end()) {
        return false;
    }
    // A new frame inside another one: whoever wrote that one is gone.
    finish(done, true);
    Frame frame;
    frame.wave = words.size() > 1 ? numberOr(words[1], 0) : 0;
    frame.probe = words.size() > 2 ? QString::fromLatin1(words[2]) : QString();
    frame.kind = found->kind;
    if (frame.kind == Frame::Kind::Status) {
        frame.state = words[3];
        frame.exitCode = numberOr(words[4], -1);
        frame.milliseconds = numberOr(words[5], 0);
        frame.errorsFollow = words.size() > 6;
    }
    if (found->hasBody) {
        m_open = frame;
        m_inBody = true;
    } else {
        done.append(frame);
    }
    return true;
}

void FrameReader::finish(QVector<Frame> &done, bool torn)
{
    if (!m_inBody) {
        return;
    }
    m_open.torn = m_open.torn || torn;
    done.append(std::exchange(m_open, {}));
    m_inBody = false;
}

} // namespace gordian
