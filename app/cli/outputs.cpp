// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/outputs.h"

#include "casefile/casestore.h"
#include "cli/words.h"

namespace gordian {

namespace {

constexpr int mostEvidenceLines = 6;
constexpr int longestLine = 240;

void addEvidence(QString &out, const QVector<Evidence> &evidence)
{
    int shown = 0;
    for (const Evidence &piece : evidence) {
        for (const QString &line : piece.lines) {
            if (shown++ == mostEvidenceLines) {
                return;
            }
            QString place = piece.source.node + QLatin1Char(' ') + piece.source.probe;
            if (piece.source.firstLine > 0) {
                place += QLatin1Char(':') + QString::number(piece.source.firstLine);
            }
            out += QStringLiteral("      %1 | %2\n")
                       .arg(Terminal::harmless(place), Terminal::harmless(line.left(longestLine)));
        }
    }
}

void addCause(QString &out, const CauseVerdict &cause, const Phrases &phrases)
{
    const QString language = phrases.language();
    out += QStringLiteral("\n%1: %2  [%3]\n")
               .arg(phrases.confidence(cause.confidence), Terminal::harmless(cause.sentence.in(language)),
                    cause.id);
    addEvidence(out, cause.confidence == Confidence::Proved ? cause.proof : cause.supports);
    if (!cause.why.isEmpty()) {
        out += QStringLiteral("    ") + Terminal::harmless(cause.why.in(language)) + QLatin1Char('\n');
    }
    if (cause.confidence != Confidence::Proved && !cause.tell.isEmpty()) {
        out += Words::tr("    what would tell: %1").arg(cause.tell.join(QStringLiteral(", ")))
            + QLatin1Char('\n');
    }
}

void addSteps(QString &out, const CauseVerdict &cause, const Phrases &phrases)
{
    if (cause.steps.isEmpty()) {
        return;
    }
    out += QLatin1Char('\n') + Words::tr("What to do") + QLatin1Char('\n');
    int number = 0;
    for (const RemedyStep &step : cause.steps) {
        out += QStringLiteral("  %1. %2\n")
                   .arg(++number)
                   .arg(Terminal::harmless(step.text.in(phrases.language())));
        const QStringList lines = step.command.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            out += QStringLiteral("       $ ") + Terminal::harmless(line) + QLatin1Char('\n');
        }
    }
}

void addConnections(QString &out, const Case &investigated, const Phrases &phrases)
{
    for (const NodeRecord &record : investigated.nodes) {
        if (record.failure) {
            const auto explained = phrases.failure(*record.failure);
            out += QStringLiteral("\n%1: %2\n")
                       .arg(Terminal::harmless(record.node.name), Terminal::harmless(explained.title));
            if (!explained.detail.isEmpty()) {
                const QStringList lines = explained.detail.split(QLatin1Char('\n'));
                for (const QString &line : lines) {
                    out += QStringLiteral("    ") + Terminal::harmless(line) + QLatin1Char('\n');
                }
            }
            out += QStringLiteral("    ") + Terminal::harmless(explained.advice) + QLatin1Char('\n');
        }
    }
}

void addRights(QString &out, const Case &investigated, const Phrases &phrases)
{
    for (const NodeRecord &record : investigated.nodes) {
        if (!record.failure && record.state != ConnectState::Idle && record.privilege == Privilege::None
            && record.node.via != Via::Offline) {
            out += QLatin1Char('\n')
                + Words::tr("%1 was examined as %2, without root: what needs root is unknown. Ask for:")
                      .arg(Terminal::harmless(record.node.name), Terminal::harmless(record.account))
                + QLatin1Char('\n');
            const QStringList lines =
                phrases.sudoersLines(record.account).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            for (const QString &line : lines) {
                out += QStringLiteral("    ") + Terminal::harmless(line) + QLatin1Char('\n');
            }
        }
    }
}

void addCoverage(QString &out, const Coverage &coverage)
{
    int decisive = 0;
    for (const CoverageGap &gap : coverage.gaps) {
        decisive += gap.couldChangeVerdict ? 1 : 0;
    }
    out += QLatin1Char('\n')
        + Words::tr("%1 of %2 checks answered on %3 of %4 nodes; %5 of the missing answers could change the "
                    "verdict.")
              .arg(coverage.checksAnswered)
              .arg(coverage.checks)
              .arg(coverage.nodesExamined)
              .arg(coverage.nodes)
              .arg(decisive)
        + QLatin1Char('\n');
}

} // namespace

QVector<Error> writeOutputs(const Outputs &wanted, const ReportInput &input, Terminal &terminal,
                            const QString &language)
{
    const ReportOptions options{language, true};
    ReportInput shared = input;
    if (wanted.jsonToStandardOutput || !wanted.html.isEmpty() || !wanted.json.isEmpty()) {
        shared.packed = packCase(input.investigated);
    }
    QVector<Error> errors;
    const auto write = [&](const QString &path, auto render) {
        if (path.isEmpty()) {
            return;
        }
        if (auto written = writeFile(path, render(shared, options)); !written) {
            errors.append(written.error());
        }
    };
    if (wanted.jsonToStandardOutput) {
        terminal.print(QString::fromUtf8(renderJson(shared, options)));
    }
    write(wanted.html, renderHtml);
    write(wanted.json, renderJson);
    write(wanted.markdown, renderMarkdown);
    write(wanted.pdf, renderPdf);
    return errors;
}

QString verdictText(const ReportInput &input, const Phrases &phrases)
{
    const Diagnosis &diagnosis = input.diagnosis;
    const bool named =
        !diagnosis.causes.isEmpty() && diagnosis.causes.first().confidence != Confidence::Possible;
    QString out = named
        ? QStringLiteral("%1: %2\n")
              .arg(phrases.health(Health::Failed).toUpper(),
                   Terminal::harmless(diagnosis.causes.first().sentence.in(phrases.language())))
        : Terminal::harmless(phrases.overall(diagnosis)) + QLatin1Char('\n');
    for (const CauseVerdict &cause : diagnosis.causes) {
        addCause(out, cause, phrases);
    }
    for (const CycleExplanation &cycle : diagnosis.cycles) {
        out += QLatin1Char('\n') + Terminal::harmless(cycle.title.in(phrases.language()))
            + QStringLiteral("\n    ") + Terminal::harmless(cycle.text.in(phrases.language()))
            + QLatin1Char('\n');
    }
    for (const CauseVerdict &cause : diagnosis.causes) {
        if (cause.confidence == Confidence::Proved) {
            addSteps(out, cause, phrases);
        }
    }
    addConnections(out, input.investigated, phrases);
    addRights(out, input.investigated, phrases);
    addCoverage(out, diagnosis.coverage);
    return out;
}

} // namespace gordian
