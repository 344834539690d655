// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The verdict for a ticket.

#include "findings/verdict.h"

#include "shared/visibletext.h"

#include <QCoreApplication>

namespace gordian::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(VerdictMarkdown)
};

QString escaped(const QString &hostile)
{
    QString text;
    const QString visible = visibleText(hostile);
    for (const QChar character : visible) {
        if (QStringLiteral("\\`*_[]<>#|").contains(character)) {
            text += u'\\';
        }
        text += character;
    }
    return text;
}

// Indented rather than fenced: no line from a node can end the block.
void appendEvidence(QString &out, const Evidence &evidence, const FindingsNames &names)
{
    const QString lines =
        evidence.source.firstLine > 0 ? Texts::tr(", line %1").arg(evidence.source.firstLine) : QString();
    out += QStringLiteral("- %1: `%2`%3\n\n")
               .arg(escaped(names.node(evidence.source.node)),
                    visibleText(evidence.command).simplified().replace(u'`', u'\''), lines);
    for (const QString &line : evidence.lines) {
        out += QStringLiteral("      ") + visibleText(line) + u'\n';
    }
    out += u'\n';
}

void appendCause(QString &out, const CauseVerdict &cause, const FindingsNames &names, const QString &language)
{
    out += QStringLiteral("### ") + escaped(cause.title.in(language)) + QStringLiteral("\n\n")
        + escaped(cause.sentence.in(language)) + QStringLiteral("\n\n");
    if (!cause.why.isEmpty()) {
        out += escaped(cause.why.in(language)) + QStringLiteral("\n\n");
    }
    for (const Evidence &evidence : cause.proof.isEmpty() ? cause.supports : cause.proof) {
        appendEvidence(out, evidence, names);
    }
    int number = 0;
    for (const RemedyStep &step : cause.steps) {
        out += QStringLiteral("%1. %2\n").arg(++number).arg(escaped(step.text.in(language)));
        if (!step.command.isEmpty()) {
            out += QStringLiteral("\n       ") + visibleText(step.command) + QStringLiteral("\n\n");
        }
    }
    out += u'\n';
}

} // namespace

QString verdictMarkdown(const Diagnosis &diagnosis, const FindingsNames &names, const Phrases &phrases)
{
    const QString language = phrases.language();
    const VerdictText verdict = verdictText(diagnosis, names, phrases);
    QString out = QStringLiteral("## ") + escaped(verdict.headline) + QStringLiteral("\n\n*")
        + escaped(verdict.kicker) + QStringLiteral("* — ") + escaped(verdict.detail) + QStringLiteral("\n\n");
    if (!verdict.advice.isEmpty()) {
        out += escaped(verdict.advice) + QStringLiteral("\n\n");
    }
    for (const CauseVerdict &cause : diagnosis.causes) {
        appendCause(out, cause, names, language);
    }
    for (const CycleExplanation &cycle : diagnosis.cycles) {
        out += QStringLiteral("### ") + escaped(cycle.title.in(language)) + QStringLiteral("\n\n")
            + escaped(cycle.text.in(language)) + QStringLiteral("\n\n");
        if (!cycle.cut.isEmpty()) {
            out +=
                Texts::tr("How to cut it: %1").arg(escaped(cycle.cut.in(language))) + QStringLiteral("\n\n");
        }
    }
    if (!diagnosis.alibis.isEmpty()) {
        out += Texts::tr("Ruled out:") + QStringLiteral("\n\n");
        for (const Alibi &alibi : diagnosis.alibis) {
            out += QStringLiteral("- ") + escaped(alibi.text.in(language)) + u'\n';
        }
        out += u'\n';
    }
    return out + escaped(coverageText(diagnosis.coverage)) + u'\n';
}

} // namespace gordian::ui
