// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "pluginhost/pluginhost.h"

#include "knowledge/packedknowledge.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPluginLoader>
#include <QStandardPaths>

#include <algorithm>

namespace gordian {

namespace {

constexpr qint64 largestPackFile = 8 * 1024 * 1024;

QVector<PackSource> packFilesIn(const QString &folder, const QString &pack)
{
    QVector<PackSource> sources;
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        QFile file(folder + QLatin1Char('/') + name);
        if (file.open(QIODevice::ReadOnly)) {
            sources.append({pack, file.fileName(), file.read(largestPackFile)});
        }
    }
    return sources;
}

/// A user's pack is called what it says; where it says nothing, the lint tells.
QVector<PackSource> ownPackIn(const QString &folder)
{
    QVector<PackSource> sources = packFilesIn(folder, QDir(folder).dirName());
    for (PackSource &source : sources) {
        const QString name =
            QJsonDocument::fromJson(source.json).object().value(QLatin1String("pack")).toString();
        source.pack = name.isEmpty() ? source.pack : name;
    }
    return sources;
}

LoadedPack summaryOf(const QVector<PackSource> &sources, const QString &folder)
{
    LoadedPack pack;
    pack.folder = folder;
    for (const PackSource &source : sources) {
        const QJsonObject json = QJsonDocument::fromJson(source.json).object();
        const auto count = [&](const char *list) {
            return int(json.value(QLatin1String(list)).toArray().size());
        };
        pack.id = source.pack;
        pack.causes += count("causes");
        pack.checks += count("checks");
        pack.signatures += count("signatures");
    }
    return pack;
}

QStringList problemsOf(const QVector<PackSource> &known, const QVector<PackSource> &packs)
{
    QStringList lines;
    const QVector<PackProblem> problems = KnowledgeBase::lint(known + packs);
    for (const PackProblem &problem : problems) {
        const bool isOurs = std::any_of(packs.cbegin(), packs.cend(),
                                        [&](const PackSource &pack) { return pack.file == problem.file; });
        if (isOurs) {
            lines.append(problem.line());
        }
    }
    return lines;
}

QVector<PackSource> packsOf(const QString &plugin)
{
    return packFilesIn(QStringLiteral(":/gordian/packs/") + plugin, plugin);
}

/// What was made of the packs of these plugins when they were built, if they are all and no others.
std::optional<KnowledgeBase> readyKnowledgeOf(const QStringList &plugins)
{
    auto ready = readyKnowledge();
    QStringList packs;
    for (const QString &plugin : plugins) {
        if (QDir(QStringLiteral(":/gordian/packs/") + plugin).exists()) {
            packs.append(plugin);
        }
    }
    packs.sort();
    return ready && ready->packs == packs ? std::optional(std::move(ready->knowledge)) : std::nullopt;
}

const auto kUserPacks = QStringLiteral("/gordian/gordian/packs");

} // namespace

QStringList PluginHost::userPackFolders()
{
    QStringList found;
    const QStringList roots = QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    for (const QString &root : roots) {
        if (QDir(root + kUserPacks).exists()) {
            found.append(root + kUserPacks);
        }
    }
    return found;
}

QString PluginHost::userPackFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + kUserPacks;
}

struct PluginHost::Loading {
    std::vector<std::unique_ptr<QPluginLoader>>
        loaders; ///< kept: unloading would take the parsers' code away
    QStringList builtIn; ///< plugins whose packs are read when they are needed
    QVector<PackSource> packs; ///< of the others, and users'

    QVector<PackSource> all() const
    {
        QVector<PackSource> found;
        for (const QString &plugin : builtIn) {
            found += packsOf(plugin);
        }
        return found + packs;
    }
};

PluginHost::PluginHost() : m_loading(std::make_unique<Loading>())
{
}

PluginHost::~PluginHost()
{
    m_parsers.clear(); // before the code they live in
}

