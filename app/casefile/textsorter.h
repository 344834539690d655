// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sorts the lines of pasted text by the probe that would have printed them. Keeps blocks of YAML, TOML, JSON
// and INI together. Make one a paste; any thread.

#include "core/probe.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QVector>

namespace gordian {

class TextSorter {
public:
    /// What one probe would have printed. Lines run on; each block of a structured syntax is a piece of its
    /// own.
    struct Pile {
        QString probe;
        QVector<QByteArray> pieces;
    };

    explicit TextSorter(const QVector<Probe> &probes);

    void add(const QByteArray &text);
    /// In the order of the probes; the last one, "pasted.text", holds what none of them recognised.
    QVector<Pile> piles() const;

private:
    struct Recogniser {
        QString probe;
        QRegularExpression pattern;
        bool structured = false;
        QVector<QByteArray> pieces;
    };
    struct Line {
        QByteArray bytes;
        int owner = -1; ///< index of a recogniser; -1: nobody's
    };

    void joinPatterns();
    int recognise(const QByteArray &line);
    bool isStructured(int owner) const { return owner >= 0 && m_recognisers.at(owner).structured; }
    int ownerOfWhole(const QVector<Line> &lines) const;
    void spreadBlocks(QVector<Line> &lines) const;
    void attachNeighbours(QVector<Line> &lines) const;
    void pile(const QVector<Line> &lines);

    QVector<Recogniser> m_recognisers;
    QRegularExpression m_any; ///< all patterns at once: most lines of prose match none
    QVector<QByteArray> m_rest;
    int m_last = -1; ///< logs come in runs: who owned the line before is asked first
};

} // namespace gordian
