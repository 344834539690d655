// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/documentpieces.h"

#include "report/graphpainter.h"
#include "report/graphpicture.h"
#include "report/mendingtranscript.h"
#include "report/report.h"
#include "report/reportcontext.h"
#include "report/visibletext.h"

#include <QFontDatabase>
#include <QTextDocument>

#include <algorithm>

namespace gordian {

namespace {

constexpr double PageWidth = 640; // of the text, in the document's pixels; the PDF scales it to the paper
constexpr double GraphScale = 2.5;

/// Writes the pieces of one document from top to bottom. Text goes in as text, never as markup.
class DocumentWriter {
public:
    explicit DocumentWriter(const ReportContext &context) : m_context(context) { }

    QVector<DocumentPiece> write()
    {
        verdict();
        for (const CauseVerdict &cause : m_context.diagnosis().causes) {
            causeOf(cause);
        }
        remaining();
        mendings();
        graph();
        cycles();
        findings();
        alibis();
        coverage();
        runs();
        return m_pieces;
    }

private:
    QString say(const char *source) const { return m_context.say(source); }

    DocumentWords words(const QString &text, double points, int weight, double above) const
    {
        DocumentWords made;
        made.text = visibleLine(text);
        made.block.setTopMargin(above);
        made.block.setBottomMargin(2);
        made.letters.setFontPointSize(points);
        made.letters.setFontWeight(weight);
        made.letters.setForeground(QColor(Qt::black));
        return made;
    }

    void paragraph(const QString &text, double points, int weight = QFont::Normal, double above = 4,
                   const QColor &colour = Qt::black)
    {
        DocumentWords made = words(text, points, weight, above);
        made.letters.setForeground(colour);
        m_pieces.append(made);
    }

    DocumentWords headingOf(const QString &text, int level) const
    {
        static const double sizes[] = {18, 13, 11};
        DocumentWords made = words(text, sizes[level - 1], QFont::DemiBold, level == 1 ? 0 : 14);
        made.block.setHeadingLevel(level);
        return made;
    }

    void heading(const QString &text, int level) { m_pieces.append(headingOf(text, level)); }

    /// Before what does not break: its heading would be left behind alone.
    void headingOnNewPage(const QString &text)
    {
        DocumentWords made = headingOf(text, 2);
        made.block.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        m_pieces.append(made);
    }

    void muted(const QString &text) { paragraph(text, 9, QFont::Normal, 3, QColor(0x55, 0x55, 0x55)); }

    void mono(const QStringList &lines)
    {
        QTextBlockFormat block;
        block.setLeftMargin(10);
        block.setBackground(QColor(0xf4, 0xf5, 0xf7));
        QTextCharFormat letters;
        letters.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
        letters.setFontPointSize(8);
        for (const QString &line : lines) {
            m_pieces.append(DocumentWords{visibleText(line, 600), block, letters});
        }
    }

    void evidence(const QVector<Evidence> &pieces)
    {
        for (const Evidence &piece : pieces) {
            muted(m_context.evidencePlace(piece).join(QStringLiteral(" · ")));
            mono(piece.lines);
        }
    }