Result<void> PluginHost::load(const QStringList &folders, const QStringList &packFolders)
{
    const QObjectList builtIn = QPluginLoader::staticInstances();
    for (QObject *instance : builtIn) {
        if (auto *plugin = qobject_cast<Plugin *>(instance)) {
            adopt(*plugin);
        }
    }
    m_loading->builtIn = m_plugins;
    if (auto ready = readyKnowledgeOf(m_plugins)) {
        m_knowledge = std::move(*ready);
    } else if (auto read = KnowledgeBase::load(m_loading->all())) {
        m_knowledge = std::move(*read);
    } else {
        return tl::unexpected(read.error());
    }
    for (const QString &folder : folders) {
        loadFolder(folder);
    }
    for (const QString &folder : packFolders) {
        loadPacks(folder);
    }
    return {};
}

void PluginHost::loadPacks(const QString &folder)
{
    if (!QDir(folder).exists()) {
        m_failures.append({folder, {ErrorCode::FileNotReadable, folder, {}}, {}});
        return;
    }
    const QStringList below = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QStringList places{folder};
    for (const QString &name : below) {
        places.append(folder + QLatin1Char('/') + name);
    }
    for (const QString &place : std::as_const(places)) {
        const QVector<PackSource> pack = ownPackIn(place);
        if (!pack.isEmpty()) {
            addPacks(pack, place);
        }
    }
}

void PluginHost::adopt(const Plugin &plugin)
{
    m_plugins.append(plugin.id());
    for (auto &parser : plugin.createParsers()) {
        m_parsers.push_back(std::move(parser));
    }
}

void PluginHost::loadFolder(const QString &folder)
{
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.so")}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        const QString path = folder + QLatin1Char('/') + name;
        auto loader = std::make_unique<QPluginLoader>(path);
        // The IID is read from the file's metadata: code of a foreign or outdated plugin is never run.
        if (loader->metaData().value(QStringLiteral("IID")).toString() != QLatin1String(GORDIAN_PLUGIN_IID)) {
            m_failures.append(
                {path,
                 {ErrorCode::PluginNotLoaded, QStringLiteral("not a Gordian plugin of this version"), {}},
                 {}});
            continue;
        }
        auto *plugin = qobject_cast<Plugin *>(loader->instance());
        if (plugin == nullptr) {
            m_failures.append({path, {ErrorCode::PluginNotLoaded, loader->errorString(), {}}, {}});
            continue;
        }
        if (m_plugins.contains(plugin->id())) {
            m_failures.append(
                {path,
                 {ErrorCode::PluginNotLoaded, QStringLiteral("a plugin with this id is loaded already"), {}},
                 {}});
            continue;
        }
        const QVector<PackSource> packs = packsOf(plugin->id());
        if (addPacks(packs, path)) {
            m_plugins.append(plugin->id());
            for (auto &parser : plugin->createParsers()) {
                m_parsers.push_back(std::move(parser));
            }
            m_loading->loaders.push_back(std::move(loader));
        }
    }
}

QVector<LoadedPack> PluginHost::packs() const
{
    QMap<QString, QVector<PackSource>> builtIn;
    const QVector<PackSource> sources = m_loading->all();
    for (const PackSource &source : sources) {
        if (source.file.startsWith(QLatin1String(":/"))) {
            builtIn[source.pack].append(source);
        }
    }
    QVector<LoadedPack> all;
    for (const auto &pack : std::as_const(builtIn)) {
        all.append(summaryOf(pack, {}));
    }
    return all + m_own;
}

bool PluginHost::addPacks(const QVector<PackSource> &packs, const QString &from)
{
    const QVector<PackSource> known = m_loading->all();
    auto together = KnowledgeBase::load(known + packs);
    if (!together) {
        m_failures.append({from, together.error(), problemsOf(known, packs)});
        return false;
    }
    if (!packs.isEmpty()) {
        m_own.append(summaryOf(packs, from));
    }
    m_knowledge = std::move(*together);
    m_loading->packs += packs;
    return true;
}

} // namespace gordian
