// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/casedatabase.h"

#include <QFileInfo>
#include <QSqlError>

#include <atomic>

namespace gordian {

namespace {

constexpr int ApplicationId = 0x474F5244; // "GORD"; https://www.sqlite.org/pragma.html#pragma_application_id
constexpr int SchemaVersion = 1;

const char *const Schema[] = {
    "CREATE TABLE head (json BLOB NOT NULL)",
    "CREATE TABLE node (id TEXT PRIMARY KEY, json BLOB NOT NULL)",
    "CREATE TABLE artifact (node TEXT NOT NULL, probe TEXT NOT NULL, json BLOB NOT NULL, output BLOB, errors "
    "BLOB, "
    "PRIMARY KEY (node, probe))",
    "CREATE TABLE run (id INTEGER PRIMARY KEY, json BLOB NOT NULL)",
};

/// Younger than the first cases of this version, which get it when they are gone on with.
constexpr char MendingTable[] =
    "CREATE TABLE IF NOT EXISTS mending (id TEXT PRIMARY KEY, json BLOB NOT NULL)";

/// Result codes of https://www.sqlite.org/rescode.html; the low byte is the primary code.
ErrorCode codeOf(int native)
{
    switch (native & 0xff) {
    case 13: // SQLITE_FULL
        return ErrorCode::DiskFull;
    case 3: // SQLITE_PERM
    case 5: // SQLITE_BUSY: another program holds it
    case 6: // SQLITE_LOCKED
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN
        return ErrorCode::FileNotWritable;
    case 11: // SQLITE_CORRUPT
        return ErrorCode::Malformed;
    case 26: // SQLITE_NOTADB
        return ErrorCode::NotAGordianFile;
    default:
        return ErrorCode::Internal;
    }
}

QString freshConnectionName()
{
    static std::atomic<quint64> next{1};
    return QStringLiteral("gordian-case-%1").arg(next++);
}

} // namespace

CaseDatabase::CaseDatabase(QString path, Mode mode)
    : m_path(std::move(path)),
      m_connection(freshConnectionName()),
      m_mode(mode)
{
}

CaseDatabase::~CaseDatabase()
{
    Q_ASSERT_X(QThread::currentThread() == m_thread, "CaseDatabase",
               "closed on another thread than it was opened on");
    if (database().isOpen()) {
        if (m_mode != Mode::ReadOnly) {
            run(QStringLiteral("PRAGMA journal_mode=DELETE"));
        }
        database().close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase CaseDatabase::database() const
{
    return QSqlDatabase::database(m_connection, false);
}

Result<std::unique_ptr<CaseDatabase>> CaseDatabase::open(const QString &path, Mode mode)
{
    std::unique_ptr<CaseDatabase> made(new CaseDatabase(path, mode));
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000");
    if (mode == Mode::ReadOnly) {
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    }
    auto opened = made->connect(options);
    if (opened) {
        opened = made->prepare();
    }
    if (!opened && mode == Mode::ReadOnly && opened.error().code == ErrorCode::FileNotWritable) {
        // A case whose program was killed wants a shared-memory file beside it; on a read-only medium there
        // can be none.
        made->database().close();
        opened = made->connect(options + QStringLiteral(";QSQLITE_OPEN_URI"));
        opened = opened ? made->prepare() : opened;
    }
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    return made;
}

Result<void> CaseDatabase::connect(const QString &options)
{
    QSqlDatabase db = QSqlDatabase::contains(m_connection)
        ? database()
        : QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    const bool asUri = options.endsWith(QLatin1String("QSQLITE_OPEN_URI"));
    const QString escaped = QString::fromLatin1(m_path.toUtf8().toPercentEncoding("/"));
    db.setDatabaseName(asUri ? QStringLiteral("file:%1?immutable=1").arg(escaped) : m_path);
    db.setConnectOptions(options);
    if (!db.open()) {
        return tl::unexpected(errorOf(db.lastError()));
    }
    return {};
}

Result<void> CaseDatabase::prepare()
{
    // A case file may come from anybody: nothing in its schema is trusted
    // (https://www.sqlite.org/security.html).
    QStringList pragmas{QStringLiteral("PRAGMA trusted_schema=OFF"),
                        QStringLiteral("PRAGMA cell_size_check=ON"), QStringLiteral("PRAGMA mmap_size=0")};
    if (m_mode != Mode::Create) {
        if (auto right = checkFormat(); !right) {
            return right;
        }
    }
    if (m_mode != Mode::ReadOnly) {
        // In the log every commit is one append: a killed program loses nothing, and no commit waits for the
        // disk. The log is folded back when the file is closed, not while somebody looks at a window.
        pragmas << QStringLiteral("PRAGMA journal_mode=WAL") << QStringLiteral("PRAGMA synchronous=NORMAL")
                << QStringLiteral("PRAGMA wal_autocheckpoint=0");
    }
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const auto done = run(pragma); !done) {
            return tl::unexpected(done.error());
        }
    }
    if (m_mode == Mode::ReadOnly) {
        return {};
    }
    const auto made = m_mode == Mode::Create ? createSchema() : Result<void>();
    const auto table = made.and_then([this] { return run(QString::fromLatin1(MendingTable)); });
    return table ? Result<void>() : tl::unexpected(table.error());
}

Result<void> CaseDatabase::createSchema()
{
    QStringList statements;
    for (const char *statement : Schema) {
        statements << QString::fromLatin1(statement);
    }
    statements << QStringLiteral("PRAGMA application_id=%1").arg(ApplicationId)
               << QStringLiteral("PRAGMA user_version=%1").arg(SchemaVersion);
    for (const QString &statement : std::as_const(statements)) {
        if (const auto done = run(statement); !done) {
            return tl::unexpected(done.error());
        }
    }
    return {};
}

Result<void> CaseDatabase::checkFormat()
{
    auto application = run(QStringLiteral("PRAGMA application_id"));
    if (!application) {
        return tl::unexpected(application.error());
    }
    if (!application->next() || application->value(0).toInt() != ApplicationId) {
        return failure(ErrorCode::NotAGordianFile, m_path, {{QStringLiteral("path"), m_path}});
    }
    auto version = run(QStringLiteral("PRAGMA user_version"));
    if (!version) {
        return tl::unexpected(version.error());
    }
    const int found = version->next() ? version->value(0).toInt() : 0;
    if (found > SchemaVersion) {
        return failure(
            ErrorCode::NewerFormat, m_path,
            {{QStringLiteral("version"), QString::number(found)}, {QStringLiteral("path"), m_path}});
    }
    return {};
}

Result<QSqlQuery> CaseDatabase::run(const QString &sql, const QVariantList &values)
{
    Q_ASSERT_X(QThread::currentThread() == m_thread, "CaseDatabase",
               "used on another thread than it was opened on");
    QSqlQuery query(database());
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    for (qsizetype i = 0; done && i < values.size(); ++i) {
        query.bindValue(static_cast<int>(i), values.at(i));
    }
    done = done && query.exec();
    if (!done) {
        return tl::unexpected(errorOf(query.lastError()));
    }
    return query;
}

Result<void> CaseDatabase::commit()
{
    QSqlDatabase db = database();
    return db.commit() ? Result<void>() : rollBack(errorOf(db.lastError()));
}

Result<void> CaseDatabase::rollBack(const Error &because)
{
    database().rollback();
    return tl::unexpected(because);
}

Error CaseDatabase::errorOf(const QSqlError &error) const
{
    return Error{
        codeOf(error.nativeErrorCode().toInt()), error.databaseText(), {{QStringLiteral("path"), m_path}}};
}

} // namespace gordian
