// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "support/builtinlogs.h"

#include "knowledge/syntaxes.h"
#include "support/casefixture.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <algorithm>

namespace gordian::test {

namespace {

QStringList filesBelow(const QString &folder, const QString &pattern)
{
    QStringList found;
    QDirIterator files(QStringLiteral(GORDIAN_SOURCE_DIR "/") + folder, {pattern}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        found.append(files.next());
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

KnowledgeBase builtInKnowledge()
{
    QVector<PackSource> sources;
    const QStringList files = filesBelow(QStringLiteral("plugins"), QStringLiteral("*.json"));
    for (const QString &name : files) {
        QFile file(name);
        if (name.contains(QLatin1String("/pack/")) && file.open(QIODevice::ReadOnly)) {
            sources.append({name.section(QLatin1Char('/'), -3, -3), name, file.readAll()});
        }
    }
    auto loaded = KnowledgeBase::load(sources);
    return loaded ? std::move(*loaded) : KnowledgeBase();
}

QByteArray recordedLogs(const KnowledgeBase &knowledge)
{
    QByteArray logs;
    QSet<QByteArray> known;
    const QStringList files = filesBelow(QStringLiteral("tests/data/knowledge"), QStringLiteral("*.case"));
    for (const QString &name : files) {
        const auto fixture = readCaseFixture(name);
        const QVector<Artifact> artifacts = fixture ? fixture->artifacts : QVector<Artifact>();
        for (const Artifact &artifact : artifacts) {
            const Probe *probe = knowledge.probe(artifact.probe);
            const bool isLog = probe && isLogSyntax(probe->syntax);
            const QList<QByteArray> lines = isLog ? artifact.output.split('\n') : QList<QByteArray>();
            for (const QByteArray &line : lines) {
                if (!line.isEmpty() && !known.contains(line)) {
                    known.insert(line);
                    logs += line + '\n';
                }
            }
        }
    }
    return logs;
}

} // namespace gordian::test
