// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/inspectorwriter.h"

#include "findings/verdict.h"
#include "graph/graphcontent.h"
#include "shared/colours.h"
#include "shared/healthstyle.h"
#include "shared/visibletext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace gordian::ui {

namespace {

struct InspectorTexts {
    Q_DECLARE_TR_FUNCTIONS(InspectorTexts)
};

constexpr int ChecksInFull = 8;
constexpr int LinesShown = 6;
constexpr int LineLength = 400;
constexpr int CommandLength = 80; ///< whole scripts are read where the evidence is opened
constexpr int GapsShown = 8;

/// Functions that a command declares first would take all the room and do not tell what was asked.
QString asked(const QString &command)
{
    const QString end = QStringLiteral("\n}\n");
    const qsizetype declared = command.lastIndexOf(end);
    const QString rest = declared < 0 ? QString() : command.mid(declared + end.size()).simplified();
    return rest.isEmpty() ? command.simplified() : rest;
}

QString escaped(const QString &hostile)
{
    return visibleText(hostile).toHtmlEscaped();
}

QString shownLine(const QString &line, int most = LineLength)
{
    return escaped(line.size() > most ? line.left(most) + QStringLiteral(" …") : line);
}

} // namespace

InspectorWriter::InspectorWriter(const Diagnosis &diagnosis, const FindingsNames &names,
                                 const Phrases &phrases, const QPalette &palette, const QString &monospace)
    : m_diagnosis(diagnosis),
      m_names(names),
      m_phrases(phrases),
      m_language(phrases.language()),
      m_palette(palette),
      m_monospace(monospace)
{
}

InspectorPage InspectorWriter::write(const InspectorSubject &subject)
{
    m_page = {};
    const GraphVertex *found = findVertex(m_diagnosis, subject.id);
    const auto same =
        std::find_if(m_diagnosis.causes.cbegin(), m_diagnosis.causes.cend(), [&subject](const auto &known) {
            return known.id == subject.id && known.node == subject.node;
        });
    if (subject.kind == InspectorSubject::Kind::Vertex && found) {
        vertex(*found);
    } else if (subject.kind == InspectorSubject::Kind::Cause && same != m_diagnosis.causes.cend()) {
        cause(int(same - m_diagnosis.causes.cbegin()));
    } else {
        overview();
    }
    return m_page;
}

QString InspectorWriter::local(const LocalText &text) const
{
    return escaped(text.in(m_language));
}

QString InspectorWriter::muted(const QString &text) const
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(mutedText(m_palette).name(), text);
}

QString InspectorWriter::healthMark(Health health) const
{
    return QStringLiteral("<img src=\"health:%1%2\" width=\"12\" height=\"12\">&nbsp;")
        .arg(int(health))
        .arg(healthColor(health, m_palette).name());
}

QString InspectorWriter::vertexLink(const QString &id, const QString &text) const
{
    return link(QStringLiteral("vertex:") + QString::fromLatin1(QUrl::toPercentEncoding(id, "/")), text);
}

QString InspectorWriter::link(const QString &target, const QString &text) const
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(target.toHtmlEscaped(), text);
}

void InspectorWriter::heading(const QString &text)
{
    m_page.html +=
        QStringLiteral("<p style=\"margin-top:14px;margin-bottom:4px;font-weight:600\">%1</p>").arg(text);
}

void InspectorWriter::paragraph(const QString &html)
{
    m_page.html += QStringLiteral("<p style=\"margin-top:0px;margin-bottom:6px\">%1</p>").arg(html);
}

