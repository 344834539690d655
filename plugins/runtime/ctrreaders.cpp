// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "runtime/podreaders.h"

#include "runtime/podtable.h"

#include <QHash>
#include <QRegularExpression>

namespace gordian {

namespace {

QHash<QString, QString> taskStates(const Part &part)
{
    QHash<QString, QString> states;
    for (const QByteArray &line : linesOf(part)) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() == 3 && columns.first() != "TASK") {
            states.insert(QString::fromUtf8(columns.at(0)), QString::fromUtf8(columns.at(2)).toLower());
        }
    }
    return states;
}

QHash<QString, QString> labelsOf(const Part &part)
{
    static const QRegularExpression form(QStringLiteral("^\\s*\"([^\"]+)\":\\s*\"([^\"]*)\",?$"));
    QHash<QString, QString> labels;
    for (const QByteArray &line : linesOf(part)) {
        const QRegularExpressionMatch match = form.match(QString::fromUtf8(line));
        if (match.hasMatch()) {
            labels.insert(match.captured(1), match.captured(2));
        }
    }
    return labels;
}

/// The CRI plugin keeps the attempt as the last part of its own name: "pod_namespace_uid_3".
int attemptOf(const QHash<QString, QString> &labels)
{
    return labels.value(QStringLiteral("metadata-name")).section(QLatin1Char('_'), -1).toInt();
}

QString containerState(const QString &task)
{
    return task.isEmpty() || task == QLatin1String("stopped") ? QStringLiteral("exited") : task;
}

/// ctr lists sandboxes without their task once they are stopped.
void setAges(QVector<SandboxRow> &rows)
{
    QDateTime newest;
    for (const SandboxRow &row : rows) {
        newest = qMax(newest, QDateTime::fromString(row.created, Qt::ISODate));
    }
    for (SandboxRow &row : rows) {
        const QDateTime created = QDateTime::fromString(row.created, Qt::ISODate);
        if (created.isValid()) {
            row.ageSeconds = created.secsTo(newest);
        }
    }
}

} // namespace

void readCtrContainers(const Artifact &artifact, FactSink &sink)
{
    const QVector<Part> parts = partsOf(artifact);
    QHash<QString, QString> tasks;
    QVector<SandboxRow> sandboxes;
    QVector<ContainerRow> containers;
    for (const Part &part : parts) {
        if (part.name.isEmpty() || part.name == QLatin1String("tasks")) {
            tasks.insert(taskStates(part));
            continue;
        }
        const QHash<QString, QString> labels = labelsOf(part);
        const QString pod = labels.value(QStringLiteral("io.kubernetes.pod.namespace")) + QLatin1Char('/')
            + labels.value(QStringLiteral("io.kubernetes.pod.name"));
        if (pod.size() < 2) {
            continue;
        }
        const int last = part.firstLine + qMax(1, static_cast<int>(part.text.count('\n'))) - 1;
        const QString created = momentOf(labels.value(QStringLiteral("CreatedAt")));
        if (labels.value(QStringLiteral("io.cri-containerd.kind")) == QLatin1String("sandbox")) {
            sandboxes.append({pod,
                              tasks.value(part.name) == QLatin1String("running"),
                              attemptOf(labels),
                              {},
                              created,
                              part.firstLine,
                              last});
        } else {
            ContainerRow row;
            row.pod = pod;
            row.name = labels.value(QStringLiteral("io.kubernetes.container.name"));
            row.state = containerState(tasks.value(part.name));
            row.attempt = attemptOf(labels);
            row.created = created;
            row.firstLine = part.firstLine;
            row.lastLine = last;
            containers.append(row);
        }
    }
    if (sandboxes.isEmpty() && containers.isEmpty()) {
        return;
    }
    setAges(sandboxes);
    const Part whole{{}, artifact.output, 1}; // rows carry the lines of the whole output
    const PartFacts facts(artifact, whole, sink);
    addSandboxFacts(facts, sandboxes);
    addContainerFacts(facts, containers);
}

void readContainerLogFiles(const Artifact &artifact, FactSink &sink)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d+) (\\d+)|- -) /var/log/pods/([^_/]+)_([^_/]+)_[^/]+/([^/]+)/(\\d+)\\.log$"));
    for (const Part &part : partsOf(artifact)) {
        QMap<QString, qint64> newest; // a static pod that was made anew begins at 0 in a folder of its own
        const PartFacts facts(artifact, part, sink);
        int number = 0;
        for (const QByteArray &line : linesOf(part)) {
            ++number;
            const QRegularExpressionMatch match = form.match(QString::fromUtf8(line));
            if (!match.hasMatch()) {
                continue;
            }
            const QString subject = match.captured(3) + QLatin1Char('/') + match.captured(4)
                + QLatin1Char('/') + match.captured(5);
            if (!newest.contains(subject) || newest.value(subject) < match.captured(1).toLongLong()) {
                newest.insert(subject, match.captured(1).toLongLong());
                facts.add(QStringLiteral("container.log-attempt"), match.captured(6).toLongLong(), number,
                          subject);
            }
        }
    }
}

} // namespace gordian
