// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/verdict.h"

#include "shared/summary.h"
#include "shared/visibletext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace gordian::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

constexpr int AlibisNamed = 5;

struct Explained {
    int symptoms = 0;
    int explained = 0;
};

Explained countExplained(const Diagnosis &diagnosis, const CauseVerdict &cause)
{
    const QSet<QString> keys(cause.explains.cbegin(), cause.explains.cend());
    Explained count;
    for (const Finding &finding : diagnosis.findings) {
        if (isSymptom(finding)) {
            ++count.symptoms;
            count.explained += keys.contains(findingKey(finding)) ? 1 : 0;
        }
    }
    return count;
}

QString causeDetail(const Diagnosis &diagnosis, const CauseVerdict &cause, const Phrases &phrases)
{
    QStringList parts;
    if (cause.confidence == Confidence::Proved) {
        parts << Texts::tr("proved by %n fact(s)", nullptr, int(cause.proof.size()));
    } else {
        parts << phrases.confidence(cause.confidence);
    }
    const Explained count = countExplained(diagnosis, cause);
    if (count.symptoms > 0) {
        parts << Texts::tr("explains %1 of %n symptom(s)", nullptr, count.symptoms).arg(count.explained);
    }
    return parts.join(QStringLiteral(" · "));
}

QString kicker(const Diagnosis &diagnosis)
{
    if (diagnosis.causes.isEmpty()) {
        switch (diagnosis.overall) {
        case Overall::NothingExamined:
            return Texts::tr("Nothing examined yet");
        case Overall::NothingWrong:
        case Overall::PartlyExaminedNothingWrong:
            return Texts::tr("Nothing wrong found");
        default:
            return Texts::tr("No cause named");
        }
    }
    const auto proved =
        std::count_if(diagnosis.causes.cbegin(), diagnosis.causes.cend(),
                      [](const CauseVerdict &cause) { return cause.confidence == Confidence::Proved; });
    if (proved > 1) {
        return Texts::tr("%n cause(s), proved", nullptr, int(proved));
    }
    switch (diagnosis.causes.first().confidence) {
    case Confidence::Proved:
        return Texts::tr("The cause, proved");
    case Confidence::Likely:
        return Texts::tr("The likely cause, not proved");
    case Confidence::Possible:
        break;
    }
    return Texts::tr("A possible cause, not proved");
}

QString ruledOut(const Diagnosis &diagnosis, const FindingsNames &names, const QString &language)
{
    QStringList cleared;
    for (const Alibi &alibi : diagnosis.alibis) {
        cleared << names.component(alibi.component, language);
    }
    cleared.removeDuplicates();
    if (cleared.isEmpty()) {
        return {};
    }
    const qsizetype more = cleared.size() - AlibisNamed;
    QString list = cleared.mid(0, AlibisNamed).join(QStringLiteral(", "));
    if (more > 0) {
        list = Texts::tr("%1 and %n more", nullptr, int(more)).arg(list);
    }
    return Texts::tr("Ruled out: %1").arg(list);
}

} // namespace

QString coverageText(const Coverage &coverage)
{
    return Texts::tr("%1 of %2 checks answered on %3 of %n node(s)", nullptr, coverage.nodes)
        .arg(coverage.checksAnswered)
        .arg(coverage.checks)
        .arg(coverage.nodesExamined);
}

QString tellingProbe(const Diagnosis &diagnosis, const FindingsNames &names, const Phrases &phrases)
{
    const QString language = phrases.language();
    if (!diagnosis.causes.isEmpty() && diagnosis.causes.first().confidence != Confidence::Proved
        && !diagnosis.causes.first().tell.isEmpty()) {
        const QString probe = names.probe(diagnosis.causes.first().tell.first(), language);
        return Texts::tr("This would settle it: %1").arg(probe);
    }
    for (const CoverageGap &gap : diagnosis.coverage.gaps) {
        if (gap.couldChangeVerdict) {
            return Texts::tr("This answer could change the verdict: %1 on %2 (%3)")
                .arg(names.probe(gap.probe, language), names.node(gap.node), phrases.reason(gap.reason));
        }
    }
    return {};
}

VerdictText verdictText(const Diagnosis &diagnosis, const FindingsNames &names, const Phrases &phrases)
{
    VerdictText text;
    text.health = overallHealth(diagnosis);
    text.kicker = kicker(diagnosis);
    for (const CauseVerdict &cause : diagnosis.causes) {
        text.causes << VerdictCause{cause.id,
                                    cause.node,
                                    cause.component,
                                    cause.confidence,
                                    visibleText(cause.sentence.in(phrases.language())),
                                    causeDetail(diagnosis, cause, phrases)};
    }
    if (!text.causes.isEmpty()) {
        text.headline = text.causes.first().headline;
        text.detail = text.causes.first().detail;
        if (diagnosis.causes.first().confidence != Confidence::Proved) {
            text.advice = tellingProbe(diagnosis, names, phrases);
        }
        return text;
    }
    text.headline = phrases.overall(diagnosis);
    const bool examined = diagnosis.overall != Overall::NothingExamined;
    const QString cleared = diagnosis.overall == Overall::Failures || diagnosis.overall == Overall::Warnings
        ? ruledOut(diagnosis, names, phrases.language())
        : QString();
    if (examined) {
        text.detail = cleared.isEmpty() ? coverageText(diagnosis.coverage)
                                        : cleared + QStringLiteral(" · ") + coverageText(diagnosis.coverage);
    }
    text.advice = tellingProbe(diagnosis, names, phrases);
    return text;
}

} // namespace gordian::ui