void InspectorWriter::evidence(const QVector<Evidence> &pieces)
{
    const QString ground =
        mix(m_palette.color(QPalette::Base), m_palette.color(QPalette::WindowText), 0.06).name();
    for (const Evidence &piece : pieces) {
        QStringList about;
        if (piece.time.isValid()) {
            about << piece.time.toUTC().toString(QStringLiteral("HH:mm:ss"));
        }
        about << escaped(m_names.node(piece.source.node));
        about << escaped(m_names.probe(piece.source.probe, m_language));
        if (piece.occurrences > 1) {
            about << InspectorTexts::tr("seen %n time(s)", nullptr, piece.occurrences);
        }
        QStringList lines;
        for (const QString &line : piece.lines.mid(0, LinesShown)) {
            lines << shownLine(line);
        }
        const int number = int(m_page.evidence.size());
        m_page.evidence << piece;
        const QString place = piece.source.firstLine > 0
            ? InspectorTexts::tr("open at line %1").arg(piece.source.firstLine)
            : InspectorTexts::tr("open");
        const QString command = QStringLiteral("<span style=\"font-family:'%1'\">%2</span>")
                                    .arg(m_monospace, shownLine(asked(piece.command), CommandLength));
        m_page.html +=
            QStringLiteral("<table width=\"100%\" cellpadding=\"5\" cellspacing=\"0\" bgcolor=\"%1\" "
                           "style=\"margin-bottom:6px\"><tr><td><p style=\"margin:0px\">%2</p>")
                .arg(ground, muted(about.join(QStringLiteral(" · ")) + QStringLiteral("<br>") + command));
        if (!lines.isEmpty()) {
            m_page.html +=
                QStringLiteral("<p style=\"margin:2px 0px;white-space:pre-wrap;font-family:'%1'\">%2</p>")
                    .arg(m_monospace, lines.join(QStringLiteral("<br>")));
        }
        m_page.html += QStringLiteral("<p style=\"margin:0px\">%1 &nbsp; %2</p></td></tr></table>")
                           .arg(link(QStringLiteral("evidence:%1").arg(number), place),
                                link(QStringLiteral("copy:%1").arg(number), InspectorTexts::tr("copy")));
    }
}

void InspectorWriter::finding(const Finding &finding)
{
    QString says = local(finding.says);
    if (finding.health == Health::Unknown && finding.reason != UnknownReason::None) {
        const QString reason = m_phrases.reason(finding.reason).toHtmlEscaped();
        says = says.isEmpty() ? reason : QStringLiteral("%1 (%2)").arg(says, reason);
    }
    if (says.isEmpty()) {
        says = m_phrases.health(finding.health).toHtmlEscaped();
    }
    const QString color = finding.health == Health::Healthy
        ? m_palette.color(QPalette::WindowText).name()
        : healthTextColor(finding.health, m_palette).name();
    paragraph(QStringLiteral("%1<span style=\"color:%2\">%3</span><br>%4")
                  .arg(healthMark(finding.health), color, says, muted(local(finding.title))));
    evidence(finding.evidence);
}

void InspectorWriter::needs(const GraphVertex &vertex)
{
    QStringList wanted;
    for (const GraphEdge &edge : m_diagnosis.edges) {
        const GraphVertex *other = edge.from == vertex.id ? findVertex(m_diagnosis, edge.to) : nullptr;
        if (!other) {
            continue;
        }
        QString text = healthMark(other->health)
            + vertexLink(other->id,
                         escaped(m_names.place(other->component,
                                               other->node == vertex.node ? QString() : other->node,
                                               m_language)));
        if (edge.kind == EdgeKind::Apparent) {
            text += u' ' + muted(InspectorTexts::tr("only seems to be needed: %1").arg(local(edge.why)));
        } else if (edge.kind == EdgeKind::Circular) {
            text += u' ' + muted(InspectorTexts::tr("closes a circle: %1").arg(local(edge.why)));
        }
        wanted << text;
    }
    if (!wanted.isEmpty()) {
        heading(InspectorTexts::tr("Needs"));
        paragraph(wanted.join(QStringLiteral("<br>")));
    }
}

