// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A sheet of lines for a terminal, to which headings, sentences and evidence are added. One thread; lives as
// long as one text is written and refers to its input.

#include "cli/textlayout.h"
#include "report/phrases.h"
#include "report/report.h"

namespace gordian {

class LineSheet {
public:
    LineSheet(const ReportInput &input, const Phrases &phrases) : m_input(input), m_phrases(phrases) { }

    void add(Tone tone, int indent, const QString &text, int hang = 0);
    void addBlank() { m_lines.append(TextLine{}); }
    /// At most six lines, two of each piece: where it stands, and what it says.
    void addEvidence(const QVector<Evidence> &evidence, int indent);

    /// What waits in a circle, or seems to: what it is, and how a real one is cut.
    void addCycles();

    QString in(const LocalText &text) const { return text.in(m_phrases.language()); }
    QString nodeName(const QString &node) const;
    const QVector<TextLine> &lines() const { return m_lines; }

private:
    const ReportInput &m_input;
    const Phrases &m_phrases;
    QVector<TextLine> m_lines;
};

} // namespace gordian
