// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/caserecords.h"

#include "casefile/codenames.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gordian {

namespace {

QString text(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

QStringList texts(const QJsonObject &json, const char *key)
{
    QStringList list;
    const QJsonArray array = json.value(QLatin1String(key)).toArray();
    for (const auto value : array) {
        list.append(value.toString());
    }
    return list;
}

QString momentText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime moment(const QJsonObject &json, const char *key)
{
    return QDateTime::fromString(text(json, key), Qt::ISODateWithMs).toUTC();
}

/// A code of a later version reads as `fallback`: one unknown word must not lose the case.
template <typename Code> Code code(const QJsonObject &json, const char *key, Code fallback)
{
    return codeOfName<Code>(text(json, key)).value_or(fallback);
}

qint64 whole(const QJsonObject &json, const char *key, qint64 fallback = 0)
{
    return json.value(QLatin1String(key)).toInteger(fallback);
}

QJsonObject endpointToJson(const Endpoint &endpoint)
{
    return {{QStringLiteral("user"), endpoint.user},
            {QStringLiteral("host"), endpoint.host},
            {QStringLiteral("port"), endpoint.port}};
}

Endpoint endpointFromJson(const QJsonObject &json)
{
    return {text(json, "user"), text(json, "host"), static_cast<quint16>(whole(json, "port"))};
}

QJsonObject keyToJson(const HostKey &key)
{
    return {{QStringLiteral("type"), key.type},
            {QStringLiteral("sha256"), key.sha256},
            {QStringLiteral("blob"), QString::fromLatin1(key.blob.toBase64())}};
}

HostKey keyFromJson(const QJsonObject &json)
{
    return {text(json, "type"), text(json, "sha256"), QByteArray::fromBase64(text(json, "blob").toLatin1())};
}

QJsonObject failureToJson(const ConnectFailure &f)
{
    return {{QStringLiteral("layer"), codeName(f.layer)},
            {QStringLiteral("hop"), endpointToJson(f.hop)},
            {QStringLiteral("detail"), f.detail},
            {QStringLiteral("ours"), QJsonArray::fromStringList(f.ours)},
            {QStringLiteral("theirs"), QJsonArray::fromStringList(f.theirs)},
            {QStringLiteral("methods"), QJsonArray::fromStringList(f.methods)},
            {QStringLiteral("tried"), QJsonArray::fromStringList(f.tried)},
            {QStringLiteral("offered"), keyToJson(f.offered)},
            {QStringLiteral("known"), keyToJson(f.known)},
            {QStringLiteral("knownHostsFile"), f.knownHostsFile},
            {QStringLiteral("knownHostsLine"), f.knownHostsLine},
            {QStringLiteral("milliseconds"), f.milliseconds}};
}

ConnectFailure failureFromJson(const QJsonObject &json)
{
    ConnectFailure f;
    f.layer = code(json, "layer", ConnectLayer::Internal);
    f.hop = endpointFromJson(json.value(QLatin1String("hop")).toObject());
    f.detail = text(json, "detail");
    f.ours = texts(json, "ours");
    f.theirs = texts(json, "theirs");
    f.methods = texts(json, "methods");
    f.tried = texts(json, "tried");
    f.offered = keyFromJson(json.value(QLatin1String("offered")).toObject());
    f.known = keyFromJson(json.value(QLatin1String("known")).toObject());
    f.knownHostsFile = text(json, "knownHostsFile");
    f.knownHostsLine = static_cast<int>(whole(json, "knownHostsLine"));
    f.milliseconds = static_cast<int>(whole(json, "milliseconds"));
    return f;
}

QJsonObject connectionToJson(const ConnectionInfo &c)
{
    return {{QStringLiteral("serverBanner"), c.serverBanner},
            {QStringLiteral("cipher"), c.cipher},
            {QStringLiteral("hostKeySha256"), c.hostKeySha256},
            {QStringLiteral("authMethod"), c.authMethod},
            {QStringLiteral("connectMilliseconds"), c.connectMilliseconds},
            {QStringLiteral("roundTripMilliseconds"), c.roundTripMilliseconds}};
}

ConnectionInfo connectionFromJson(const QJsonObject &json)
{
    return {text(json, "serverBanner"),
            text(json, "cipher"),
            text(json, "hostKeySha256"),
            text(json, "authMethod"),
            static_cast<int>(whole(json, "connectMilliseconds")),
            static_cast<int>(whole(json, "roundTripMilliseconds"))};
}

Result<QVector<Section>> sectionsFromJson(const QJsonArray &array, qsizetype size)
{
    QVector<Section> sections;
    for (const auto value : array) {
        const QJsonObject json = value.toObject();
        const Section part{text(json, "name"), static_cast<qsizetype>(whole(json, "offset")),
                           static_cast<qsizetype>(whole(json, "length"))};
        if (part.offset < 0 || part.length < 0 || part.offset > size || part.length > size - part.offset) {
            return failure(ErrorCode::Malformed, QStringLiteral("section outside its output"));
        }
        sections.append(part);
    }
    return sections;
}

} // namespace

QJsonObject headToJson(const Case &head)
{
    return {{QStringLiteral("id"), head.id},
            {QStringLiteral("title"), head.title},
            {QStringLiteral("createdAt"), momentText(head.createdAt)},
            {QStringLiteral("gordianVersion"), head.gordianVersion}};
}

void headFromJson(const QJsonObject &json, Case &head)
{
    head.id = text(json, "id");
    head.title = text(json, "title");
    head.createdAt = moment(json, "createdAt");
    head.gordianVersion = text(json, "gordianVersion");
}

QJsonObject nodeToJson(const NodeRecord &record)
{
    QJsonArray jumps;
    for (const Endpoint &hop : record.node.jumps) {
        jumps.append(endpointToJson(hop));
    }
    QJsonObject json{{QStringLiteral("id"), record.node.id},
                     {QStringLiteral("name"), record.node.name},
                     {QStringLiteral("via"), codeName(record.node.via)},
                     {QStringLiteral("endpoint"), endpointToJson(record.node.endpoint)},
                     {QStringLiteral("jumps"), jumps},
                     {QStringLiteral("identityFile"), record.node.identityFile},
                     {QStringLiteral("role"), codeName(record.node.role)},
                     {QStringLiteral("origin"), codeName(record.node.origin)},
                     {QStringLiteral("state"), codeName(record.state)},
                     {QStringLiteral("connection"), connectionToJson(record.connection)},
                     {QStringLiteral("privilege"), codeName(record.privilege)},
                     {QStringLiteral("account"), record.account}};
    if (record.failure) {
        json.insert(QStringLiteral("failure"), failureToJson(*record.failure));
    }
    if (record.clockOffsetMs) {
        json.insert(QStringLiteral("clockOffsetMs"), *record.clockOffsetMs);
        json.insert(QStringLiteral("clockUncertaintyMs"), record.clockUncertaintyMs);
    }
    return json;
}

Result<NodeRecord> nodeFromJson(const QJsonObject &json)
{
    NodeRecord record;
    record.node.id = text(json, "id");
    if (record.node.id.isEmpty()) {
        return failure(ErrorCode::Malformed, QStringLiteral("node without an id"));
    }
    record.node.name = text(json, "name");
    record.node.via = code(json, "via", Via::Offline);
    record.node.endpoint = endpointFromJson(json.value(QLatin1String("endpoint")).toObject());
    const QJsonArray jumps = json.value(QLatin1String("jumps")).toArray();
    for (const auto hop : jumps) {
        record.node.jumps.append(endpointFromJson(hop.toObject()));
    }
    record.node.identityFile = text(json, "identityFile");
    record.node.role = code(json, "role", NodeRole::Unknown);
    record.node.origin = code(json, "origin", NodeOrigin::Recorded);
    record.state = code(json, "state", ConnectState::Closed);
    record.connection = connectionFromJson(json.value(QLatin1String("connection")).toObject());
    record.privilege = code(json, "privilege", Privilege::None);
    record.account = text(json, "account");
    if (json.contains(QLatin1String("failure"))) {
        record.failure = failureFromJson(json.value(QLatin1String("failure")).toObject());
    }
    if (json.contains(QLatin1String("clockOffsetMs"))) {
        record.clockOffsetMs = whole(json, "clockOffsetMs");
        record.clockUncertaintyMs = static_cast<int>(whole(json, "clockUncertaintyMs"));
    }
    return record;
}

QJsonObject artifactToJson(const Artifact &artifact)
{
    QJsonArray sections;
    for (const Section &part : artifact.sections) {
        sections.append(QJsonObject{{QStringLiteral("name"), part.name},
                                    {QStringLiteral("offset"), static_cast<qint64>(part.offset)},
                                    {QStringLiteral("length"), static_cast<qint64>(part.length)}});
    }
    return {{QStringLiteral("node"), artifact.node},
            {QStringLiteral("probe"), artifact.probe},
            {QStringLiteral("command"), artifact.command},
            {QStringLiteral("state"), codeName(artifact.state)},
            {QStringLiteral("note"), artifact.note},
            {QStringLiteral("exitCode"), artifact.exitCode},
            {QStringLiteral("milliseconds"), artifact.milliseconds},
            {QStringLiteral("collectedAt"), momentText(artifact.collectedAt)},
            {QStringLiteral("outputBytes"), artifact.outputBytes},
            {QStringLiteral("truncated"), artifact.truncated},
            {QStringLiteral("sections"), sections}};
}

Result<Artifact> artifactFromJson(const QJsonObject &json, const QByteArray &output, const QByteArray &errors)
{
    Artifact artifact;
    artifact.node = text(json, "node");
    artifact.probe = text(json, "probe");
    if (artifact.node.isEmpty() || artifact.probe.isEmpty()) {
        return failure(ErrorCode::Malformed, QStringLiteral("artifact without node or probe"));
    }
    artifact.command = text(json, "command");
    artifact.state = code(json, "state", ArtifactState::NotCollected);
    artifact.note = text(json, "note");
    artifact.exitCode = static_cast<int>(whole(json, "exitCode"));
    artifact.milliseconds = whole(json, "milliseconds");
    artifact.collectedAt = moment(json, "collectedAt");
    artifact.output = output;
    artifact.errors = errors;
    artifact.outputBytes = whole(json, "outputBytes", -1);
    artifact.truncated = json.value(QLatin1String("truncated")).toBool();
    auto sections = sectionsFromJson(json.value(QLatin1String("sections")).toArray(), output.size());
    if (!sections) {
        return tl::unexpected(sections.error());
    }
    artifact.sections = *std::move(sections);
    return artifact;
}

QJsonObject runToJson(const RunEntry &entry)
{
    return {{QStringLiteral("at"), momentText(entry.at)},
            {QStringLiteral("node"), entry.node},
            {QStringLiteral("what"), entry.what},
            {QStringLiteral("outcome"), entry.outcome}};
}

RunEntry runFromJson(const QJsonObject &json)
{
    return {moment(json, "at"), text(json, "node"), text(json, "what"), text(json, "outcome")};
}

QByteArray compactJson(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> parseJsonObject(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (!document.isObject()) {
        return failure(ErrorCode::Malformed, problem.errorString());
    }
    return document.object();
}

} // namespace gordian
