// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "runtime/podreaders.h"

#include "runtime/podtable.h"

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace gordian {

namespace {

using Json = nlohmann::json;

QString textAt(const Json &from, const char *key)
{
    if (!from.is_object() || !from.contains(key)) {
        return {};
    }
    const Json &value = from[key];
    return value.is_string() ? QString::fromStdString(value.get<std::string>())
        : value.is_number()  ? QString::number(value.get<qint64>())
                             : QString();
}

Json objectAt(const Json &from, const char *key)
{
    return from.is_object() && from.contains(key) && from[key].is_object() ? from[key] : Json::object();
}

/// Where each element's id stands: rows of JSON have no lines of their own.
int lineOfId(const Part &part, const QString &id)
{
    const QByteArray key = '"' + id.toUtf8() + '"';
    const qsizetype found = id.isEmpty() ? -1 : part.text.indexOf(key);
    return found < 0 ? 0
                     : 1 + static_cast<int>(std::count(part.text.cbegin(), part.text.cbegin() + found, '\n'));
}

constexpr int shownLines = 9; // id, metadata, state and createdAt of an element

QVector<SandboxRow> sandboxesOf(const Part &part, const Json &items)
{
    QVector<SandboxRow> rows;
    qint64 newest = 0;
    QVector<qint64> createdAt;
    for (const Json &item : items) {
        const Json metadata = objectAt(item, "metadata");
        SandboxRow row;
        row.pod = textAt(metadata, "namespace") + QLatin1Char('/') + textAt(metadata, "name");
        row.ready = textAt(item, "state") == QLatin1String("SANDBOX_READY");
        row.attempt = textAt(metadata, "attempt").toInt();
        row.created = momentOf(textAt(item, "createdAt"));
        row.firstLine = lineOfId(part, textAt(item, "id"));
        row.lastLine = row.firstLine == 0 ? 0 : row.firstLine + shownLines;
        createdAt.append(textAt(item, "createdAt").toLongLong() / 1'000'000'000);
        newest = qMax(newest, createdAt.last());
        rows.append(row);
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (createdAt.at(i) > 0) {
            rows[i].ageSeconds = newest - createdAt.at(i);
        }
    }
    return rows;
}

QVector<ContainerRow> containersOf(const Part &part, const Json &items)
{
    QVector<ContainerRow> rows;
    for (const Json &item : items) {
        const Json metadata = objectAt(item, "metadata");
        const Json labels = objectAt(item, "labels");
        ContainerRow row;
        row.pod = textAt(labels, "io.kubernetes.pod.namespace") + QLatin1Char('/')
            + textAt(labels, "io.kubernetes.pod.name");
        row.name = textAt(metadata, "name");
        row.state = textAt(item, "state").remove(QStringLiteral("CONTAINER_")).toLower();
        row.attempt = textAt(metadata, "attempt").toInt();
        row.created = momentOf(textAt(item, "createdAt"));
        row.firstLine = lineOfId(part, textAt(item, "id"));
        row.lastLine = row.firstLine == 0 ? 0 : row.firstLine + shownLines;
        rows.append(row);
    }
    return rows;
}

/// crictl's table, read from the right: the age before it is words, in the language it was pasted in.
/// The moment is as exact as its words: "3 minutes ago", counted back from when the table was printed.
QVector<SandboxRow> sandboxTable(const Part &part, const QDateTime &printed)
{
    static const QRegularExpression form(QStringLiteral(
        "^([0-9a-f]{5,64})\\s+(.*?)\\s+(Ready|NotReady)\\s+(\\S+)\\s+(\\S+)\\s+(\\d+)(?:\\s+\\S+)?\\s*$"));
    QVector<SandboxRow> rows;
    int number = 0;
    for (const QByteArray &line : linesOf(part)) {
        ++number;
        const QRegularExpressionMatch match = form.match(QString::fromUtf8(line));
        if (match.hasMatch()) {
            SandboxRow row{match.captured(5) + QLatin1Char('/') + match.captured(4),
                           match.captured(3) == QLatin1String("Ready"),
                           match.captured(6).toInt(),
                           ageOf(match.captured(2)),
                           {},
                           number,
                           number};
            if (printed.isValid() && row.ageSeconds) {
                row.created = printed.addSecs(-*row.ageSeconds)
                                  .toUTC()
                                  .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
            }
            rows.append(row);
        }
    }
    return rows;
}

QVector<ContainerRow> containerTable(const Part &part)
{
    static const QRegularExpression form(
        QStringLiteral("^([0-9a-f]{5,64})\\s+(\\S+)\\s+(.*?)\\s+(Running|Exited|Created|Unknown)\\s+(\\S+)"
                       "\\s+(\\d+)\\s+([0-9a-f]{5,64})"
                       "(?:\\s+(\\S+))?(?:\\s+(\\S+))?\\s*$"));
    QVector<ContainerRow> rows;
    int number = 0;
    for (const QByteArray &line : linesOf(part)) {
        ++number;
        const QRegularExpressionMatch match = form.match(QString::fromUtf8(line));
        if (match.hasMatch()) {
            ContainerRow row;
            // Older releases print no namespace, the oldest no pod either.
            const QString space = match.captured(9).isEmpty() ? QStringLiteral("-") : match.captured(9);
            row.pod = space + QLatin1Char('/')
                + (match.captured(8).isEmpty() ? match.captured(7) : match.captured(8));
            row.name = match.captured(5);
            row.state = match.captured(4).toLower();
            row.attempt = match.captured(6).toInt();
            row.firstLine = row.lastLine = number;
            rows.append(row);
        }
    }
    return rows;
}

Json itemsOf(const Part &part, const char *key)
{
    const qsizetype start = part.text.indexOf('{');
    if (start < 0) {
        return nullptr;
    }
    const Json all =
        Json::parse(part.text.constData() + start, part.text.constData() + part.text.size(), nullptr, false);
    return all.is_object() && all.contains(key) && all[key].is_array() ? all[key] : Json();
}

bool saysWhyNot(const Part &part)
{
    return part.text.contains("level=fatal") || part.text.contains("rpc error");
}

} // namespace

void readSandboxes(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        const Json items = itemsOf(part, "items");
        const QVector<SandboxRow> rows =
            items.is_array() ? sandboxesOf(part, items) : sandboxTable(part, artifact.collectedAt);
        if (items.is_array() || !rows.isEmpty()) {
            addSandboxFacts(facts, rows);
        } else if (!saysWhyNot(part)) {
            facts.notUnderstood(QStringLiteral("neither JSON nor crictl's table of pods"));
        }
    }
}

void readContainers(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        const Json items = itemsOf(part, "containers");
        const QVector<ContainerRow> rows =
            items.is_array() ? containersOf(part, items) : containerTable(part);
        if (items.is_array() || !rows.isEmpty()) {
            addContainerFacts(facts, rows);
        } else if (!saysWhyNot(part)) {
            facts.notUnderstood(QStringLiteral("neither JSON nor crictl's table of containers"));
        }
    }
}

