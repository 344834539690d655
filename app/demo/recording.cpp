// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "demo/recording.h"

#include "demo/demopki.h"
#include "demo/timeshift.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>

#include <sys/stat.h>

// At global scope, as the macro demands: the recordings live in a static library.
static void initRecordings()
{
    Q_INIT_RESOURCE(demo_recordings);
}

namespace gordian {

namespace {

// Tools that only read what they are given. Everything else a probe calls is answered from the recording.
const char *const plainTools[] = {
    "sh",       "sed",    "awk",   "grep", "egrep", "fgrep", "head", "tail",     "cat",     "sort",
    "uniq",     "tr",     "wc",    "cut",  "dd",    "sleep", "date", "basename", "dirname", "expr",
    "test",     "true",   "false", "ls",   "find",  "stat",  "od",   "base64",   "comm",    "sha256sum",
    "readlink", "printf", "echo",  "seq",  "paste", "zcat",  "gzip", "timeout",
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QStringList names(const QJsonObject &about, const QString &key)
{
    QStringList list;
    const QJsonArray array = about.value(key).toArray();
    for (const auto value : array) {
        list.append(value.toString());
    }
    return list;
}

} // namespace

QString Recording::builtIn()
{
    return QStringLiteral(":/gordian/demo/story");
}

Result<std::unique_ptr<Recording>> Recording::unpack(const QString &source, const QDateTime &now)
{
    initRecordings();
    std::unique_ptr<Recording> made(new Recording);
    if (!made->m_folder.isValid()) {
        return failure(ErrorCode::FileNotWritable, made->m_folder.errorString());
    }
    const Result<void> filled = made->fill(source, now);
    if (!filled) {
        return tl::unexpected(filled.error());
    }
    return made;
}

Result<void> Recording::fill(const QString &source, const QDateTime &now)
{
    const QByteArray json = contents(source + QStringLiteral("/recording.json"));
    if (json.isEmpty()) {
        return failure(ErrorCode::FileNotFound, source);
    }
    const QJsonObject about = QJsonDocument::fromJson(json).object();
    if (about.value(QStringLiteral("format")).toInt() != 1) {
        return failure(ErrorCode::Malformed, source + QStringLiteral("/recording.json"));
    }
    m_host = about.value(QStringLiteral("host")).toString();
    m_recordedAt = QDateTime::fromString(about.value(QStringLiteral("recordedAt")).toString(), Qt::ISODate);
    m_shift = m_recordedAt.secsTo(now);
    return copy(source, m_folder.path())
        .and_then([&] { return makeSpecialFiles(about); })
        .and_then([&]() -> Result<void> {
            if (about.value(QStringLiteral("certificates")).toString() != QStringLiteral("kubeadm")) {
                return {};
            }
            return makeKubeadmCertificates(root(), m_host, about.value(QStringLiteral("address")).toString())
                .and_then([&] { return embedCertificates(); });
        })
        .and_then([&] { return linkPrograms(); });
}

Result<void> Recording::copy(const QString &from, const QString &to)
{
    QDirIterator walk(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        const QString target = to + path.mid(from.size());
        const QByteArray text = shifted(contents(path), m_recordedAt, m_shift);
        if (!put(target, text)) {
            return failure(ErrorCode::FileNotWritable, target);
        }
        // Logs are sorted by when they were last written.
        QDateTime written = target.endsWith(QStringLiteral(".log")) ? latestMoment(text) : QDateTime();
        if (!written.isValid()) {
            written = m_recordedAt.addSecs(m_shift - 4600);
        }
        QFile file(target);
        if (file.open(QIODevice::ReadWrite)) {
            file.setFileTime(written, QFileDevice::FileModificationTime);
        }
    }
    return {};
}

Result<void> Recording::makeSpecialFiles(const QJsonObject &about)
{
    const QDir files(root());
    for (const QString &folder : names(about, QStringLiteral("folders"))) {
        files.mkpath(folder);
        QFile::setPermissions(files.filePath(folder), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    for (const QString &socket : names(about, QStringLiteral("sockets"))) {
        files.mkpath(QFileInfo(socket).path());
        // A socket that nobody listens on: probes ask only whether it is there.
        if (mknod(QFile::encodeName(files.filePath(socket)).constData(), S_IFSOCK | S_IRUSR | S_IWUSR, 0)
            != 0) {
            return failure(ErrorCode::FileNotWritable, files.filePath(socket));
        }
    }
    for (const QString &folder : names(about, QStringLiteral("programs"))) {
        QDirIterator walk(files.filePath(folder), QDir::Files);
        while (walk.hasNext()) {
            QFile::setPermissions(walk.next(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
    }
    return {};
}

// Kubeconfigs hold certificates as base64.
Result<void> Recording::embedCertificates()
{
    static const QRegularExpression place(QStringLiteral("@base64:([^@]+)@"));
    QDirIterator walk(root() + QStringLiteral("/etc/kubernetes"), {QStringLiteral("*.conf")}, QDir::Files);
    while (walk.hasNext()) {
        const QString path = walk.next();
        QString text = QString::fromUtf8(contents(path));
        for (QRegularExpressionMatch match = place.match(text); match.hasMatch(); match = place.match(text)) {
            text.replace(match.capturedStart(), match.capturedLength(),
                         QString::fromLatin1(contents(root() + match.captured(1)).toBase64()));
        }
        if (!put(path, text.toUtf8())) {
            return failure(ErrorCode::FileNotWritable, path);
        }
    }
    QDir(root() + QStringLiteral("/.pki")).removeRecursively();
    return {};
}

// PATH of the recorded node: its own programs first, then the plain tools of this machine.
Result<void> Recording::linkPrograms()
{
    const QDir folder(m_folder.path());
    const QString play = folder.filePath(QStringLiteral("play"));
    if (!put(play, contents(QStringLiteral(":/gordian/demo/play.sh")))
        || !QFile::setPermissions(play, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return failure(ErrorCode::FileNotWritable, play);
    }
    for (const char *name : {"bin", "tools", "real"}) {
        folder.mkpath(QLatin1String(name));
    }
    const QStringList recorded =
        QDir(folder.filePath(QStringLiteral("commands"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &program : recorded) {
        QFile::link(play, folder.filePath(QStringLiteral("bin/") + program));
        const QString real = QStandardPaths::findExecutable(program);
        if (!real.isEmpty()) {
            QFile::link(real, folder.filePath(QStringLiteral("real/") + program));
        }
    }
    for (const char *tool : plainTools) {
        const QString path = QStandardPaths::findExecutable(QLatin1String(tool));
        if (!path.isEmpty()) {
            QFile::link(path, folder.filePath(QStringLiteral("tools/") + QLatin1String(tool)));
        }
    }
    return {};
}

QProcessEnvironment Recording::environment() const
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"),
                       m_folder.filePath(QStringLiteral("bin")) + QLatin1Char(':')
                           + m_folder.filePath(QStringLiteral("tools")));
    environment.insert(QStringLiteral("HOME"), root() + QStringLiteral("/root"));
    environment.insert(QStringLiteral("GORDIAN_ROOT"), root());
    environment.insert(QStringLiteral("GORDIAN_RECORDING"), m_folder.path());
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC0"));
    return environment;
}

QStringList Recording::unanswered() const
{
    QStringList lines = QString::fromUtf8(contents(m_folder.filePath(QStringLiteral("unanswered"))))
                            .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeDuplicates();
    return lines;
}

} // namespace gordian
