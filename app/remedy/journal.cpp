// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/journal.h"

#include "casefile/caserecords.h"
#include "casefile/mendingrecords.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace gordian {

namespace {

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
    if (entry.what == QLatin1String("state")) {
        mending.state = mendingStateOfName(entry.detail).value_or(mending.state);
    } else if (entry.what == QLatin1String("opening")) {
        mending.state = MendingState::Claimed;
    } else if (entry.what == QLatin1String("given-up")) {
        mending.state = MendingState::Planned;
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

/// A new file's name is on disk only with its folder.
void syncFolder(const QString &folder)
{
    const int descriptor = open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
}

} // namespace

bool Mending::isUnfinished() const
{
    switch (state) {
    case MendingState::Planned:
    case MendingState::Applied:
    case MendingState::Undone:
    case MendingState::Left:
        return false;
    default:
        return true;
    }
}

/// One program at a time; the lock goes with the process, however it ends.
Result<void> Journal::claim()
{
    if (flock(m_file->handle(), LOCK_EX | LOCK_NB) != 0) {
        return failure(ErrorCode::FileNotWritable, qt_error_string(errno),
                       {{QStringLiteral("path"), QFileInfo(m_file->fileName()).completeBaseName()},
                        {QStringLiteral("inUse"), QStringLiteral("yes")}});
    }
    return {};
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
    auto written = made.claim().and_then([&] { return made.append(planToJson(plan)); });
    if (!written) {
        made.m_file->remove(); // half a plan is none
        return tl::unexpected<Error>(written.error());
    }
    syncFolder(folder);
    return made;
}

Result<void> Journal::adopt(const QString &folder, const Mending &mending)
{
    auto made = begin(folder, mending.plan);
    if (!made) {
        return tl::unexpected<Error>(made.error());
    }
    Result<void> written;
    for (const JournalEntry &entry : mending.entries) {
        written = written.and_then([&] { return made->append(compactJson(toJson(entry))); });
    }
    written = written.and_then([&] { return made->write(QStringLiteral("adopted")); });
    if (!written) {
        made->m_file->remove(); // the node still has it all
    }
    return written;
}

Result<Journal> Journal::resume(const QString &folder, const QString &id)
{
    const QString path = pathOf(folder, id);
    if (!QFile::exists(path)) {
        return failure(ErrorCode::FileNotFound, {}, {{QStringLiteral("path"), path}});
    }
    Journal made(path);
    if (!made.m_file->open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return failure(ErrorCode::FileNotWritable, made.m_file->errorString(),
                       {{QStringLiteral("path"), path}});
    }
    if (auto claimed = made.claim(); !claimed) {
        return tl::unexpected<Error>(claimed.error());
    }
    // Not before: whoever had it may have written until now.
    auto mending = readMending(path);
    if (!mending) {
        return tl::unexpected<Error>(mending.error());
    }
    made.m_mending = *std::move(mending);
    // A torn line is cut off, so that the next one is whole.
    const QByteArray text = made.m_file->readAll();
    made.m_file->resize(text.lastIndexOf('\n') + 1);
    made.m_file->seek(made.m_file->size());
    return made;
}

Result<void> Journal::append(const QByteArray &line)
{
    const qint64 before = m_file->size();
    if (m_file->write(line + '\n') != line.size() + 1 || fdatasync(m_file->handle()) != 0) {
        const ErrorCode code = errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileNotWritable;
        const QString why = m_file->errorString();
        // What is written later must not follow on half a line.
        m_file->resize(before);
        m_file->seek(before);
        return failure(code, why, {{QStringLiteral("path"), m_file->fileName()}});
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

bool Journal::has(const QString &what, int action) const
{
    return std::any_of(m_mending.entries.cbegin(), m_mending.entries.cend(), [&](const JournalEntry &entry) {
        return entry.what == what && entry.action == action;
    });
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
