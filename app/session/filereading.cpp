// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/filereading.h"

#include "casefile/casestore.h"
#include "collect/transcript.h"
#include "inventory/inventory.h"

#include <QFile>

#include <cstdio>

namespace gordian {

namespace {

constexpr qint64 kLargestText = 512LL * 1024 * 1024;

/// True when `path` is a case or was meant to be one: then nothing else is looked for in it.
bool readCase(const QString &path, OpenedFiles &found)
{
    auto read = CaseStore::read(path);
    if (read) {
        found.opened = std::move(*read);
        found.path = path;
        found.goesOn = CaseStore::open(path).has_value();
        return true;
    }
    if (read.error().code != ErrorCode::NotAGordianFile) {
        found.problems.append(read.error());
        return true;
    }
    return false;
}

/// Two machines may call themselves the same.
void giveFreshId(const Case &whole, TranscribedNode &node)
{
    const QString wanted = node.record.node.id;
    for (int number = 2; whole.node(node.record.node.id); ++number) {
        node.record.node.id = QStringLiteral("%1-%2").arg(wanted).arg(number);
    }
    for (Artifact &artifact : node.artifacts) {
        artifact.node = node.record.node.id;
    }
    for (RunEntry &entry : node.runs) {
        entry.node = node.record.node.id;
    }
}

void add(TranscribedNode node, Case &whole)
{
    giveFreshId(whole, node);
    whole.nodes.append(node.record);
    whole.artifacts += node.artifacts;
    whole.runs += node.runs;
}

} // namespace

Result<QByteArray> readText(const QString &path)
{
    QFile file(path);
    const bool open =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        return failure(file.exists() ? ErrorCode::FileNotReadable : ErrorCode::FileNotFound, path,
                       {{QStringLiteral("path"), path}});
    }
    if (file.size() > kLargestText) {
        return failure(ErrorCode::TooLarge, path, {{QStringLiteral("path"), path}});
    }
    return file.readAll();
}

Result<Case> caseFromTexts(const QVector<QByteArray> &texts, const QVector<Probe> &probes)
{
    QVector<QByteArray> plain;
    QVector<TranscribedNode> transcribed;
    for (const QByteArray &text : texts) {
        if (!isTranscript(text)) {
            plain.append(text);
            continue;
        }
        auto node = readTranscript(text, probes);
        if (!node) {
            return tl::unexpected(node.error());
        }
        transcribed.append(std::move(*node));
    }
    Case whole = plain.isEmpty()
        ? newCase(transcribed.isEmpty() ? QString() : transcribed.first().record.node.name)
        : caseFromText(plain, probes);
    for (TranscribedNode &node : transcribed) {
        add(std::move(node), whole);
    }
    return whole;
}

OpenedFiles readFiles(const QStringList &paths, const QVector<Probe> &probes)
{
    OpenedFiles found;
    QVector<QByteArray> texts;
    for (const QString &path : paths) {
        if (readCase(path, found)) {
            return found;
        }
        if (const auto nodes = nodesFromFile(path); nodes && !nodes->isEmpty()) {
            found.nodes += *nodes;
        } else if (auto text = readText(path)) {
            texts.append(std::move(*text));
        } else {
            found.problems.append(text.error());
        }
    }
    if (!texts.isEmpty()) {
        auto made = caseFromTexts(texts, probes);
        if (made) {
            found.opened = std::move(*made);
        } else {
            found.problems.append(made.error());
        }
    }
    return found;
}

} // namespace gordian
