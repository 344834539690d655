// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/linesheet.h"

#include "cli/terminal.h"
#include "cli/words.h"

namespace gordian {

namespace {

constexpr int mostEvidenceLines = 6;
constexpr int mostLinesOfOne = 2;
constexpr int longestLine = 240;
constexpr int textIndent = 4;

} // namespace

void LineSheet::add(Tone tone, int indent, const QString &text, int hang)
{
    m_lines.append({tone, indent, Terminal::harmless(text), hang});
}

QString LineSheet::nodeName(const QString &node) const
{
    const NodeRecord *record = m_input.investigated.node(node);
    return record && !record->node.name.isEmpty() ? record->node.name : node;
}

void LineSheet::addCycles()
{
    for (const CycleExplanation &cycle : m_input.diagnosis.cycles) {
        addBlank();
        add(Tone::Heading, 0, in(cycle.title));
        add(Tone::Plain, textIndent, m_phrases.cycleKind(cycle.kind));
        add(Tone::Plain, textIndent, in(cycle.text));
        if (!cycle.cut.isEmpty()) {
            add(Tone::Plain, textIndent, Words::tr("How to cut it: %1").arg(in(cycle.cut)));
        }
    }
}

void LineSheet::addEvidence(const QVector<Evidence> &evidence, int indent)
{
    int shown = 0;
    for (const Evidence &piece : evidence) {
        QString place = nodeName(piece.source.node) + QLatin1Char(' ') + piece.source.probe;
        if (piece.source.firstLine > 0) {
            place += QLatin1Char(':') + QString::number(piece.source.firstLine);
        }
        for (const QString &line : piece.lines.mid(0, mostLinesOfOne)) {
            if (shown++ == mostEvidenceLines) {
                return;
            }
            add(Tone::Evidence, indent,
                QStringLiteral("%1 | %2").arg(place, line.left(longestLine).trimmed()), 2);
        }
    }
}

} // namespace gordian
