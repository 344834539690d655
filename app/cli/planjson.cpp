// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/planjson.h"

#include "casefile/mendingrecords.h"
#include "remedy/transcript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <iterator>

namespace gordian {

namespace {

// Names never change once given: scripts read them. In the order of their enumerations.
constexpr const char *Objections[] = {
    "missing-program", "not-root",           "busy",         "no-such-file", "file-in-the-way",
    "not-readable",    "cannot-edit",        "check-failed", "was-failed",   "quorum",
    "nothing-to-do",   "last-control-plane", "other-node"};
constexpr const char *Risks[] = {"low", "moderate", "high"};
static_assert(std::size(Objections) == static_cast<size_t>(Objection::OtherNode) + 1);
static_assert(std::size(Risks) == static_cast<size_t>(RemedyRisk::High) + 1);

template <typename Code, size_t N> QString name(const char *const (&table)[N], Code code)
{
    return QLatin1String(table[static_cast<size_t>(code)]);
}

QByteArray document(const char *schema, QJsonObject json)
{
    json.insert(QStringLiteral("schema"), QLatin1String(schema));
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QJsonObject remedyJson(const Remedy &remedy, const QString &language)
{
    return {{QStringLiteral("remedy"), remedy.id},
            {QStringLiteral("node"), remedy.node},
            {QStringLiteral("title"), remedy.title.in(language)},
            {QStringLiteral("effect"), remedy.effect.in(language)},
            {QStringLiteral("risk"), name(Risks, remedy.risk)},
            {QStringLiteral("downtimeSeconds"), remedy.downtimeSeconds},
            {QStringLiteral("interrupts"), QJsonArray::fromStringList(remedy.interrupts)}};
}

QJsonObject stepJson(const PlannedAction &planned, const QString &language)
{
    QJsonArray kept;
    for (const KeptPlace &place : planned.kept) {
        kept.append(QJsonObject{{QStringLiteral("path"), place.path},
                                {QStringLiteral("before"), place.digest},
                                {QStringLiteral("after"), digestAfter(planned)}});
    }
    QJsonObject json{{QStringLiteral("text"), planned.action.text.in(language)},
                     {QStringLiteral("risk"), planned.action.risk.in(language)},
                     {QStringLiteral("irreversible"), planned.action.isIrreversible},
                     {QStringLiteral("done"), planned.isDone},
                     {QStringLiteral("check"), planned.action.check},
                     {QStringLiteral("undo"), undoOf(planned)},
                     {QStringLiteral("kept"), kept}};
    if (!planned.isDone) {
        json.insert(planned.diff.isEmpty() ? QStringLiteral("command") : QStringLiteral("diff"),
                    deedOf(planned));
    }
    return json;
}

QJsonArray foretoldJson(const QStringList &findings, const Plan &plan, const QString &language)
{
    QJsonArray all;
    for (const QString &finding : findings) {
        all.append(QJsonObject{{QStringLiteral("finding"), finding},
                               {QStringLiteral("says"), plan.says.value(finding).in(language)}});
    }
    return all;
}

} // namespace

QByteArray offersJson(const Diagnosis &diagnosis, const Phrases &phrases)
{
    QJsonArray all;
    for (const CauseVerdict &cause : diagnosis.causes) {
        for (const Remedy &remedy : cause.remedies) {
            QJsonObject json = remedyJson(remedy, phrases.language());
            json.insert(QStringLiteral("cause"), cause.id);
            json.insert(QStringLiteral("sentence"), cause.sentence.in(phrases.language()));
            all.append(json);
        }
    }
    return document("gordian.remedies/1", {{QStringLiteral("remedies"), all}});
}

QByteArray planJson(const Plan &plan, const Phrases &phrases)
{
    const QString language = phrases.language();
    QJsonObject json = remedyJson(plan.remedy, language);
    QJsonArray steps;
    for (const PlannedAction &planned : plan.actions) {
        steps.append(stepJson(planned, language));
    }
    QJsonArray refusals;
    for (const Refusal &refusal : plan.refusals) {
        QJsonObject each{{QStringLiteral("code"), name(Objections, refusal.objection)},
                         {QStringLiteral("text"), phrases.refusal(refusal)}};
        if (refusal.action >= 0) {
            each.insert(QStringLiteral("step"), refusal.action + 1);
        }
        refusals.append(each);
    }
    const Verification &verification = plan.remedy.verification;
    json.insert(QStringLiteral("hash"), hashOf(plan));
    json.insert(QStringLiteral("allowed"), plan.isAllowed());
    json.insert(QStringLiteral("cause"), plan.cause);
    json.insert(QStringLiteral("address"), plan.node.endpoint.display());
    json.insert(QStringLiteral("steps"), steps);
    json.insert(QStringLiteral("refusals"), refusals);
    json.insert(QStringLiteral("verification"),
                QJsonObject{{QStringLiteral("command"), verification.command},
                            {QStringLiteral("says"), verification.says.in(language)},
                            {QStringLiteral("stableSeconds"), verification.stableSeconds},
                            {QStringLiteral("withinSeconds"), verification.withinSeconds}});
    json.insert(QStringLiteral("clears"), foretoldJson(plan.clears, plan, language));
    json.insert(QStringLiteral("stays"), foretoldJson(plan.stays, plan, language));
    return document("gordian.plan/1", json);
}

QByteArray mendingsJson(const QVector<Mending> &mendings, const Phrases &phrases)
{
    QJsonArray all;
    for (const Mending &mending : mendings) {
        const Plan &plan = mending.plan;
        const QDateTime last = mending.entries.isEmpty() ? plan.at : mending.entries.last().at;
        all.append(QJsonObject{{QStringLiteral("id"), plan.id},
                               {QStringLiteral("state"), nameOf(mending.state)},
                               {QStringLiteral("unfinished"), mending.isUnfinished()},
                               {QStringLiteral("node"), plan.node.name},
                               {QStringLiteral("address"), plan.node.endpoint.display()},
                               {QStringLiteral("remedy"), plan.remedy.id},
                               {QStringLiteral("title"), plan.remedy.title.in(phrases.language())},
                               {QStringLiteral("cause"), plan.cause},
                               {QStringLiteral("by"), plan.by},
                               {QStringLiteral("planHash"), hashOf(plan)},
                               {QStringLiteral("plannedAt"), plan.at.toUTC().toString(Qt::ISODateWithMs)},
                               {QStringLiteral("changedAt"), last.toUTC().toString(Qt::ISODateWithMs)}});
    }
    return document("gordian.mendings/1", {{QStringLiteral("mendings"), all}});
}

} // namespace gordian
