// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Takes the frames out of what a node's shell prints, however it is cut into pieces. Everything else (a
// message of the day, a forced command's chatter) is set aside. Hostile-safe: memory is bounded by the body
// limit. A plain value, owned by one NodeCollector.

#include <QByteArray>
#include <QString>
#include <QVector>

namespace gordian {

struct Frame {
    enum class Kind {
        Hello, ///< body: key=value lines
        Output, ///< body: what the probe printed
        Status, ///< body: its standard error, unless that comes later
        Errors, ///< body: standard error of a probe that ran in a lane
        LaneDone, ///< what it left open is torn
        Beat, ///< the node is alive
        WaveDone,
    };
    Kind kind = Kind::Beat;
    int wave = 0;
    QString probe; ///< Output, Status, Errors
    QByteArray state; ///< Status: "ran", "late", "missing", "denied"
    int exitCode = -1; ///< Status; -1: there is none
    qint64 milliseconds = 0; ///< Status
    bool errorsFollow = false; ///< Status
    QByteArray body;
    bool torn = false; ///< it was not ended properly, or was longer than the limit
};

class FrameReader {
public:
    explicit FrameReader(QByteArray nonce);

    /// A body that grows beyond it is cut there. The script itself keeps to the caps of the probes.
    void setBodyLimit(qint64 bytes) { m_limit = bytes; }
    QVector<Frame> feed(const QByteArray &bytes);

    /// The first 4 KiB of what was no frame.
    QByteArray foreign() const;
    /// Bytes held back at the moment.
    qint64 held() const { return m_buffer.size() + m_open.body.size(); }

private:
    bool step(QVector<Frame> &done);
    void passOver(qsizetype bytes);
    bool header(const QByteArray &line, QVector<Frame> &done);
    void finish(QVector<Frame> &done, bool torn);

    QByteArray m_nonce;
    QByteArray m_buffer;
    QByteArray m_foreign;
    Frame m_open; ///< valid while m_inBody
    bool m_inBody = false;
    qint64 m_limit = 64 * 1024 * 1024;
};

} // namespace gordian
