// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/report.h"

#include "report/graphpainter.h"
#include "report/graphpicture.h"
#include "report/reportcontext.h"
#include "report/visibletext.h"

#include <QFontDatabase>
#include <QImage>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace gordian {

namespace {

constexpr double PageWidth = 640; // of the text, in the document's pixels; the PDF scales it to the paper
constexpr double GraphScale = 2.5;

/// Writes one document from top to bottom. Text goes in as text, never as markup.
class DocumentWriter {
public:
    DocumentWriter(const ReportContext &context, QTextDocument &document)
        : m_context(context),
          m_document(document),
          m_cursor(&document)
    {
    }

    void write()
    {
        verdict();
        for (const CauseVerdict &cause : m_context.diagnosis().causes) {
            causeOf(cause);
        }
        graph();
        cycles();
        findings();
        alibis();
        coverage();
        runs();
    }

private:
    QString say(const char *source) const { return m_context.say(source); }

    void paragraph(const QString &text, double points, int weight = QFont::Normal, double above = 4,
                   const QColor &colour = Qt::black)
    {
        QTextBlockFormat block;
        block.setTopMargin(above);
        block.setBottomMargin(2);
        QTextCharFormat letters;
        letters.setFontPointSize(points);
        letters.setFontWeight(weight);
        letters.setForeground(colour);
        m_cursor.insertBlock(block, letters);
        m_cursor.insertText(visibleLine(text));
    }

    void heading(const QString &text, int level)
    {
        static const double sizes[] = {18, 13, 11};
        paragraph(text, sizes[level - 1], QFont::DemiBold, level == 1 ? 0 : 14);
        QTextBlockFormat format = m_cursor.blockFormat();
        format.setHeadingLevel(level);
        m_cursor.setBlockFormat(format);
    }

    /// Before what does not break: its heading would be left behind alone.
    void headingOnNewPage(const QString &text)
    {
        heading(text, 2);
        QTextBlockFormat format = m_cursor.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        m_cursor.setBlockFormat(format);
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
            m_cursor.insertBlock(block, letters);
            m_cursor.insertText(visibleText(line, 600));
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
        paragraph(m_context.in(cause.sentence), 10.5, QFont::DemiBold);
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

    void graph()
    {
        if (m_context.diagnosis().vertices.isEmpty()) {
            return;
        }
        headingOnNewPage(say(QT_TRANSLATE_NOOP("report", "What needs what")));
        const GraphPicture picture = graphPicture(m_context);
        m_document.addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("gordian:graph")),
                               paintGraph(picture, GraphScale));
        QTextImageFormat image;
        image.setName(QStringLiteral("gordian:graph"));
        image.setWidth(std::min(PageWidth, picture.size.width()));
        image.setHeight(picture.size.height() * image.width() / picture.size.width());
        m_cursor.insertBlock(QTextBlockFormat()); // the heading's page break is not the picture's
        m_cursor.insertImage(image);
        int number = 0;
        for (const PictureEdge &edge : picture.edges) {
            if (edge.isApparent) {
                muted(QStringLiteral("%1. %2").arg(++number).arg(edge.why));
            }
        }
    }

    void cycles()
    {
        for (const CycleExplanation &cycle : m_context.diagnosis().cycles) {
            heading(m_context.in(cycle.title), 2);
            paragraph(m_context.in(cycle.text), 10);
            evidence(cycle.evidence);
        }
    }

    void tableOf(const QStringList &heads, const QVector<QStringList> &rows)
    {
        QTextTableFormat format;
        format.setBorder(0.5);
        format.setBorderBrush(QColor(0xc9, 0xce, 0xd6));
        format.setBorderCollapse(true);
        format.setCellPadding(3);
        format.setHeaderRowCount(1);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setTopMargin(6);
        QTextTable *table =
            m_cursor.insertTable(static_cast<int>(rows.size()) + 1, static_cast<int>(heads.size()), format);
        QTextCharFormat letters;
        letters.setFontPointSize(8.5);
        for (int row = 0; row <= rows.size(); ++row) {
            letters.setFontWeight(row == 0 ? QFont::DemiBold : QFont::Normal);
            const QStringList &cells = row == 0 ? heads : rows.at(row - 1);
            for (int column = 0; column < heads.size(); ++column) {
                table->cellAt(row, column)
                    .firstCursorPosition()
                    .insertText(visibleLine(cells.value(column), 300), letters);
            }
        }
        m_cursor.movePosition(QTextCursor::End);
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
                         m_context.componentName(finding.component), m_context.in(finding.says)});
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
    QTextDocument &m_document;
    QTextCursor m_cursor;
};

} // namespace

std::unique_ptr<QTextDocument> renderDocument(const ReportInput &input, const ReportOptions &options)
{
    const ReportContext context(input, options);
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setMetaInformation(QTextDocument::DocumentTitle, visibleLine(context.headline()));
    document->setDocumentMargin(16);
    DocumentWriter(context, *document).write();
    return document;
}

} // namespace gordian
