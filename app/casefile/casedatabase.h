// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One SQLite connection to a case file: opens it safely, knows its schema, and turns SQLite's codes into
// ours. Owned by a CaseStore or a reader; use from the thread that made it.

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QThread>
#include <QVariantList>

#include <memory>

namespace gordian {

class CaseDatabase {
public:
    enum class Mode { Create, ReadWrite, ReadOnly };

    static Result<std::unique_ptr<CaseDatabase>> open(const QString &path, Mode mode);
    /// Folds the write-ahead log back, so that what is left is one file.
    ~CaseDatabase();
    Q_DISABLE_COPY_MOVE(CaseDatabase)

    QString path() const { return m_path; }
    /// Runs one statement with its values in place of the question marks.
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    bool begin() { return database().transaction(); }
    Result<void> commit();
    Result<void> rollBack(const Error &because);

private:
    CaseDatabase(QString path, Mode mode);
    QSqlDatabase database() const;
    Result<void> connect(const QString &options);
    Result<void> prepare();
    Result<void> createSchema();
    Result<void> checkFormat();
    Error errorOf(const QSqlError &error) const;

    QString m_path;
    QString m_connection;
    Mode m_mode;
    QThread *m_thread = QThread::currentThread();
};

} // namespace gordian
