// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "pluginhost/pluginhost.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QPluginLoader>

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

} // namespace

struct PluginHost::Loading {
    std::vector<std::unique_ptr<QPluginLoader>>
        loaders; ///< kept: unloading would take the parsers' code away
    QVector<PackSource> packs;
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
    auto known = KnowledgeBase::load(m_loading->packs);
    if (!known) {
        return tl::unexpected(known.error());
    }
    m_knowledge = std::move(*known);
    for (const QString &folder : folders) {
        loadFolder(folder);
    }
    for (const QString &folder : packFolders) {
        addPacks(packFilesIn(folder, QDir(folder).dirName()), folder);
    }
    return {};
}

void PluginHost::adopt(const Plugin &plugin)
{
    m_plugins.append(plugin.id());
    for (auto &parser : plugin.createParsers()) {
        m_parsers.push_back(std::move(parser));
    }
    m_loading->packs += packFilesIn(QStringLiteral(":/gordian/packs/") + plugin.id(), plugin.id());
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
                 {ErrorCode::PluginNotLoaded, QStringLiteral("not a Gordian plugin of this version"), {}}});
            continue;
        }
        auto *plugin = qobject_cast<Plugin *>(loader->instance());
        if (plugin == nullptr) {
            m_failures.append({path, {ErrorCode::PluginNotLoaded, loader->errorString(), {}}});
            continue;
        }
        if (m_plugins.contains(plugin->id())) {
            m_failures.append({path,
                               {ErrorCode::PluginNotLoaded,
                                QStringLiteral("a plugin with this id is loaded already"),
                                {}}});
            continue;
        }
        const QVector<PackSource> packs =
            packFilesIn(QStringLiteral(":/gordian/packs/") + plugin->id(), plugin->id());
        if (addPacks(packs, path)) {
            m_plugins.append(plugin->id());
            for (auto &parser : plugin->createParsers()) {
                m_parsers.push_back(std::move(parser));
            }
            m_loading->loaders.push_back(std::move(loader));
        }
    }
}

bool PluginHost::addPacks(const QVector<PackSource> &packs, const QString &from)
{
    auto together = KnowledgeBase::load(m_loading->packs + packs);
    if (!together) {
        m_failures.append({from, together.error()});
        return false;
    }
    m_knowledge = std::move(*together);
    m_loading->packs += packs;
    return true;
}

} // namespace gordian
