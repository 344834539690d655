// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "casefile/mendingrecords.h"

#include "casefile/jsonlists.h"

#include <iterator>

namespace gordian {

namespace {

// In the order of their enumerations.
constexpr const char *MendingStates[] = {"planned", "claimed", "applying", "verifying", "applied",
                                         "undoing", "undone",  "stuck",    "left"};
constexpr const char *ActionStates[] = {"waiting", "running", "done",      "skipped",
                                        "failed",  "undone",  "left-alone"};
static_assert(std::size(MendingStates) == static_cast<size_t>(MendingState::Left) + 1);
static_assert(std::size(ActionStates) == static_cast<size_t>(ActionState::LeftAlone) + 1);

template <typename Code, size_t N>
std::optional<Code> find(const char *const (&table)[N], const QString &name)
{
    for (size_t i = 0; i < N; ++i) {
        if (name == QLatin1String(table[i])) {
            return static_cast<Code>(i);
        }
    }
    return std::nullopt;
}

QString text(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

LocalText sentence(const QJsonObject &json, const char *key)
{
    return localTextFromJson(json.value(QLatin1String(key)).toObject());
}

QString momentText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime moment(const QJsonObject &json, const char *key)
{
    return QDateTime::fromString(text(json, key), Qt::ISODateWithMs).toUTC();
}

QJsonObject mapToJson(const QMap<QString, QString> &map)
{
    QJsonObject json;
    for (auto item = map.cbegin(); item != map.cend(); ++item) {
        json.insert(item.key(), item.value());
    }
    return json;
}

QMap<QString, QString> mapFromJson(const QJsonObject &json)
{
    QMap<QString, QString> map;
    for (auto item = json.begin(); item != json.end(); ++item) {
        map.insert(item.key(), item.value().toString());
    }
    return map;
}

QJsonObject placeToJson(const MendedPlace &place)
{
    return {{QStringLiteral("path"), place.path},
            {QStringLiteral("before"), place.before},
            {QStringLiteral("after"), place.after}};
}

MendedPlace placeFromJson(const QJsonObject &json)
{
    return {text(json, "path"), text(json, "before"), text(json, "after")};
}

QJsonObject stepToJson(const MendingStep &step)
{
    return {{QStringLiteral("text"), localTextToJson(step.text)},
            {QStringLiteral("deed"), step.deed},
            {QStringLiteral("isDiff"), step.isDiff},
            {QStringLiteral("undo"), step.undo},
            {QStringLiteral("isIrreversible"), step.isIrreversible},
            {QStringLiteral("places"), arrayOf(step.places, placeToJson)},
            {QStringLiteral("state"), nameOf(step.state)},
            {QStringLiteral("began"), momentText(step.began)},
            {QStringLiteral("ended"), momentText(step.ended)},
            {QStringLiteral("undone"), momentText(step.undone)},
            {QStringLiteral("trouble"), step.trouble}};
}

MendingStep stepFromJson(const QJsonObject &json)
{
    MendingStep made;
    made.text = sentence(json, "text");
    made.deed = text(json, "deed");
    made.isDiff = json.value(QLatin1String("isDiff")).toBool();
    made.undo = text(json, "undo");
    made.isIrreversible = json.value(QLatin1String("isIrreversible")).toBool();
    made.places = vectorOf<MendedPlace>(json, "places", placeFromJson);
    made.state = actionStateOfName(text(json, "state")).value_or(ActionState::Waiting);
    made.began = moment(json, "began");
    made.ended = moment(json, "ended");
    made.undone = moment(json, "undone");
    made.trouble = text(json, "trouble");
    return made;
}

QJsonObject eventToJson(const MendingEvent &event)
{
    return {{QStringLiteral("at"), momentText(event.at)},
            {QStringLiteral("what"), event.what},
            {QStringLiteral("step"), event.step},
            {QStringLiteral("detail"), event.detail}};
}

MendingEvent eventFromJson(const QJsonObject &json)
{
    return {moment(json, "at"), text(json, "what"), json.value(QLatin1String("step")).toInt(-1),
            text(json, "detail")};
}

QJsonObject foretoldToJson(const Foretold &foretold)
{
    return {{QStringLiteral("finding"), foretold.finding},
            {QStringLiteral("says"), localTextToJson(foretold.says)}};
}

Foretold foretoldFromJson(const QJsonObject &json)
{
    return {text(json, "finding"), sentence(json, "says")};
}

} // namespace

QJsonObject localTextToJson(const LocalText &text)
{
    return {{QStringLiteral("text"), mapToJson(text.byLanguage)},
            {QStringLiteral("values"), mapToJson(text.values)}};
}

LocalText localTextFromJson(const QJsonObject &json)
{
    return {mapFromJson(json.value(QStringLiteral("text")).toObject()),
            mapFromJson(json.value(QStringLiteral("values")).toObject())};
}

QJsonObject mendingToJson(const MendingRecord &record)
{
    return {{QStringLiteral("id"), record.id},
            {QStringLiteral("node"), record.node},
            {QStringLiteral("nodeName"), record.nodeName},
            {QStringLiteral("address"), record.address},
            {QStringLiteral("by"), record.by},
            {QStringLiteral("account"), record.account},
            {QStringLiteral("cause"), record.cause},
            {QStringLiteral("causeSentence"), localTextToJson(record.causeSentence)},
            {QStringLiteral("remedy"), record.remedy},
            {QStringLiteral("title"), localTextToJson(record.title)},
            {QStringLiteral("effect"), localTextToJson(record.effect)},
            {QStringLiteral("planHash"), record.planHash},
            {QStringLiteral("state"), nameOf(record.state)},
            {QStringLiteral("plannedAt"), momentText(record.plannedAt)},
            {QStringLiteral("steps"), arrayOf(record.steps, stepToJson)},
            {QStringLiteral("verification"), localTextToJson(record.verification)},
            {QStringLiteral("verificationCommand"), record.verificationCommand},
            {QStringLiteral("clears"), arrayOf(record.clears, foretoldToJson)},
            {QStringLiteral("stays"), arrayOf(record.stays, foretoldToJson)},
            {QStringLiteral("events"), arrayOf(record.events, eventToJson)}};
}

Result<MendingRecord> mendingFromJson(const QJsonObject &json)
{
    MendingRecord made;
    made.id = text(json, "id");
    if (made.id.isEmpty()) {
        return failure(ErrorCode::Malformed, QStringLiteral("mending without an id"));
    }
    made.node = text(json, "node");
    made.nodeName = text(json, "nodeName");
    made.address = text(json, "address");
    made.by = text(json, "by");
    made.account = text(json, "account");
    made.cause = text(json, "cause");
    made.causeSentence = sentence(json, "causeSentence");
    made.remedy = text(json, "remedy");
    made.title = sentence(json, "title");
    made.effect = sentence(json, "effect");
    made.planHash = text(json, "planHash");
    made.state = mendingStateOfName(text(json, "state")).value_or(MendingState::Planned);
    made.plannedAt = moment(json, "plannedAt");
    made.steps = vectorOf<MendingStep>(json, "steps", stepFromJson);
    made.verification = sentence(json, "verification");
    made.verificationCommand = text(json, "verificationCommand");
    made.clears = vectorOf<Foretold>(json, "clears", foretoldFromJson);
    made.stays = vectorOf<Foretold>(json, "stays", foretoldFromJson);
    made.events = vectorOf<MendingEvent>(json, "events", eventFromJson);
    return made;
}

QString nameOf(MendingState state)
{
    return QLatin1String(MendingStates[static_cast<int>(state)]);
}

std::optional<MendingState> mendingStateOfName(const QString &name)
{
    return find<MendingState>(MendingStates, name);
}

QString nameOf(ActionState state)
{
    return QLatin1String(ActionStates[static_cast<int>(state)]);
}

std::optional<ActionState> actionStateOfName(const QString &name)
{
    return find<ActionState>(ActionStates, name);
}

} // namespace gordian
