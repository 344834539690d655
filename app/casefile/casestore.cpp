// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/casestore.h"

#include "casefile/casedatabase.h"
#include "casefile/casedatabasereader.h"
#include "casefile/caserecords.h"
#include "casefile/deflate.h"
#include "casefile/mendingrecords.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

namespace gordian {

namespace {

// Written while somebody watches: the fastest level already makes logs a tenth.
constexpr int StoreLevel = 1;

Result<void> done(const Result<QSqlQuery> &query)
{
    return query ? Result<void>() : tl::unexpected(query.error());
}

Result<void> insertArtifact(CaseDatabase &database, const Artifact &artifact)
{
    // Not REPLACE: that would give the row another place, and records keep the order in which they came.
    return done(database.run(
        QStringLiteral("INSERT INTO artifact (node, probe, json, output, errors) VALUES (?, ?, ?, ?, ?) "
                       "ON CONFLICT (node, probe) DO UPDATE SET json = excluded.json, "
                       "output = excluded.output, errors = excluded.errors"),
        {artifact.node, artifact.probe, compactJson(artifactToJson(artifact)),
         deflated(artifact.output, StoreLevel), deflated(artifact.errors, StoreLevel)}));
}

Result<void> insertNode(CaseDatabase &database, const NodeRecord &record)
{
    return done(database.run(QStringLiteral("INSERT INTO node (id, json) VALUES (?, ?) "
                                            "ON CONFLICT (id) DO UPDATE SET json = excluded.json"),
                             {record.node.id, compactJson(nodeToJson(record))}));
}

Result<void> insertRun(CaseDatabase &database, const RunEntry &entry)
{
    return done(
        database.run(QStringLiteral("INSERT INTO run (json) VALUES (?)"), {compactJson(runToJson(entry))}));
}

Result<void> insertMending(CaseDatabase &database, const MendingRecord &record)
{
    return done(database.run(QStringLiteral("INSERT INTO mending (id, json) VALUES (?, ?) "
                                            "ON CONFLICT (id) DO UPDATE SET json = excluded.json"),
                             {record.id, compactJson(mendingToJson(record))}));
}

Result<void> insertAll(CaseDatabase &database, const Case &whole)
{
    auto ok = done(
        database.run(QStringLiteral("INSERT INTO head (json) VALUES (?)"), {compactJson(headToJson(whole))}));
    for (qsizetype i = 0; ok && i < whole.nodes.size(); ++i) {
        ok = insertNode(database, whole.nodes.at(i));
    }
    for (qsizetype i = 0; ok && i < whole.artifacts.size(); ++i) {
        ok = insertArtifact(database, whole.artifacts.at(i));
    }
    for (qsizetype i = 0; ok && i < whole.runs.size(); ++i) {
        ok = insertRun(database, whole.runs.at(i));
    }
    for (qsizetype i = 0; ok && i < whole.mendings.size(); ++i) {
        ok = insertMending(database, whole.mendings.at(i));
    }
    return ok;
}

void removeWithLogs(const QString &path)
{
    for (const auto *suffix : {"", "-wal", "-shm", "-journal"}) {
        QFile::remove(path + QLatin1String(suffix));
    }
}

Result<void> writeWhole(const QString &path, const Case &initial)
{
    auto database = CaseDatabase::open(path, CaseDatabase::Mode::Create);
    if (!database) {
        return tl::unexpected(database.error());
    }
    (*database)->begin();
    const auto inserted = insertAll(**database, initial);
    return inserted ? (*database)->commit() : (*database)->rollBack(inserted.error());
}

} // namespace

struct CaseStore::Private {
    std::unique_ptr<CaseDatabase> database;
};

CaseStore::CaseStore() : d(std::make_unique<Private>())
{
}

CaseStore::~CaseStore() = default;

Result<std::unique_ptr<CaseStore>> CaseStore::create(const QString &path, const Case &initial)
{
    // Renaming would put the case in the place of a device or a pipe.
    if (const QFileInfo there(path); there.exists() && !there.isFile()) {
        return failure(ErrorCode::FileNotWritable, path, {{QStringLiteral("path"), path}});
    }
    const QString beside = path + QStringLiteral(".new");
    removeWithLogs(beside);
    if (const auto written = writeWhole(beside, initial); !written) {
        removeWithLogs(beside);
        Error error = written.error();
        error.context.insert(QStringLiteral("path"), path);
        return tl::unexpected(error);
    }
    // A log left by a killed program would be taken for the new file's.
    for (const auto *suffix : {"-wal", "-shm", "-journal"}) {
        QFile::remove(path + QLatin1String(suffix));
    }
    std::error_code code;
    std::filesystem::rename(std::filesystem::path(beside.toStdU16String()),
                            std::filesystem::path(path.toStdU16String()), code);
    if (code) {
        removeWithLogs(beside);
        return failure(ErrorCode::FileNotWritable, QString::fromStdString(code.message()),
                       {{QStringLiteral("path"), path}});
    }
    return open(path);
}

Result<std::unique_ptr<CaseStore>> CaseStore::open(const QString &path)
{
    if (!QFile::exists(path)) {
        return failure(ErrorCode::FileNotFound, path, {{QStringLiteral("path"), path}});
    }
    auto database = CaseDatabase::open(path, CaseDatabase::Mode::ReadWrite);
    if (!database) {
        return tl::unexpected(database.error());
    }
    std::unique_ptr<CaseStore> store(new CaseStore);
    store->d->database = *std::move(database);
    return store;
}

QString CaseStore::path() const
{
    return d->database->path();
}

Result<Case> CaseStore::load() const
{
    return readCase(*d->database);
}

Result<void> CaseStore::putNode(const NodeRecord &record)
{
    return insertNode(*d->database, record);
}

Result<void> CaseStore::removeNode(const QString &node)
{
    d->database->begin();
    auto ok = done(d->database->run(QStringLiteral("DELETE FROM artifact WHERE node = ?"), {node}));
    if (ok) {
        ok = done(d->database->run(QStringLiteral("DELETE FROM node WHERE id = ?"), {node}));
    }
    return ok ? d->database->commit() : d->database->rollBack(ok.error());
}

Result<void> CaseStore::putArtifact(const Artifact &artifact)
{
    return insertArtifact(*d->database, artifact);
}

Result<void> CaseStore::removeArtifact(const QString &node, const QString &probe)
{
    return done(
        d->database->run(QStringLiteral("DELETE FROM artifact WHERE node = ? AND probe = ?"), {node, probe}));
}

Result<void> CaseStore::addRun(const RunEntry &entry)
{
    return insertRun(*d->database, entry);
}

Result<void> CaseStore::putMending(const MendingRecord &record)
{
    return insertMending(*d->database, record);
}

Result<void> CaseStore::setTitle(const QString &title)
{
    auto head = readHead(*d->database);
    if (!head) {
        return tl::unexpected(head.error());
    }
    head->title = title;
    return done(
        d->database->run(QStringLiteral("UPDATE head SET json = ?"), {compactJson(headToJson(*head))}));
}

} // namespace gordian