void InspectorWriter::vertex(const GraphVertex &shown)
{
    m_page.title = m_names.place(shown.component, shown.node, m_language);
    QString state = m_phrases.health(shown.health).toHtmlEscaped();
    const GraphVertex *blocker = findVertex(m_diagnosis, shown.blockedBy);
    if (shown.health == Health::Blocked && blocker) {
        const QString other = escaped(m_names.place(
            blocker->component, blocker->node == shown.node ? QString() : blocker->node, m_language));
        state = InspectorTexts::tr("blocked by %1: look there first").arg(vertexLink(blocker->id, other));
    } else if (shown.reason != UnknownReason::None) {
        state += QStringLiteral(" (%1)").arg(m_phrases.reason(shown.reason).toHtmlEscaped());
    }
    paragraph(healthMark(shown.health) + state);
    for (int number = 0; number < m_diagnosis.causes.size(); ++number) {
        const CauseVerdict &known = m_diagnosis.causes[number];
        if (shown.causes.contains(known.id) && (known.node == shown.node || known.node.isEmpty())) {
            paragraph(link(QStringLiteral("cause:%1").arg(number),
                           QStringLiteral("<b>%1</b>").arg(local(known.sentence))));
        }
    }
    QVector<const Finding *> findings;
    for (const Finding &known : m_diagnosis.findings) {
        if (vertexOf(m_diagnosis, known.node, known.component) == shown.id) {
            findings << &known;
        }
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding *one, const Finding *other) {
        return healthRank(one->health) < healthRank(other->health);
    });
    if (!findings.isEmpty()) {
        heading(InspectorTexts::tr("Checks"));
    }
    // Of many checks those that are well are one line each: the table of findings has their evidence.
    QStringList well;
    for (const Finding *known : std::as_const(findings)) {
        if (known->health == Health::Healthy && findings.size() > ChecksInFull) {
            well << healthMark(known->health) + local(known->title) + QLatin1Char(' ')
                    + muted(local(known->says));
        } else {
            finding(*known);
        }
    }
    if (!well.isEmpty()) {
        paragraph(well.join(QStringLiteral("<br>")));
    }
    needs(shown);
}

void InspectorWriter::steps(const CauseVerdict &cause)
{
    if (cause.steps.isEmpty()) {
        return;
    }
    heading(InspectorTexts::tr("What to do"));
    QString list = QStringLiteral("<ol style=\"margin-left:-22px\">");
    for (const RemedyStep &step : cause.steps) {
        list += QStringLiteral("<li>%1").arg(local(step.text));
        if (!step.command.isEmpty()) {
            list += QStringLiteral("<br><span style=\"font-family:'%1'\">%2</span>")
                        .arg(m_monospace, escaped(step.command));
        }
        list += QStringLiteral("</li>");
    }
    m_page.html += list + QStringLiteral("</ol>");
}

void InspectorWriter::cause(int number)
{
    const CauseVerdict &shown = m_diagnosis.causes[number];
    m_page.title = shown.title.in(m_language);
    paragraph(QStringLiteral("<b>%1</b>").arg(local(shown.sentence)));
    paragraph(muted(QStringLiteral("%1 · %2").arg(
        m_phrases.confidence(shown.confidence).toHtmlEscaped(),
        vertexLink(vertexOf(m_diagnosis, shown.node, shown.component),
                   escaped(m_names.place(shown.component, shown.node, m_language))))));
    if (shown.outrankedBy != Precedence::None) {
        paragraph(muted(m_phrases.precedence(shown.outrankedBy).toHtmlEscaped()));
    }
    if (!shown.why.isEmpty()) {
        heading(InspectorTexts::tr("How it leads to what you see"));
        paragraph(local(shown.why));
    }
    const auto group = [this](const QString &title, const QVector<Evidence> &pieces) {
        if (!pieces.isEmpty()) {
            heading(title);
            evidence(pieces);
        }
    };
    group(InspectorTexts::tr("What proves it"), shown.proof);
    group(InspectorTexts::tr("What speaks for it"), shown.supports);
    group(InspectorTexts::tr("What speaks against it"), shown.contradicts);
    if (shown.confidence != Confidence::Proved && !shown.tell.isEmpty()) {
        heading(InspectorTexts::tr("What would settle it"));
        QStringList probes;
        for (const QString &probe : shown.tell) {
            probes << escaped(m_names.probe(probe, m_language));
        }
        paragraph(probes.join(QStringLiteral("<br>")));
    }
    consequences(shown);
    steps(shown);
    remaining();
    considered(Depth::Evidence);
}

