// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "etcd/etcdstatusparser.h"

#include "sdk/lines.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>
#include <QSet>

#include <cstdint>
#include <utility>

namespace gordian {
namespace {

using Json = nlohmann::json;

QString text(const Json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                       : QString();
}

qint64 number(const Json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_number() ? static_cast<qint64>(found->get<double>()) : 0;
}

const Json &inner(const Json &object, const char *key)
{
    static const Json none;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() ? *found : none;
}

QStringList texts(const Json &list)
{
    QStringList all;
    for (const Json &entry : list.is_array() ? list : Json::array()) {
        if (entry.is_string()) {
            all.append(QString::fromStdString(entry.get<std::string>()).trimmed());
        }
    }
    return all;
}

/// What the whole answer adds up to; several sections tell of the same members.
struct Sum {
    int members = 0;
    int voters = 0;
    int alive = 0;
    SourceRef membersAt;
    SourceRef clusterAt;
    QStringList learners;
    QStringList versions; ///< of the members that answer, each once
    QSet<qint64> leaders; ///< as the members that answer see it
    qint64 newest = 0; ///< raft index
    qint64 oldest = -1;
};

void compareMember(const Json &answer, Sum &sum)
{
    const Json &status = inner(answer, "Status");
    const QString version = text(status, "version");
    if (!version.isEmpty() && !sum.versions.contains(version)) {
        sum.versions.append(version);
    }
    const Json &leader = inner(status, "leader");
    if (leader.is_number_unsigned()) {
        sum.leaders.insert(static_cast<qint64>(leader.get<std::uint64_t>()));
    }
    const qint64 index = number(status, "raftIndex");
    sum.newest = qMax(sum.newest, index);
    sum.oldest = sum.oldest < 0 ? index : qMin(sum.oldest, index);
}

/// What only several members together can show.
void addComparison(const Sum &sum, FactSink &sink)
{
    const auto put = [&](const char *key, FactValue value) {
        sink.add(factAt(sum.clusterAt, QLatin1String(key), std::move(value)));
    };
    put("etcd.member-versions", sum.versions);
    put("etcd.version-count", static_cast<qint64>(sum.versions.size()));
    put("etcd.leader-count", static_cast<qint64>(sum.leaders.size()));
    put("etcd.raft-gap", sum.newest - qMax<qint64>(0, sum.oldest));
}

void addStatus(const Json &answer, const SourceRef &source, FactSink &sink)
{
    const Json &status = inner(answer, "Status");
    const auto put = [&](const char *key, FactValue value) {
        sink.add(factAt(source, QLatin1String(key), std::move(value)));
    };
    put("etcd.version", text(status, "version"));
    put("etcd.db-size", number(status, "dbSize"));
    put("etcd.db-size-in-use", number(status, "dbSizeInUse"));
    put("etcd.has-leader", number(status, "leader") != 0);
    put("etcd.errors", texts(inner(status, "errors")));
}

void addHealth(const Json &answer, const SourceRef &source, FactSink &sink)
{
    const Json &health = inner(answer, "health");
    if (!health.is_boolean()) {
        return;
    }
    sink.add(factAt(source, QStringLiteral("etcd.endpoint-healthy"), health.get<bool>()));
    const QString error = text(answer, "error");
    if (!error.isEmpty()) {
        sink.add(factAt(source, QStringLiteral("etcd.endpoint-error"), error.trimmed()));
    }
}

void addMembers(const Json &answer, const SourceRef &source, FactSink &sink, Sum &sum)
{
    QStringList names;
    QStringList peers;
    for (const Json &member : inner(answer, "members")) {
        const QString name = text(member, "name");
        ++sum.members;
        const bool learner = inner(member, "isLearner") == Json(true);
        sum.voters += learner ? 0 : 1;
        if (learner) {
            sum.learners.append(name);
        }
        names.append(name.isEmpty() ? QStringLiteral("(unstarted)") : name);
        peers.append(texts(inner(member, "peerURLs")));
    }
    sum.membersAt = source;
    sink.add(factAt(source, QStringLiteral("etcd.members"), static_cast<qint64>(sum.members)));
    sink.add(factAt(source, QStringLiteral("etcd.member-names"), names));
    sink.add(factAt(source, QStringLiteral("etcd.member-peers"), peers));
    sink.add(factAt(source, QStringLiteral("etcd.learners"), sum.learners));
}

void addEntry(const Json &entry, const SourceRef &source, bool cluster, FactSink &sink, Sum &sum)
{
    if (inner(entry, "Status").is_object()) {
        sum.alive += cluster ? 1 : 0;
        sum.clusterAt = cluster ? source : sum.clusterAt;
        if (cluster) {
            compareMember(entry, sum);
        } else {
            addStatus(entry, source, sink);
        }
    } else {
        addHealth(entry, source, sink);
    }
}

void addJson(const Json &answer, const SourceRef &source, FactSink &sink, Sum &sum)
{
    const bool cluster = source.section == QLatin1String("cluster");
    if (answer.is_array()) {
        for (const Json &entry : answer) {
            addEntry(entry, source, cluster, sink, sum);
        }
    } else if (inner(answer, "members").is_array()) {
        addMembers(answer, source, sink, sum);
    } else if (!inner(answer, "health").is_null()) {
        addHealth(answer, source, sink);
    }
}

} // namespace

QStringList EtcdStatusParser::probes() const
{
    return {QStringLiteral("etcd.status")};
}

void EtcdStatusParser::parse(const Artifact &artifact, FactSink &sink) const
{
    static const QRegularExpression alarm(QStringLiteral("^memberID:(\\d+) +alarm:(\\w+)"));
    QStringList alarms;
    Sum sum;
    bool asked = false;
    SourceRef alarmAt;
    for (const ArtifactLine &line : linesOf(artifact)) {
        const SourceRef source = sourceAt(artifact, line, line);
        const bool json = line.text.startsWith('[') || line.text.startsWith('{');
        // etcdctl's own complaints are JSON lines too, with a level.
        if (json && !line.text.startsWith("{\"level\"")) {
            const Json answer = Json::parse(line.text.begin(), line.text.end(), nullptr, false);
            if (answer.is_discarded()) {
                sink.notUnderstood(source, QStringLiteral("not JSON"));
            } else {
                addJson(answer, source, sink, sum);
                asked = asked || answer.is_object() || !answer.empty();
            }
        } else if (const auto match = alarm.match(
                       QString::fromLatin1(line.text.first(qMin<qsizetype>(line.text.size(), 200))));
                   match.hasMatch()) {
            alarms.append(match.captured(2));
            alarmAt = source;
        }
    }
    if (asked || !alarms.isEmpty()) {
        alarms.removeDuplicates();
        sink.add(factAt(alarmAt.isNull() ? SourceRef{artifact.node, artifact.probe, {}, 0, 0} : alarmAt,
                        QStringLiteral("etcd.alarms"), alarms));
    }
    if (sum.members > 0 && !sum.clusterAt.isNull()) {
        sink.add(
            factAt(sum.clusterAt, QStringLiteral("etcd.members-answering"), static_cast<qint64>(sum.alive)));
        sink.add(factAt(sum.clusterAt, QStringLiteral("etcd.quorum"), sum.alive > sum.voters / 2));
    }
    if (sum.alive > 0) {
        addComparison(sum, sink);
    }
}

} // namespace gordian
