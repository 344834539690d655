// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/filereading.h"

#include "casefile/bundle.h"
#include "casefile/casestore.h"
#include "collect/transcript.h"
#include "inventory/inventory.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace gordian {

namespace {

constexpr qint64 kLargestTranscript = 512LL * 1024 * 1024;
constexpr qint64 kBlock = 1024 * 1024;

/// A folder, an archive and text are no cases, and may well be something else.
bool isNoCase(const Error &error)
{
    return error.code == ErrorCode::NotAGordianFile
        || (error.code == ErrorCode::FileNotReadable
            && QFileInfo(error.context.value(QStringLiteral("path"))).isDir());
}

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
    if (!isNoCase(read.error())) {
        found.problems.append(read.error());
        return true;
    }
    return false;
}

/// Two machines may call themselves the same.
void add(TranscribedNode node, Case &whole)
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
    whole.nodes.append(node.record);
    whole.artifacts += node.artifacts;
    whole.runs += node.runs;
}

void add(const Case &part, Case &whole)
{
    for (const NodeRecord &record : part.nodes) {
        TranscribedNode node{record, {}, {}};
        for (const Artifact &artifact : part.artifacts) {
            if (artifact.node == record.node.id) {
                node.artifacts.append(artifact);
            }
        }
        add(std::move(node), whole);
    }
}

/// What was read so far that is no case of its own.
struct Material {
    QVector<KeptText> texts;
    QVector<QByteArray> transcripts;
    QVector<Case> bundles;

    bool isEmpty() const { return texts.isEmpty() && transcripts.isEmpty() && bundles.isEmpty(); }
};

/// A transcript is read whole; of any other text what fits, however long it is.
Result<void> readText(const QString &path, qsizetype most, Material &material)
{
    QFile file(path);
    const bool open =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        return failure(file.exists() ? ErrorCode::FileNotReadable : ErrorCode::FileNotFound, path,
                       {{QStringLiteral("path"), path}});
    }
    QByteArray block = file.read(kBlock);
    if (isTranscript(block)) {
        if (file.size() > kLargestTranscript) {
            return failure(ErrorCode::TooLarge, path, {{QStringLiteral("path"), path}});
        }
        material.transcripts.append(block + file.readAll());
        return {};
    }
    LongText text(most);
    for (; !block.isEmpty(); block = file.read(kBlock)) {
        text.add(block);
    }
    material.texts.append(text.take());
    return {};
}

Result<void> gather(const QString &path, const QVector<Probe> &probes, qsizetype most, Material &material)
{
    if (path != QLatin1String("-") && isBundle(path)) {
        auto bundle = caseFromBundle(path, probes);
        if (!bundle) {
            return tl::unexpected(bundle.error());
        }
        material.bundles.append(std::move(*bundle));
        return {};
    }
    return readText(path, most, material);
}

Result<Case> caseOf(const QVector<QByteArray> &transcripts, const QVector<KeptText> &texts,
                    const QVector<Probe> &probes)
{
    Case whole = texts.isEmpty() && !transcripts.isEmpty() ? newCase({}) : caseFromKeptText(texts, probes);
    for (const QByteArray &text : transcripts) {
        auto node = readTranscript(text, probes);
        if (!node) {
            return tl::unexpected(node.error());
        }
        add(std::move(*node), whole);
    }
    if (whole.title.isEmpty() && !whole.nodes.isEmpty()) {
        whole.title = whole.nodes.first().node.name;
    }
    return whole;
}

Result<Case> caseFrom(const Material &material, const QVector<Probe> &probes)
{
    if (material.texts.isEmpty() && material.transcripts.isEmpty() && material.bundles.size() == 1) {
        return material.bundles.first();
    }
    auto whole = caseOf(material.transcripts, material.texts, probes);
    if (whole) {
        for (const Case &bundle : material.bundles) {
            add(bundle, *whole);
        }
    }
    return whole;
}

} // namespace

Result<Case> caseFromTexts(const QVector<QByteArray> &texts, const QVector<Probe> &probes)
{
    QVector<QByteArray> transcripts;
    QVector<QByteArray> plain;
    for (const QByteArray &text : texts) {
        (isTranscript(text) ? transcripts : plain).append(text);
    }
    QVector<KeptText> kept;
    for (const QByteArray &text : std::as_const(plain)) {
        kept.append(shortened(text, kMostText / plain.size()));
    }
    return caseOf(transcripts, kept, probes);
}

Result<Case> caseFromFiles(const QStringList &paths, const QVector<Probe> &probes)
{
    if (paths.size() == 1 && paths.first() != QLatin1String("-")) {
        auto saved = CaseStore::read(paths.first());
        if (saved || !isNoCase(saved.error())) {
            return saved;
        }
    }
    Material material;
    for (const QString &path : paths) {
        if (auto gathered = gather(path, probes, kMostText / paths.size(), material); !gathered) {
            return tl::unexpected(gathered.error());
        }
    }
    return caseFrom(material, probes);
}

OpenedFiles readFiles(const QStringList &paths, const QVector<Probe> &probes)
{
    OpenedFiles found;
    Material material;
    for (const QString &path : paths) {
        if (readCase(path, found)) {
            return found;
        }
        if (const auto nodes = isBundle(path) ? Result<QVector<Node>>() : nodesFromFile(path);
            nodes && !nodes->isEmpty()) {
            found.nodes += *nodes;
        } else if (const auto gathered = gather(path, probes, kMostText / paths.size(), material);
                   !gathered) {
            found.problems.append(gathered.error());
        }
    }
    if (!material.isEmpty()) {
        if (auto made = caseFrom(material, probes)) {
            found.opened = std::move(*made);
        } else {
            found.problems.append(made.error());
        }
    }
    return found;
}

} // namespace gordian
