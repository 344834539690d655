// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The part of the inspector that looks ahead and aside: what clears with a cause, what stays, and what else
// was considered.

#include "findings/inspectorwriter.h"
#include "findings/verdict.h"
#include "graph/graphcontent.h"
#include "shared/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace gordian::ui {

namespace {

struct ReasoningTexts {
    Q_DECLARE_TR_FUNCTIONS(ReasoningTexts)
};

constexpr int MostConsidered = 8;
constexpr int MostArgued = 3; // with their evidence: each piece is one more stop for the Tab key

bool isExplained(const Diagnosis &diagnosis, const Finding &finding)
{
    return std::any_of(diagnosis.causes.cbegin(), diagnosis.causes.cend(), [&](const CauseVerdict &cause) {
        return cause.explains.contains(findingKey(finding));
    });
}

} // namespace

QString InspectorWriter::findingLine(const Finding &finding) const
{
    return healthMark(finding.health)
        + vertexLink(vertexOf(m_diagnosis, finding.node, finding.component),
                     visibleText(m_names.place(finding.component, finding.node, m_language)).toHtmlEscaped())
        + QStringLiteral(": ") + local(finding.says);
}

void InspectorWriter::consequences(const CauseVerdict &cause)
{
    QStringList clears;
    for (const Finding &known : m_diagnosis.findings) {
        if (isSymptom(known) && cause.explains.contains(findingKey(known))) {
            clears << findingLine(known);
        }
    }
    if (!cause.silences.isEmpty()) {
        clears << muted(ReasoningTexts::tr("and %n kinds of log lines that should stop", nullptr,
                                           int(cause.silences.size())));
    }
    if (!clears.isEmpty()) {
        heading(ReasoningTexts::tr("What it explains, and should clear with it"));
        paragraph(clears.join(QStringLiteral("<br>")));
    }
}

void InspectorWriter::remaining()
{
    QStringList stays;
    for (const Finding &known : m_diagnosis.findings) {
        if (isSymptom(known) && !isExplained(m_diagnosis, known)) {
            stays << findingLine(known);
        }
    }
    if (!stays.isEmpty() && !m_diagnosis.causes.isEmpty()) {
        heading(ReasoningTexts::tr("What no cause explains, and will stay"));
        paragraph(stays.join(QStringLiteral("<br>")));
    }
}

void InspectorWriter::considered(Depth depth)
{
    if (m_diagnosis.dismissed.isEmpty()) {
        return;
    }
    heading(ReasoningTexts::tr("Considered and not named"));
    int argued = depth == Depth::Names ? MostArgued : 0;
    for (const DismissedCause &cause : m_diagnosis.dismissed.mid(0, MostConsidered)) {
        paragraph(
            QStringLiteral("<b>%1</b> · %2<br>%3")
                .arg(local(cause.title),
                     visibleText(m_names.place(cause.component, cause.node, m_language)).toHtmlEscaped(),
                     muted(m_phrases.dismissal(cause).toHtmlEscaped())));
        if (++argued > MostArgued) {
            continue;
        }
        if (!cause.supports.isEmpty()) {
            paragraph(muted(ReasoningTexts::tr("What speaks for it")));
            evidence(cause.supports.mid(0, 1));
        }
        if (!cause.against.isEmpty()) {
            paragraph(muted(ReasoningTexts::tr("What speaks against it")));
            evidence(cause.against.mid(0, 1));
        }
    }
    const int more = int(m_diagnosis.dismissed.size()) - MostConsidered;
    if (more > 0) {
        paragraph(muted(ReasoningTexts::tr("and %n more", nullptr, more)));
    }
}

} // namespace gordian::ui