    void verdict()
    {
        const QString title = m_context.investigated().title;
        const QString moment = m_context.phrases.moment(m_context.investigated().createdAt);
        muted(title.isEmpty() ? moment : QStringLiteral("%1 · %2").arg(title, moment));
        heading(m_context.headline(), 1);
        paragraph(m_context.headlineReasons().join(QStringLiteral(" · ")), 11, QFont::Normal, 4,
                  QColor(0x55, 0x55, 0x55));
        for (const NodeRecord &record : m_context.investigated().nodes) {
            if (record.failure) {
                const Phrases::Explanation why = m_context.phrases.failure(*record.failure);
                paragraph(why.title, 10, QFont::DemiBold, 8);
                paragraph(why.advice, 10);
                mono(why.detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
            }
        }
    }

    void causeOf(const CauseVerdict &cause)
    {
        heading(QStringLiteral("%1: %2").arg(m_context.phrases.confidence(cause.confidence),
                                             m_context.in(cause.title)),
                2);
        if (m_context.in(cause.sentence) != m_context.headline()) {
            paragraph(m_context.in(cause.sentence), 10.5, QFont::DemiBold);
        }
        paragraph(m_context.in(cause.why), 10);
        evidence(cause.proof);
        evidence(cause.supports);
        if (!cause.steps.isEmpty()) {
            heading(say(QT_TRANSLATE_NOOP("report", "What to do")), 3);
        }
        int number = 0;
        for (const RemedyStep &step : cause.steps) {
            paragraph(QStringLiteral("%1. %2").arg(++number).arg(m_context.in(step.text)), 10);
            mono(step.command.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
            muted(m_context.in(step.risk));
        }
    }

    void remaining()
    {
        const QVector<const Finding *> left = m_context.unexplained();
        if (left.isEmpty() || m_context.diagnosis().causes.isEmpty()) {
            return;
        }
        heading(say(QT_TRANSLATE_NOOP("report", "What no cause explains, and will stay")), 2);
        for (const Finding *finding : left) {
            paragraph(
                QStringLiteral("%1 · %2").arg(m_context.nodeName(finding->node), m_context.in(finding->says)),
                10);
        }
    }

    void mendings()
    {
        if (m_context.investigated().mendings.isEmpty()) {
            return;
        }
        heading(say(QT_TRANSLATE_NOOP("report", "What was changed")), 2);
        for (const MendingRecord &record : m_context.investigated().mendings) {
            mending(transcriptText(record, m_context.diagnosis(), m_context.phrases));
        }
    }

    void mending(const Transcript &transcript)
    {
        heading(transcript.title, 3);
        tableOf({say(QT_TRANSLATE_NOOP("report", "What")), say(QT_TRANSLATE_NOOP("report", "Value"))},
                rowsOf(transcript.facts));
        paragraph(transcript.outcome, 10, QFont::DemiBold);
        listOf(say(QT_TRANSLATE_NOOP("report", "Foretold to clear, and cleared")), transcript.cleared);
        listOf(transcript.outcome.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("report", "Foretold to clear"))
                   : say(QT_TRANSLATE_NOOP("report", "Foretold to clear, and not cleared yet")),
               transcript.notCleared);
        listOf(say(QT_TRANSLATE_NOOP("report", "Foretold to stay")), transcript.stays);
        for (const TranscriptStep &step : transcript.steps) {
            paragraph(step.title, 10, QFont::DemiBold, 8);
            muted(step.when);
            mono(step.deed.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
            for (const QString &note : step.notes) {
                muted(note);
            }
            for (const MendedPlace &place : step.places) {
                mono({place.path, QStringLiteral("  ") + place.before,
                      QStringLiteral("  → ") + (place.after.isEmpty() ? QStringLiteral("?") : place.after)});
            }
        }
        heading(say(QT_TRANSLATE_NOOP("report", "How it was verified")), 3);
        paragraph(transcript.verification, 10);
        mono(transcript.verificationCommand.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
        heading(say(QT_TRANSLATE_NOOP("report", "Step by step")), 3);
        tableOf({say(QT_TRANSLATE_NOOP("report", "When")), say(QT_TRANSLATE_NOOP("report", "What"))},
                rowsOf(transcript.events));
    }

    static QVector<QStringList> rowsOf(const QVector<std::pair<QString, QString>> &pairs)
    {
        QVector<QStringList> rows;
        for (const auto &[name, value] : pairs) {
            rows.append({name, value});
        }
        return rows;
    }

    void listOf(const QString &title, const QStringList &items)
    {
        if (items.isEmpty()) {
            return;
        }
        paragraph(title, 10, QFont::DemiBold, 8);
        for (const QString &item : items) {
            paragraph(QStringLiteral("• ") + item, 10, QFont::Normal, 1);
        }
    }

    void graph()
    {
        if (m_context.diagnosis().vertices.isEmpty()) {
            return;
        }
        headingOnNewPage(say(QT_TRANSLATE_NOOP("report", "What needs what")));
        const GraphPicture picture = graphPicture(m_context);
        const double width = std::min(PageWidth, picture.size.width());
        m_pieces.append(DocumentPicture{QStringLiteral("gordian:graph"), paintGraph(picture, GraphScale),
                                        QSizeF(width, picture.size.height() * width / picture.size.width())});
        int number = 0;
        for (const PictureEdge &edge : picture.edges) {
            if (edge.kind != EdgeKind::Needs && edge.spline.size() >= 4) {
                muted(QStringLiteral("%1. %2").arg(++number).arg(edge.why));
            }
        }
    }

    void cycles()
    {
        for (const CycleExplanation &cycle : m_context.diagnosis().cycles) {
            heading(m_context.in(cycle.title), 2);
            muted(m_context.phrases.cycleKind(cycle.kind));
            paragraph(m_context.in(cycle.text), 10);
            if (!cycle.cut.isEmpty()) {
                heading(say(QT_TRANSLATE_NOOP("report", "How to cut it")), 3);
                paragraph(m_context.in(cycle.cut), 10);
            }
            evidence(cycle.evidence);
        }
    }

    void tableOf(const QStringList &heads, const QVector<QStringList> &rows)
    {
        DocumentTable table{heads, rows, {}};
        for (QStringList &row : table.rows) {
            for (QString &cell : row) {
                cell = visibleLine(cell, 300);
            }
        }
        m_pieces.append(table);
    }

    void findings()
    {
        QVector<Finding> worstFirst = m_context.diagnosis().findings;
        std::stable_sort(worstFirst.begin(), worstFirst.end(), [](const Finding &one, const Finding &other) {
            return rankOf(one.health) < rankOf(other.health);
        });
        QVector<QStringList> rows;
        for (const Finding &finding : std::as_const(worstFirst)) {
            rows.append({m_context.phrases.health(finding.health), m_context.nodeName(finding.node),
                         m_context.componentName(finding.component), m_context.findingText(finding)});
        }
        if (!rows.isEmpty()) {
            headingOnNewPage(say(QT_TRANSLATE_NOOP("report", "Findings")));
            tableOf({say(QT_TRANSLATE_NOOP("report", "Health")), say(QT_TRANSLATE_NOOP("report", "Node")),
                     say(QT_TRANSLATE_NOOP("report", "Component")),
                     say(QT_TRANSLATE_NOOP("report", "What was found"))},
                    rows);
        }
    }

    void alibis()
    {
        if (!m_context.diagnosis().alibis.isEmpty()) {
            heading(say(QT_TRANSLATE_NOOP("report", "Cleared of suspicion")), 2);
        }
        for (const Alibi &alibi : m_context.diagnosis().alibis) {
            paragraph(
                QStringLiteral("%1 · %2").arg(m_context.nodeName(alibi.node), m_context.alibiText(alibi)),
                10);
        }
    }

    void coverage()
    {
        const Coverage &coverage = m_context.diagnosis().coverage;
        heading(say(QT_TRANSLATE_NOOP("report", "What was and was not seen")), 2);
        paragraph(say(QT_TRANSLATE_NOOP("report", "Checks answered: %1 of %2. Nodes examined: %3 of %4."))
                      .arg(coverage.checksAnswered)
                      .arg(coverage.checks)
                      .arg(coverage.nodesExamined)
                      .arg(coverage.nodes),
                  10);
        QVector<QStringList> rows;
        for (const CoverageGap &gap : coverage.gaps) {
            rows.append({m_context.nodeName(gap.node), m_context.probeTitle(gap.probe),
                         m_context.phrases.reason(gap.reason)});
        }
        if (!rows.isEmpty()) {
            tableOf({say(QT_TRANSLATE_NOOP("report", "Node")), say(QT_TRANSLATE_NOOP("report", "Question")),
                     say(QT_TRANSLATE_NOOP("report", "Why there is no answer"))},
                    rows);
        }
        if (const QStringList sudoers = m_context.wantedSudoers(); !sudoers.isEmpty()) {
            paragraph(say(QT_TRANSLATE_NOOP("report",
                                            "Some questions need root. Ask the node's administrator for "
                                            "these sudoers lines, then examine it again:")),
                      10);
            mono(sudoers);
        }
    }

    void runs()
    {
        QVector<QStringList> rows;
        for (const Artifact &artifact : m_context.investigated().artifacts) {
            rows.append({m_context.nodeName(artifact.node), m_context.asked(artifact.probe, artifact.command),
                         m_context.phrases.duration(artifact.milliseconds),
                         artifact.state == ArtifactState::Collected
                             ? say(QT_TRANSLATE_NOOP("report", "exit %1")).arg(artifact.exitCode)
                             : m_context.phrases.artifactState(artifact.state)});
        }
        if (!rows.isEmpty()) {
            heading(say(QT_TRANSLATE_NOOP("report", "What was run")), 2);
            tableOf({say(QT_TRANSLATE_NOOP("report", "Node")), say(QT_TRANSLATE_NOOP("report", "Command")),
                     say(QT_TRANSLATE_NOOP("report", "Took")), say(QT_TRANSLATE_NOOP("report", "Outcome"))},
                    rows);
        }
    }

    const ReportContext &m_context;
    QVector<DocumentPiece> m_pieces;
};

} // namespace

QVector<DocumentPiece> documentPieces(const ReportInput &input, const ReportOptions &options)
{
    const ReportContext context(input, options);
    return DocumentWriter(context).write();
}

std::unique_ptr<QTextDocument> renderDocument(const ReportInput &input, const ReportOptions &options)
{
    const ReportContext context(input, options);
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setMetaInformation(QTextDocument::DocumentTitle, visibleLine(context.headline()));
    document->setDocumentMargin(16);
    const QVector<DocumentPiece> pieces = DocumentWriter(context).write();
    for (const DocumentPiece &piece : pieces) {
        appendPiece(*document, piece);
    }
    return document;
}

} // namespace gordian
