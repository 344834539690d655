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

constexpr qint64 kLargestText = 512LL * 1024 * 1024;

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

/// What was read so far that is no case of its own.
struct Material {
    QVector<QByteArray> texts;
    QVector<Case> bundles;

    bool isEmpty() const { return texts.isEmpty() && bundles.isEmpty(); }
};

Result<void> gather(const QString &path, const QVector<Probe> &probes, Material &material)
{
    if (path != QLatin1String("-") && isBundle(path)) {
        auto bundle = caseFromBundle(path, probes);
        if (!bundle) {
            return tl::unexpected(bundle.error());
        }
        material.bundles.append(std::move(*bundle));
        return {};
    }
    auto text = readText(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    material.texts.append(std::move(*text));
    return {};
}

Result<Case> caseFrom(const Material &material, const QVector<Probe> &probes)
{
    if (material.texts.isEmpty() && material.bundles.size() == 1) {
        return material.bundles.first();
    }
    auto whole = caseFromTexts(material.texts, probes);
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
    Case whole = plain.isEmpty() && !transcribed.isEmpty() ? newCase({}) : caseFromText(plain, probes);
    for (TranscribedNode &node : transcribed) {
        add(std::move(node), whole);
    }
    if (whole.title.isEmpty() && !whole.nodes.isEmpty()) {
        whole.title = whole.nodes.first().node.name;
    }
    return whole;
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
        if (auto gathered = gather(path, probes, material); !gathered) {
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
        } else if (const auto gathered = gather(path, probes, material); !gathered) {
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
