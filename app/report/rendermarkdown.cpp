// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/report.h"

#include "report/mendingtranscript.h"
#include "report/reportcontext.h"
#include "report/visibletext.h"

#include <algorithm>

namespace gordian {

namespace {

constexpr int MostEvidence = 3;
constexpr qsizetype LongestLine = 300;

/// Text that is to be read as text: what Markdown (CommonMark) would take for markup is escaped.
QString plain(const QString &hostile)
{
    static const QString special = QStringLiteral("\\`*_{}[]<>#|~!&@");
    QString escaped;
    const QString visible = visibleLine(hostile, LongestLine);
    for (const QChar character : visible) {
        if (special.contains(character)) {
            escaped += QLatin1Char('\\');
        }
        escaped += character;
    }
    return escaped;
}

/// A block whose fence is longer than any run of backticks inside.
QString fenced(const QStringList &lines)
{
    QString body;
    for (const QString &line : lines) {
        body += visibleText(line, LongestLine) + QLatin1Char('\n');
    }
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar character : std::as_const(body)) {
        run = character == QLatin1Char('`') ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(std::max<qsizetype>(3, longest + 1), QLatin1Char('`'));
    return fence + QLatin1Char('\n') + body + fence + QLatin1String("\n\n");
}

QString evidence(const ReportContext &context, const QVector<Evidence> &pieces)
{
    QString text;
    for (qsizetype i = 0; i < std::min<qsizetype>(MostEvidence, pieces.size()); ++i) {
        text += plain(context.evidencePlace(pieces.at(i)).join(QStringLiteral(" · ")))
            + QLatin1String(":\n\n") + fenced(pieces.at(i).lines);
    }
    return text;
}

/// What clears with a cause, as a list; empty if nothing does.
QString cleared(const ReportContext &context, const CauseVerdict &verdict)
{
    QString text;
    for (const QString &reference : verdict.explains) {
        if (const Finding *finding = context.finding(reference)) {
            text += QStringLiteral("- %1: %2\n")
                        .arg(plain(context.nodeName(finding->node)), plain(context.in(finding->says)));
        }
    }
    for (const QString &reference : verdict.silences) {
        text += QStringLiteral("- %1\n").arg(plain(context.logTitle(reference)));
    }
    return text.isEmpty()
        ? text
        : QStringLiteral("**%1**\n\n%2\n")
              .arg(context.say(QT_TRANSLATE_NOOP("report", "What follows from it, and should clear with it")),
                   text);
}

QString cause(const ReportContext &context, const CauseVerdict &verdict)
{
    QString text =
        QStringLiteral("## %1: %2\n\n")
            .arg(context.phrases.confidence(verdict.confidence), plain(context.in(verdict.sentence)));
    text += plain(context.in(verdict.why)) + QLatin1String("\n\n");
    text += evidence(context, verdict.proof.isEmpty() ? verdict.supports : verdict.proof);
    if (!verdict.steps.isEmpty()) {
        text += QStringLiteral("**%1**\n\n").arg(context.say(QT_TRANSLATE_NOOP("report", "What to do")));
    }
    int number = 0;
    for (const RemedyStep &step : verdict.steps) {
        text += QStringLiteral("%1. ").arg(++number) + plain(context.in(step.text)) + QLatin1String("\n\n");
        text += step.command.isEmpty() ? QString() : fenced({step.command});
    }
    text += cleared(context, verdict);
    return text;
}

QString cycles(const ReportContext &context)
{
    QString text;
    for (const CycleExplanation &cycle : context.diagnosis().cycles) {
        text += QStringLiteral("## %1\n\n*%2*\n\n%3\n\n")
                    .arg(plain(context.in(cycle.title)), plain(context.phrases.cycleKind(cycle.kind)),
                         plain(context.in(cycle.text)));
        if (!cycle.cut.isEmpty()) {
            text += QStringLiteral("**%1** ").arg(context.say(QT_TRANSLATE_NOOP("report", "How to cut it")))
                + plain(context.in(cycle.cut)) + QLatin1String("\n\n");
        }
    }
    return text;
}

QString symptoms(const ReportContext &context)
{
    QString text;
    for (const Finding &finding : context.diagnosis().findings) {
        if (finding.health == Health::Failed || finding.health == Health::Degraded) {
            text +=
                QStringLiteral("- **%1** %2, %3: %4\n")
                    .arg(context.phrases.health(finding.health), plain(context.nodeName(finding.node)),
                         plain(context.componentName(finding.component)), plain(context.in(finding.says)));
        }
    }
    return text.isEmpty()
        ? text
        : QStringLiteral("## %1\n\n").arg(context.say(QT_TRANSLATE_NOOP("report", "Findings"))) + text
            + QLatin1Char('\n');
}

QString list(const QString &title, const QStringList &items)
{
    QString text = QStringLiteral("## %1\n\n").arg(title);
    for (const QString &item : items) {
        text += QLatin1String("- ") + plain(item) + QLatin1Char('\n');
    }
    return items.isEmpty() ? QString() : text + QLatin1Char('\n');
}

QString items(const QString &title, const QStringList &all)
{
    QString text = QStringLiteral("**%1**\n\n").arg(plain(title));
    for (const QString &item : all) {
        text += QLatin1String("- ") + plain(item) + QLatin1Char('\n');
    }
    return all.isEmpty() ? QString() : text + QLatin1Char('\n');
}

QString step(const ReportContext &context, const TranscriptStep &step)
{
    QString text = plain(step.title) + QLatin1String("\n\n");
    text += step.when.isEmpty() ? QString() : plain(step.when) + QLatin1String("\n\n");
    text += step.deed.isEmpty() ? QString() : fenced(step.deed.split(QLatin1Char('\n')));
    QStringList notes = step.notes;
    if (!step.undo.isEmpty()) {
        notes.prepend(context.say(QT_TRANSLATE_NOOP("report", "To undo it: %1")).arg(step.undo));
    }
    for (const MendedPlace &place : step.places) {
        const QString after = place.after.isEmpty() ? QStringLiteral("?") : place.after;
        notes << QStringLiteral("%1: %2 → %3").arg(place.path, place.before, after);
    }
    for (const QString &note : std::as_const(notes)) {
        text += QLatin1String("- ") + plain(note) + QLatin1Char('\n');
    }
    return text + QLatin1Char('\n');
}

/// What a change ticket asks for.
QString mending(const ReportContext &context, const MendingRecord &record)
{
    const Transcript transcript = transcriptText(record, context.diagnosis(), context.phrases);
    QString text = QStringLiteral("### %1\n\n").arg(plain(transcript.title));
    for (const auto &[name, value] : transcript.facts) {
        text += QStringLiteral("- **%1**: %2\n").arg(plain(name), plain(value));
    }
    text += QLatin1Char('\n');
    text += transcript.outcome.isEmpty() ? QString() : plain(transcript.outcome) + QLatin1String("\n\n");
    text +=
        items(context.say(QT_TRANSLATE_NOOP("report", "Foretold to clear, and cleared")), transcript.cleared);
    text += items(transcript.outcome.isEmpty()
                      ? context.say(QT_TRANSLATE_NOOP("report", "Foretold to clear"))
                      : context.say(QT_TRANSLATE_NOOP("report", "Foretold to clear, and not cleared yet")),
                  transcript.notCleared);
    text += items(context.say(QT_TRANSLATE_NOOP("report", "Foretold to stay")), transcript.stays);
    for (const TranscriptStep &each : transcript.steps) {
        text += step(context, each);
    }
    text += QStringLiteral("**%1** %2\n\n")
                .arg(context.say(QT_TRANSLATE_NOOP("report", "How it was verified")),
                     plain(transcript.verification))
        + fenced(transcript.verificationCommand.split(QLatin1Char('\n')));
    QStringList events;
    for (const auto &[when, what] : transcript.events) {
        events << when + QStringLiteral(": ") + what;
    }
    return text + items(context.say(QT_TRANSLATE_NOOP("report", "Step by step")), events);
}

QString mendings(const ReportContext &context)
{
    QString text;
    for (const MendingRecord &record : context.investigated().mendings) {
        text += mending(context, record);
    }
    return text.isEmpty()
        ? text
        : QStringLiteral("## %1\n\n").arg(context.say(QT_TRANSLATE_NOOP("report", "What was changed")))
            + text;
}

} // namespace

QByteArray renderMarkdown(const ReportInput &input, const ReportOptions &options)
{
    const ReportContext context(input, options);
    QString text = QStringLiteral("# %1\n\n").arg(plain(context.headline()));
    const QStringList reasons = context.headlineReasons();
    text +=
        reasons.isEmpty() ? QString() : plain(reasons.join(QStringLiteral(" · "))) + QLatin1String("\n\n");
    for (const CauseVerdict &verdict : context.diagnosis().causes) {
        text += cause(context, verdict);
    }
    QStringList left;
    const QVector<const Finding *> unexplained = context.unexplained();
    for (const Finding *finding : unexplained) {
        left << QStringLiteral("%1 · %2").arg(context.nodeName(finding->node), context.in(finding->says));
    }
    if (!context.diagnosis().causes.isEmpty()) {
        text += list(context.say(QT_TRANSLATE_NOOP("report", "What no cause explains, and will stay")), left);
    }
    text += mendings(context);
    text += cycles(context);
    text += symptoms(context);
    QStringList acquitted;
    for (const Alibi &alibi : context.diagnosis().alibis) {
        acquitted << QStringLiteral("%1 · %2").arg(context.nodeName(alibi.node), context.alibiText(alibi));
    }
    text += list(context.say(QT_TRANSLATE_NOOP("report", "Cleared of suspicion")), acquitted);
    QStringList missing;
    for (const NodeRecord &record : context.investigated().nodes) {
        if (record.failure) {
            missing << context.phrases.failure(*record.failure).title;
        }
    }
    for (const CoverageGap &gap : context.diagnosis().coverage.gaps) {
        missing << QStringLiteral("%1: %2: %3")
                       .arg(context.nodeName(gap.node), context.probeTitle(gap.probe),
                            context.phrases.reason(gap.reason));
    }
    text += list(context.say(QT_TRANSLATE_NOOP("report", "What was and was not seen")), missing);
    if (const QStringList sudoers = context.wantedSudoers(); !sudoers.isEmpty()) {
        text += context.say(QT_TRANSLATE_NOOP("report",
                                              "Some questions need root. Ask the node's administrator for "
                                              "these sudoers lines, then examine it again:"))
            + QLatin1String("\n\n") + fenced(sudoers);
    }
    text += QStringLiteral("%1 · Gordian %2\n")
                .arg(context.phrases.moment(context.investigated().createdAt),
                     context.investigated().gordianVersion);
    return text.toUtf8();
}

} // namespace gordian
