// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/plan.h"

#include "casefile/caserecords.h"
#include "casefile/jsonlists.h"
#include "casefile/mendingrecords.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

namespace gordian {

namespace {

QString bytesText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytes(const QJsonObject &json, const char *key)
{
    return QByteArray::fromBase64(json.value(QLatin1String(key)).toString().toLatin1());
}

QString text(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

int whole(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toInt();
}

QStringList texts(const QJsonObject &json, const char *key)
{
    QStringList list;
    const QJsonArray array = json.value(QLatin1String(key)).toArray();
    for (const auto item : array) {
        list.append(item.toString());
    }
    return list;
}

LocalText sentence(const QJsonObject &json, const char *key)
{
    return localTextFromJson(json.value(QLatin1String(key)).toObject());
}

QJsonObject changeToJson(const TextChange &change)
{
    QJsonObject json{{QStringLiteral("kind"), int(change.kind)},
                     {QStringLiteral("path"), QJsonArray::fromStringList(change.path)},
                     {QStringLiteral("to"), QString::fromUtf8(change.to)},
                     {QStringLiteral("flag"), change.flag},
                     {QStringLiteral("pattern"), change.pattern}};
    // Plans of before this was known keep their hash.
    if (change.onlyIfMissing) {
        json.insert(QStringLiteral("onlyIfMissing"), true);
    }
    return json;
}

TextChange changeFromJson(const QJsonObject &json)
{
    return {TextChange::Kind(whole(json, "kind")),
            texts(json, "path"),
            text(json, "to").toUtf8(),
            text(json, "flag"),
            text(json, "pattern"),
            json.value(QStringLiteral("onlyIfMissing")).toBool()};
}

QJsonObject actionToJson(const Action &action)
{
    return {{QStringLiteral("kind"), int(action.kind)},
            {QStringLiteral("text"), localTextToJson(action.text)},
            {QStringLiteral("risk"), localTextToJson(action.risk)},
            {QStringLiteral("check"), action.check},
            {QStringLiteral("file"), action.file},
            {QStringLiteral("format"), int(action.format)},
            {QStringLiteral("changes"), arrayOf(action.changes, changeToJson)},
            {QStringLiteral("content"), bytesText(action.content)},
            {QStringLiteral("mode"), action.mode},
            {QStringLiteral("unit"), action.unit},
            {QStringLiteral("verb"), action.verb},
            {QStringLiteral("command"), action.command},
            {QStringLiteral("undo"), action.undo},
            {QStringLiteral("was"), action.was},
            {QStringLiteral("touches"), QJsonArray::fromStringList(action.touches)},
            {QStringLiteral("isOptional"), action.isOptional},
            {QStringLiteral("isIrreversible"), action.isIrreversible},
            {QStringLiteral("seconds"), action.seconds}};
}

Action actionFromJson(const QJsonObject &json)
{
    Action made;
    made.kind = Action::Kind(whole(json, "kind"));
    made.text = sentence(json, "text");
    made.risk = sentence(json, "risk");
    made.check = text(json, "check");
    made.file = text(json, "file");
    made.format = TextFormat(whole(json, "format"));
    made.changes = vectorOf<TextChange>(json, "changes", changeFromJson);
    made.content = bytes(json, "content");
    made.mode = whole(json, "mode");
    made.unit = text(json, "unit");
    made.verb = text(json, "verb");
    made.command = text(json, "command");
    made.undo = text(json, "undo");
    made.was = text(json, "was");
    made.touches = texts(json, "touches");
    made.isOptional = json.value(QStringLiteral("isOptional")).toBool();
    made.isIrreversible = json.value(QStringLiteral("isIrreversible")).toBool();
    made.seconds = whole(json, "seconds");
    return made;
}

QJsonObject keptToJson(const KeptPlace &kept)
{
    return {{QStringLiteral("path"), kept.path}, {QStringLiteral("digest"), kept.digest}};
}

QJsonObject plannedToJson(const PlannedAction &planned)
{
    return {{QStringLiteral("action"), actionToJson(planned.action)},
            {QStringLiteral("isDone"), planned.isDone},
            {QStringLiteral("kept"), arrayOf(planned.kept, keptToJson)},
            {QStringLiteral("before"), bytesText(planned.before)},
            {QStringLiteral("after"), bytesText(planned.after)},
            {QStringLiteral("diff"), bytesText(planned.diff)},
            {QStringLiteral("was"), planned.was},
            {QStringLiteral("unitState"), planned.unitState}};
}

PlannedAction plannedFromJson(const QJsonObject &json)
{
    PlannedAction made;
    made.action = actionFromJson(json.value(QStringLiteral("action")).toObject());
    made.isDone = json.value(QStringLiteral("isDone")).toBool();
    made.kept = vectorOf<KeptPlace>(json, "kept", [](const QJsonObject &kept) {
        return KeptPlace{text(kept, "path"), text(kept, "digest")};
    });
    made.before = bytes(json, "before");
    made.after = bytes(json, "after");
    made.diff = bytes(json, "diff");
    made.was = text(json, "was");
    made.unitState = text(json, "unitState");
    return made;
}

QJsonObject remedyToJson(const Remedy &remedy)
{
    const Verification &verification = remedy.verification;
    return {{QStringLiteral("id"), remedy.id},
            {QStringLiteral("node"), remedy.node},
            {QStringLiteral("title"), localTextToJson(remedy.title)},
            {QStringLiteral("effect"), localTextToJson(remedy.effect)},
            {QStringLiteral("risk"), int(remedy.risk)},
            {QStringLiteral("downtime"), remedy.downtimeSeconds},
            {QStringLiteral("interrupts"), QJsonArray::fromStringList(remedy.interrupts)},
            {QStringLiteral("snapshotsEtcd"), remedy.snapshotsEtcd},
            {QStringLiteral("verify"), verification.command},
            {QStringLiteral("says"), localTextToJson(verification.says)},
            {QStringLiteral("stable"), verification.stableSeconds},
            {QStringLiteral("within"), verification.withinSeconds}};
}

Remedy remedyFromJson(const QJsonObject &json)
{
    Remedy made;
    made.id = text(json, "id");
    made.node = text(json, "node");
    made.title = sentence(json, "title");
    made.effect = sentence(json, "effect");
    made.risk = RemedyRisk(whole(json, "risk"));
    made.downtimeSeconds = whole(json, "downtime");
    made.interrupts = texts(json, "interrupts");
    made.snapshotsEtcd = json.value(QStringLiteral("snapshotsEtcd")).toBool();
    made.verification = {text(json, "verify"), sentence(json, "says"), whole(json, "stable"),
                         whole(json, "within")};
    return made;
}

/// What is started again and again is active now, activating or failed a moment later; what is stopped stays
/// so.
QString steadyState(const QString &unitState)
{
    const QString runs = unitState.section(QLatin1Char(' '), 0, 0);
    const bool isStarted = !runs.isEmpty() && runs != QLatin1String("inactive");
    return isStarted ? QStringLiteral("active ") + unitState.section(QLatin1Char(' '), 1) : unitState;
}

/// What is done where, without when and by whom.
QJsonObject deedsOf(const Plan &plan)
{
    return {{QStringLiteral("cause"), plan.cause},
            {QStringLiteral("remedy"), remedyToJson(plan.remedy)},
            {QStringLiteral("host"), plan.node.endpoint.display()},
            {QStringLiteral("actions"), arrayOf(plan.actions, plannedToJson)}};
}

} // namespace

QString hashOf(const Plan &plan)
{
    Plan steady = plan;
    for (PlannedAction &planned : steady.actions) {
        planned.unitState = steadyState(planned.unitState);
    }
    const QByteArray json = compactJson(deedsOf(steady));
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
}

QString digestAfter(const PlannedAction &planned)
{
    const auto hash = [&] {
        return QString::fromLatin1(
            QCryptographicHash::hash(planned.after, QCryptographicHash::Sha256).toHex());
    };
    switch (planned.action.kind) {
    case Action::Kind::Edit:
        return hash() + QLatin1Char(':') + planned.kept.first().digest.section(QLatin1Char(':'), 1);
    case Action::Kind::Place:
        return hash() + QLatin1Char(':') + QString::number(planned.action.mode, 8) + QStringLiteral(":0:0");
    case Action::Kind::SetAside:
        return QStringLiteral("absent");
    default:
        return {};
    }
}

QByteArray planToJson(const Plan &plan)
{
    QJsonObject json = deedsOf(plan);
    NodeRecord record;
    record.node = plan.node;
    json.insert(QStringLiteral("node"), nodeToJson(record));
    json.insert(QStringLiteral("id"), plan.id);
    json.insert(QStringLiteral("at"), plan.at.toString(Qt::ISODateWithMs));
    json.insert(QStringLiteral("hash"), hashOf(plan));
    json.insert(QStringLiteral("by"), plan.by);
    json.insert(QStringLiteral("account"), plan.account);
    json.insert(QStringLiteral("causeSentence"), localTextToJson(plan.causeSentence));
    QJsonObject said;
    for (auto each = plan.says.cbegin(); each != plan.says.cend(); ++each) {
        said.insert(each.key(), localTextToJson(each.value()));
    }
    json.insert(QStringLiteral("says"), said);
    json.insert(QStringLiteral("clears"), QJsonArray::fromStringList(plan.clears));
    json.insert(QStringLiteral("stays"), QJsonArray::fromStringList(plan.stays));
    return compactJson(json);
}

Result<Plan> planFromJson(const QByteArray &json)
{
    const auto object = parseJsonObject(json);
    if (!object) {
        return tl::unexpected<Error>(object.error());
    }
    const auto record = nodeFromJson(object->value(QStringLiteral("node")).toObject());
    if (!record) {
        return tl::unexpected<Error>(record.error());
    }
    Plan made;
    made.id = text(*object, "id");
    made.cause = text(*object, "cause");
    made.at = QDateTime::fromString(text(*object, "at"), Qt::ISODateWithMs).toUTC();
    made.remedy = remedyFromJson(object->value(QStringLiteral("remedy")).toObject());
    made.node = record->node;
    made.actions = vectorOf<PlannedAction>(*object, "actions", plannedFromJson);
    made.clears = texts(*object, "clears");
    made.stays = texts(*object, "stays");
    made.by = text(*object, "by");
    made.account = text(*object, "account");
    made.causeSentence = sentence(*object, "causeSentence");
    const QJsonObject said = object->value(QStringLiteral("says")).toObject();
    for (auto each = said.begin(); each != said.end(); ++each) {
        made.says.insert(each.key(), localTextFromJson(each.value().toObject()));
    }
    if (made.id.isEmpty() || hashOf(made) != text(*object, "hash")) {
        return failure(ErrorCode::Malformed, QStringLiteral("the plan is not what its hash says"));
    }
    return made;
}

} // namespace gordian
