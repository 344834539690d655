// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/journal.h"

#include "casefile/caserecords.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace gordian {

namespace {

// Names never change once given: journals outlive programs. In the order of MendingState.
const QStringList &stateNames()
{
    static const QStringList names{QStringLiteral("planned"),   QStringLiteral("applying"),
                                   QStringLiteral("verifying"), QStringLiteral("applied"),
                                   QStringLiteral("undoing"),   QStringLiteral("undone"),
                                   QStringLiteral("stuck")};
    return names;
}

QString pathOf(const QString &folder, const QString &id)
{
    return folder + QLatin1Char('/') + id + QStringLiteral(".journal");
}

QJsonObject toJson(const JournalEntry &entry)
{
    return {{QStringLiteral("at"), entry.at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("what"), entry.what},
            {QStringLiteral("action"), entry.action},
            {QStringLiteral("detail"), entry.detail}};
}

JournalEntry entryFromJson(const QJsonObject &json)
{
    return {QDateTime::fromString(json.value(QStringLiteral("at")).toString(), Qt::ISODateWithMs).toUTC(),
            json.value(QStringLiteral("what")).toString(), json.value(QStringLiteral("action")).toInt(-1),
            json.value(QStringLiteral("detail")).toString()};
}

void take(Mending &mending, const JournalEntry &entry)
{
    mending.entries.append(entry);
    const qsizetype state = stateNames().indexOf(entry.detail);
    if (entry.what == QLatin1String("state") && state >= 0) {
        mending.state = MendingState(state);
    }
}

Result<Mending> readMending(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileNotReadable, file.errorString(), {{QStringLiteral("path"), path}});
    }
    const auto plan = planFromJson(file.readLine());
    if (!plan) {
        return tl::unexpected<Error>(plan.error());
    }
    Mending made;
    made.plan = *plan;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const auto json = parseJsonObject(line);
        if (!line.endsWith('\n') || !json) {
            break; // torn while it was being written: that step was not taken
        }
        take(made, entryFromJson(*json));
    }
    return made;
}

} // namespace

QString nameOf(MendingState state)
{
    return stateNames().at(int(state));
}

bool Mending::isUnfinished() const
{
    return state != MendingState::Planned && state != MendingState::Applied && state != MendingState::Undone;
}

Result<Journal> Journal::begin(const QString &folder, const Plan &plan)
{
    const QString path = pathOf(folder, plan.id);
    Journal made(path);
    if (!QDir().mkpath(folder)
        || !made.m_file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return failure(ErrorCode::FileNotWritable, made.m_file->errorString(),
                       {{QStringLiteral("path"), path}});
    }
    made.m_mending.plan = plan;
    if (auto written = made.append(planToJson(plan)); !written) {
        return tl::unexpected<Error>(written.error());
    }
    return made;
}

Result<Journal> Journal::resume(const QString &folder, const QString &id)
{
    const QString path = pathOf(folder, id);
    auto mending = readMending(path);
    if (!mending) {
        return tl::unexpected<Error>(mending.error());
    }
    Journal made(path);
    made.m_mending = *std::move(mending);
    if (!made.m_file->open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return failure(ErrorCode::FileNotWritable, made.m_file->errorString(),
                       {{QStringLiteral("path"), path}});
    }
    // A torn line is cut off, so that the next one is whole.
    const QByteArray text = made.m_file->readAll();
    made.m_file->resize(text.lastIndexOf('\n') + 1);
    made.m_file->seek(made.m_file->size());
    return made;
}

Result<void> Journal::append(const QByteArray &line)
{
    if (m_file->write(line + '\n') != line.size() + 1 || fdatasync(m_file->handle()) != 0) {
        return failure(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileNotWritable,
                       m_file->errorString(), {{QStringLiteral("path"), m_file->fileName()}});
    }
    return {};
}

Result<void> Journal::write(const QString &what, int action, const QString &detail)
{
    const JournalEntry entry{QDateTime::currentDateTimeUtc(), what, action, detail};
    auto written = append(compactJson(toJson(entry)));
    if (written) {
        take(m_mending, entry);
    }
    return written;
}

Result<void> Journal::setState(MendingState state)
{
    return write(QStringLiteral("state"), -1, nameOf(state));
}

QVector<Mending> mendingsIn(const QString &folder)
{
    QVector<Mending> found;
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.journal")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        if (const auto mending = readMending(folder + QLatin1Char('/') + file)) {
            found.prepend(*mending);
        }
    }
    return found;
}

QString defaultJournalFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/gordian/gordian/mendings");
}

} // namespace gordian