void InspectorWriter::alibis()
{
    if (m_diagnosis.alibis.isEmpty()) {
        return;
    }
    const bool well = m_diagnosis.overall == Overall::NothingWrong
        || m_diagnosis.overall == Overall::PartlyExaminedNothingWrong;
    heading(well ? InspectorTexts::tr("Examined and well") : InspectorTexts::tr("Ruled out"));
    // One link a component, with all that clears it.
    QString cleared;
    QStringList lines;
    const auto flush = [&] {
        if (!lines.isEmpty()) {
            paragraph(lines.join(QStringLiteral("<br>")));
        }
        lines.clear();
    };
    for (const Alibi &alibi : m_diagnosis.alibis) {
        const QString vertex = vertexOf(m_diagnosis, alibi.node, alibi.component);
        if (vertex != cleared) {
            flush();
            lines << healthMark(Health::Healthy)
                    + vertexLink(vertex, escaped(m_names.place(alibi.component, alibi.node, m_language)));
            cleared = vertex;
        }
        lines << muted(local(alibi.text));
    }
    flush();
}

void InspectorWriter::coverage()
{
    heading(InspectorTexts::tr("What was examined"));
    paragraph(coverageText(m_diagnosis.coverage).toHtmlEscaped());
    QVector<CoverageGap> gaps = m_diagnosis.coverage.gaps;
    std::stable_partition(gaps.begin(), gaps.end(),
                          [](const CoverageGap &gap) { return gap.couldChangeVerdict; });
    QStringList texts;
    for (const CoverageGap &gap : gaps.mid(0, GapsShown)) {
        texts << healthMark(Health::Unknown)
                + InspectorTexts::tr("%1 on %2: %3")
                      .arg(escaped(m_names.probe(gap.probe, m_language)), escaped(m_names.node(gap.node)),
                           m_phrases.reason(gap.reason).toHtmlEscaped());
    }
    if (gaps.size() > GapsShown) {
        texts << muted(InspectorTexts::tr("and %n more", nullptr, int(gaps.size()) - GapsShown));
    }
    if (!texts.isEmpty()) {
        paragraph(texts.join(QStringLiteral("<br>")));
    }
}

void InspectorWriter::overview()
{
    m_page.title = InspectorTexts::tr("Overview");
    if (m_diagnosis.overall == Overall::NothingExamined && m_diagnosis.vertices.isEmpty()) {
        paragraph(InspectorTexts::tr(
            "Collect from a node, or open a file or a pasted log: what is found appears here as it comes."));
        return;
    }
    if (!m_diagnosis.causes.isEmpty()) {
        heading(InspectorTexts::tr("Causes"));
    }
    for (int number = 0; number < m_diagnosis.causes.size(); ++number) {
        const CauseVerdict &known = m_diagnosis.causes[number];
        paragraph(healthMark(Health::Failed)
                  + link(QStringLiteral("cause:%1").arg(number), local(known.sentence))
                  + QStringLiteral("<br>") + muted(m_phrases.confidence(known.confidence).toHtmlEscaped()));
    }
    const QString telling = tellingProbe(m_diagnosis, m_names, m_phrases);
    if (!telling.isEmpty()) {
        heading(InspectorTexts::tr("What would tell"));
        paragraph(escaped(telling));
    }
    remaining();
    considered(Depth::Names);
    alibis();
    coverage();
    paragraph(
        muted(InspectorTexts::tr("Choose a component in the graph to see its checks and their evidence.")));
}

} // namespace gordian::ui
