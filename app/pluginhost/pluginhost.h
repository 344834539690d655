// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds, checks and loads plugins: those built in and those in folders. Owns the parsers. Make one at start;
// const afterwards and usable from any thread.

#include "core/result.h"
#include "knowledge/knowledgebase.h"
#include "sdk/plugin.h"

#include <QStringList>
#include <QVector>

#include <memory>
#include <vector>

namespace gordian {

struct PluginFailure {
    QString file;
    Error error;
    QStringList problems; ///< of a pack: every mistake, as "file: pointer: message"
};

/// One pack that is loaded, for a list.
struct LoadedPack {
    QString id;
    QString folder; ///< empty: built in
    int causes = 0;
    int checks = 0;
    int signatures = 0;
};

class PluginHost {
public:
    PluginHost();
    ~PluginHost();

    /// Where a user's own packs lie: "gordian/gordian/packs" below the data folders, the user's first.
    static QStringList userPackFolders();
    /// The first of them, whether it exists or not: where to put a pack.
    static QString userPackFolder();

    /// Built-in plugins and their packs, then *.so in `folders`, then the packs in `packFolders`: *.json in
    /// the folder itself make one, those in each folder below another. What does not load is listed in
    /// failures() and left out; built-in packs that do not load are an Error.
    Result<void> load(const QStringList &folders, const QStringList &packFolders);

    const KnowledgeBase &knowledge() const { return m_knowledge; }
    const std::vector<std::unique_ptr<Parser>> &parsers() const { return m_parsers; }
    const QStringList &plugins() const { return m_plugins; }
    const QVector<PluginFailure> &failures() const { return m_failures; }
    /// Those in use, built-in ones first. Counted anew: nothing to ask for often.
    QVector<LoadedPack> packs() const;

private:
    struct Loading;

    void adopt(const Plugin &plugin);
    void loadFolder(const QString &folder);
    void loadPacks(const QString &folder);
    bool addPacks(const QVector<PackSource> &packs, const QString &from);

    std::unique_ptr<Loading> m_loading;
    KnowledgeBase m_knowledge;
    std::vector<std::unique_ptr<Parser>> m_parsers;
    QStringList m_plugins;
    QVector<PluginFailure> m_failures;
    QVector<LoadedPack> m_own; ///< not built in
};

} // namespace gordian
