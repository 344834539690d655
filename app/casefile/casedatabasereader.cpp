// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/casedatabasereader.h"

#include "casefile/caserecords.h"
#include "casefile/deflate.h"
#include "casefile/mendingrecords.h"

#include <QSqlError>

namespace gordian {

namespace {

constexpr qint64 LargestOutput = qint64(128) * 1024 * 1024;
constexpr qint64 LargestCase = qint64(4) * 1024 * 1024 * 1024;

/// Calls `take` for each row until it fails; a row that SQLite cannot read any more is a failure too.
template <typename Take> Result<void> forEachRow(CaseDatabase &database, const QString &sql, Take take)
{
    auto rows = database.run(sql);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    while (rows->next()) {
        if (Result<void> taken = take(*rows); !taken) {
            return taken;
        }
    }
    const QSqlError error = rows->lastError();
    return error.isValid() ? failure(ErrorCode::Malformed, error.databaseText()) : Result<void>();
}

Result<void> readNode(const QSqlQuery &row, Case &into)
{
    const auto json = parseJsonObject(row.value(0).toByteArray());
    auto node = json ? nodeFromJson(*json) : tl::unexpected(json.error());
    if (!node) {
        return tl::unexpected(node.error());
    }
    into.nodes.append(*std::move(node));
    return {};
}

Result<void> readArtifact(const QSqlQuery &row, Case &into, qint64 &budget)
{
    const auto json = parseJsonObject(row.value(0).toByteArray());
    if (!json) {
        return tl::unexpected(json.error());
    }
    const auto output = inflated(row.value(1).toByteArray(), std::min(LargestOutput, budget));
    const auto errors = inflated(row.value(2).toByteArray(), LargestOutput);
    if (!output || !errors) {
        return tl::unexpected(output ? errors.error() : output.error());
    }
    budget -= output->size();
    auto artifact = artifactFromJson(*json, *output, *errors);
    if (!artifact) {
        return tl::unexpected(artifact.error());
    }
    into.artifacts.append(*std::move(artifact));
    return {};
}

} // namespace

Result<Case> readHead(CaseDatabase &database)
{
    Case head;
    const auto read = forEachRow(database, QStringLiteral("SELECT json FROM head LIMIT 1"),
                                 [&](const QSqlQuery &row) -> Result<void> {
                                     const auto json = parseJsonObject(row.value(0).toByteArray());
                                     if (!json) {
                                         return tl::unexpected(json.error());
                                     }
                                     headFromJson(*json, head);
                                     return {};
                                 });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return head;
}

/// Older cases have no such table.
static Result<void> readMendings(CaseDatabase &database, Case &read)
{
    auto table = database.run(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = 'mending'"));
    if (!table || !table->next()) {
        return table ? Result<void>() : tl::unexpected(table.error());
    }
    return forEachRow(database, QStringLiteral("SELECT json FROM mending ORDER BY rowid"),
                      [&](const QSqlQuery &row) -> Result<void> {
                          const auto record =
                              parseJsonObject(row.value(0).toByteArray()).and_then(mendingFromJson);
                          if (record) {
                              read.mendings.append(*record);
                          }
                          return record ? Result<void>() : tl::unexpected(record.error());
                      });
}

Result<Case> readCase(CaseDatabase &database)
{
    auto read = readHead(database);
    if (!read) {
        return read;
    }
    qint64 budget = LargestCase;
    auto ok = forEachRow(database, QStringLiteral("SELECT json FROM node ORDER BY rowid"),
                         [&](const QSqlQuery &row) { return readNode(row, *read); });
    if (ok) {
        ok = forEachRow(database, QStringLiteral("SELECT json, output, errors FROM artifact ORDER BY rowid"),
                        [&](const QSqlQuery &row) { return readArtifact(row, *read, budget); });
    }
    if (ok) {
        ok = forEachRow(database, QStringLiteral("SELECT json FROM run ORDER BY id"),
                        [&](const QSqlQuery &row) -> Result<void> {
                            const auto json = parseJsonObject(row.value(0).toByteArray());
                            if (json) {
                                read->runs.append(runFromJson(*json));
                            }
                            return json ? Result<void>() : tl::unexpected(json.error());
                        });
    }
    if (ok) {
        ok = readMendings(database, *read);
    }
    return ok ? read : tl::unexpected(ok.error());
}

} // namespace gordian
