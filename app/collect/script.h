// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Turns probes into the one POSIX-sh script that runs on a node, and says how its frames look. A pure
// function: what `gordianctl probes` prints is what runs. Any thread.
//
// The text itself is app/collect/script/*.sh. A frame is a line `NONCE KIND ...`, for some kinds followed by
// bytes and ended by `NONCE E ...`; framereader.h takes them apart.

#include "core/probe.h"

#include <QByteArray>
#include <QVector>

namespace gordian {

struct ScriptLimits {
    int parallel = 8; ///< probes at once on the node
    int totalSeconds = 60; ///< the whole wave
    qint64 totalBytes = 48 * 1024 * 1024; ///< the whole wave
    /// Probes with no longer limit may share a guard on the node (a lane): it costs more than they do. 0:
    /// each has its own.
    int laneSeconds = 5;
};

/// 128 fresh random bits as hex: marks frames so that no output can forge one.
QByteArray freshNonce();

/// All of them by their wave, the first one first: what is asked where nobody plans.
QVector<QVector<Probe>> wavesOf(const QVector<Probe> &probes);

/// What is sent first: defines the helpers, says hello (uid, user, host name, node's clock). Sent once a
/// shell.
QByteArray scriptPrologue(const QByteArray &nonce);
/// Which probes of a wave run one after another under one guard, as indexes; the others run alone.
QVector<QVector<qsizetype>> lanesOf(const QVector<Probe> &probes, const ScriptLimits &limits);

/// One wave; may be sent several times to the same shell, each with other probes. The shell counts them
/// from 1.
QByteArray scriptWave(const QByteArray &nonce, const QVector<Probe> &probes, const ScriptLimits &limits);
/// Ends the shell.
QByteArray scriptEpilogue();

/// What starts a part of this probe's output. Different from the nonce, so that a probe that gives its own
/// mark away gives nothing else away.
QByteArray sectionMark(const QByteArray &nonce, const QString &probe);

/// The caps that the probes of a wave really get, in their order: where they add up to more than
/// `totalBytes`, the largest are cut down to the same size until they fit.
QVector<qint64> fairCaps(const QVector<Probe> &probes, qint64 totalBytes);

} // namespace gordian
