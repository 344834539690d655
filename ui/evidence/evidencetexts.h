// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is shown of an artifact beside its text: how it ended, its parts, and its lines as Markdown for a
// ticket. Plain values and pure functions; GUI thread because of tr().

#include "core/artifact.h"
#include "evidence/evidencepage.h"
#include "report/phrases.h"

namespace gordian::ui {

/// One entry of the chooser: the whole output, a section of it, or standard error.
struct EvidencePart {
    enum class Kind { Whole, Section, Errors };
    Kind kind = Kind::Whole;
    QString name; ///< the section's; empty otherwise
    qsizetype offset = 0; ///< into Artifact::output
    qsizetype length = 0;
    friend bool operator==(const EvidencePart &, const EvidencePart &) = default;
};

QVector<EvidencePart> evidenceParts(const Artifact &artifact);
/// The part to start with: the one named, else standard error when nothing else was printed, else the whole.
int startingPart(const QVector<EvidencePart> &parts, const QString &section, const Artifact &artifact);
QString partTitle(const EvidencePart &part, const Phrases &phrases);

/// "exit 1 · 23 ms · 14:02:11 · 12 KiB"
QString evidenceStatus(const Artifact &artifact, const Phrases &phrases);
/// Why there is less than asked for: truncated, timed out, not permitted, ...; empty when there is nothing to
/// say.
QString evidenceNote(const Artifact &artifact, const Phrases &phrases);

/// The command and the lines with their numbers, in a fence that the lines cannot close.
QString evidenceMarkdown(const Artifact &artifact, const QString &node, const LineIndex &index,
                         const LineRange &range);

} // namespace gordian::ui