/// Lines of `crictl inspect`, one section a container: the node sends those of the status alone.
void readExitedContainers(const Artifact &artifact, FactSink &sink)
{
    static const QRegularExpression form(QStringLiteral("^\\s*\"([A-Za-z./]+)\":\\s*\"?(.*?)\"?,?$"));
    for (const Part &part : partsOf(artifact)) {
        QMap<QString, QString> values;
        for (const QByteArray &line : linesOf(part)) {
            const QRegularExpressionMatch match = form.match(QString::fromUtf8(line));
            if (match.hasMatch() && !values.contains(match.captured(1))) {
                values.insert(match.captured(1), match.captured(2));
            }
        }
        ContainerRow row;
        row.pod = values.value(QStringLiteral("io.kubernetes.pod.namespace")) + QLatin1Char('/')
            + values.value(QStringLiteral("io.kubernetes.pod.name"));
        row.name = values.value(QStringLiteral("io.kubernetes.container.name"));
        if (row.name.isEmpty()) {
            continue;
        }
        row.attempt = values.value(QStringLiteral("attempt")).toInt();
        row.started = momentOf(values.value(QStringLiteral("startedAt")));
        row.finished = momentOf(values.value(QStringLiteral("finishedAt")));
        row.reason = values.value(QStringLiteral("reason"));
        if (values.contains(QStringLiteral("exitCode"))) {
            row.exitCode = values.value(QStringLiteral("exitCode")).toLongLong();
        }
        row.firstLine = 1;
        row.lastLine = qMax(1, static_cast<int>(part.text.count('\n')));
        addContainerFacts({artifact, part, sink}, {row});
    }
}

} // namespace gordian
