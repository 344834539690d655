// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of the page, each a pure function of the case; a part without anything to say is empty. Any
// thread.

#include "report/html.h"
#include "report/reportcontext.h"

namespace gordian {

Html verdictSection(const ReportContext &context);
Html causesSection(const ReportContext &context);
/// The mendings' transcripts.
Html mendingsSection(const ReportContext &context);
Html dismissedSection(const ReportContext &context);
Html graphSection(const ReportContext &context);
Html cyclesSection(const ReportContext &context);
Html findingsSection(const ReportContext &context);
Html alibisSection(const ReportContext &context);
Html coverageSection(const ReportContext &context);
Html timelineSection(const ReportContext &context);
Html runsSection(const ReportContext &context);
Html versionsSection(const ReportContext &context);

// Pieces that several parts use.

/// <section id><h2>title</h2>contents</section>
Html section(const char *id, const QString &title, const Html &contents);
/// The health's shape, coloured; hidden from screen readers, which get the word beside it.
Html healthIcon(Health health);
/// Shape and word.
Html healthBadge(const ReportContext &context, Health health);
QString healthClass(Health health);
/// A figure with the place and the lines.
Html evidenceBlock(const ReportContext &context, const Evidence &evidence);
Html evidenceBlocks(const ReportContext &context, const QVector<Evidence> &evidence);
/// <details><summary>summary</summary>contents</details>
enum class Fold { Closed, Open };
Html folded(const QString &summary, const Html &contents, Fold fold = Fold::Closed);
/// A table that scrolls by itself on narrow screens.
Html table(const QString &caption, const QStringList &heads, const QVector<QVector<Html>> &rows);

} // namespace gordian
