// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/reportcontext.h"

#include "casefile/casestore.h"
#include "core/overallhealth.h"

#include <QSet>

#include <algorithm>

namespace gordian {

namespace {

bool isSymptom(const Finding &finding)
{
    return finding.health == Health::Degraded || finding.health == Health::Failed;
}

} // namespace

int rankOf(Health health)
{
    static const int ranks[] = {5, 2, 1, 3, 4}; // healthy, degraded, failed, blocked, unknown
    return ranks[static_cast<int>(health)];
}

QString ReportContext::nodeName(const QString &node) const
{
    if (node.isEmpty()) {
        return say(QT_TRANSLATE_NOOP("report", "the cluster"));
    }
    const NodeRecord *record = investigated().node(node);
    return record && !record->node.name.isEmpty() ? record->node.name : node;
}

QString ReportContext::componentName(const QString &component) const
{
    if (const Component *known = input.knowledge.component(component)) {
        return in(known->name);
    }
    const auto &vertices = diagnosis().vertices;
    const auto found = std::find_if(vertices.cbegin(), vertices.cend(),
                                    [&](const GraphVertex &v) { return v.component == component; });
    const QString name = found == vertices.cend() ? QString() : in(found->name);
    return name.isEmpty() ? component : name;
}

QString ReportContext::componentLetter(const QString &component) const
{
    const Component *known = input.knowledge.component(component);
    return known && !known->letter.isEmpty() ? known->letter : component.left(1).toUpper();
}

const GraphVertex *ReportContext::vertex(const QString &id) const
{
    const auto &vertices = diagnosis().vertices;
    const auto found =
        std::find_if(vertices.cbegin(), vertices.cend(), [&](const GraphVertex &v) { return v.id == id; });
    return found == vertices.cend() ? nullptr : &*found;
}

QString ReportContext::vertexName(const QString &id) const
{
    const GraphVertex *found = vertex(id);
    if (!found) {
        return id;
    }
    return found->node.isEmpty()
        ? in(found->name)
        : say(QT_TRANSLATE_NOOP("report", "%1 on %2")).arg(in(found->name), nodeName(found->node));
}

QString ReportContext::probeTitle(const QString &probe) const
{
    const Probe *known = input.knowledge.probe(probe);
    const QString title = known ? in(known->title) : QString();
    return title.isEmpty() ? probe : title;
}

QString ReportContext::asked(const QString &probe, const QString &command) const
{
    constexpr qsizetype longest = 120;
    const bool plain = std::none_of(command.cbegin(), command.cend(), [](QChar letter) {
        return QStringView(u"|;&$`{}\n\\").contains(letter);
    });
    return plain && !command.isEmpty() && command.size() <= longest ? command : probeTitle(probe);
}

QString ReportContext::logTitle(const QString &reference) const
{
    const QString node = reference.section(QLatin1Char('/'), 0, 0);
    const QString id = reference.section(QLatin1Char('/'), 1);
    const Signature *signature = input.knowledge.signature(id);
    return QStringLiteral("%1: %2").arg(nodeName(node), signature ? in(signature->title) : id);
}

QString ReportContext::findingText(const Finding &finding) const
{
    const bool isShort = finding.health == Health::Healthy && in(finding.title) != in(finding.says);
    return isShort ? QStringLiteral("%1: %2").arg(in(finding.title), in(finding.says)) : in(finding.says);
}

QString ReportContext::alibiText(const Alibi &alibi) const
{
    return QStringLiteral("%1: %2").arg(componentName(alibi.component), in(alibi.text));
}

QStringList ReportContext::evidencePlace(const Evidence &evidence) const
{
    const SourceRef &source = evidence.source;
    QStringList place{nodeName(source.node)};
    place << asked(source.probe, evidence.command);
    if (!source.section.isEmpty()) {
        place << source.section;
    }
    if (source.firstLine > 0 && source.lastLine > source.firstLine) {
        place << say(QT_TRANSLATE_NOOP("report", "lines %1–%2")).arg(source.firstLine).arg(source.lastLine);
    } else if (source.firstLine > 0) {
        place << say(QT_TRANSLATE_NOOP("report", "line %1")).arg(source.firstLine);
    }
    if (evidence.time.isValid()) {
        place << phrases.moment(evidence.time);
    }
    if (evidence.occurrences > 1) {
        place << say(QT_TRANSLATE_NOOP("report", "seen %1 times")).arg(evidence.occurrences);
    }
    return place;
}

const Finding *ReportContext::finding(const QString &reference) const
{
    const auto &findings = diagnosis().findings;
    const auto found = std::find_if(findings.cbegin(), findings.cend(), [&](const Finding &f) {
        return f.node + QLatin1Char('/') + f.id == reference;
    });
    return found == findings.cend() ? nullptr : &*found;
}

int ReportContext::symptoms() const
{
    const auto &findings = diagnosis().findings;
    return static_cast<int>(std::count_if(findings.cbegin(), findings.cend(), isSymptom));
}

int ReportContext::explained(const CauseVerdict &cause) const
{
    return static_cast<int>(
        std::count_if(cause.explains.cbegin(), cause.explains.cend(), [&](const QString &reference) {
            const Finding *found = finding(reference);
            return found && isSymptom(*found);
        }));
}

QVector<const Finding *> ReportContext::unexplained() const
{
    QSet<QString> references;
    for (const CauseVerdict &cause : diagnosis().causes) {
        references += QSet<QString>(cause.explains.cbegin(), cause.explains.cend());
    }
    QVector<const Finding *> left;
    for (const Finding &finding : diagnosis().findings) {
        if (isSymptom(finding) && !references.contains(finding.node + QLatin1Char('/') + finding.id)) {
            left.append(&finding);
        }
    }
    return left;
}

Health ReportContext::worst() const
{
    return healthOf(diagnosis().overall);
}

QString ReportContext::headline() const
{
    return diagnosis().causes.isEmpty() ? phrases.overall(diagnosis())
                                        : in(diagnosis().causes.constFirst().sentence);
}

QStringList ReportContext::headlineReasons() const
{
    if (diagnosis().causes.isEmpty()) {
        return {};
    }
    const CauseVerdict &best = diagnosis().causes.constFirst();
    QStringList reasons;
    if (best.confidence == Confidence::Proved) {
        reasons << (best.proof.size() == 1
                        ? say(QT_TRANSLATE_NOOP("report", "proved by one fact"))
                        : say(QT_TRANSLATE_NOOP("report", "proved by facts: %1")).arg(best.proof.size()));
    } else {
        reasons
            << say(QT_TRANSLATE_NOOP("report", "not proved: %1")).arg(phrases.confidence(best.confidence));
    }
    if (symptoms() > 0) {
        reasons << say(QT_TRANSLATE_NOOP("report", "explains %1 of %2 symptoms"))
                       .arg(explained(best))
                       .arg(symptoms());
    }
    return reasons;
}

QStringList ReportContext::wantedSudoers() const
{
    const auto &gaps = diagnosis().coverage.gaps;
    const bool wanting = std::any_of(gaps.cbegin(), gaps.cend(), [](const CoverageGap &gap) {
        return gap.reason == UnknownReason::NotPermitted;
    });
    QStringList accounts;
    QString lines;
    for (const NodeRecord &record : investigated().nodes) {
        const bool examined = !record.failure && record.node.via != Via::Offline;
        if (wanting && examined && record.privilege == Privilege::None
            && !accounts.contains(record.account)) {
            accounts << record.account;
            lines += phrases.sudoersLines(record.account);
        }
    }
    return lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

QByteArray ReportContext::embeddedCase() const
{
    return (input.packed.isEmpty() ? packCase(investigated()) : input.packed).toBase64();
}

} // namespace gordian
