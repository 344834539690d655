// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Makes an Artifact of what the frames say about a probe. Pure functions, any thread.

#include "collect/framereader.h"
#include "core/artifact.h"
#include "core/probe.h"

namespace gordian {

/// What was asked, as far as reading the answer needs it.
struct Question {
    Probe probe;
    QByteArray mark; ///< sectionMark() of it
    qint64 cap = 0; ///< what it really got, see fairCaps()
};

/// An output without its section marks.
struct Parts {
    QByteArray output;
    QVector<Section> sections;
    bool notApplicable = false;
    QString note;
};

Parts takeApart(const QByteArray &raw, const QByteArray &mark, bool cutBefore, bool cutAfter);

Artifact answered(const QString &node, const Question &question, const Frame &status, const Frame &output);
Artifact notCollected(const QString &node, const Probe &probe, const QString &note);

} // namespace gordian
