// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/knownhosts.h"

#include "transport/hostpattern.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtEndian>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace gordian {

namespace {

// A known_hosts of a large site has some ten thousand lines; what is beyond this is not one.
constexpr qint64 MostBytes = 64 * 1024 * 1024;

QByteArray hashedName(const QString &hostId, const QByteArray &salt)
{
    return QMessageAuthenticationCode::hash(hostId.toUtf8(), salt, QCryptographicHash::Sha1);
}

KnownHostEntry::Marker markerFrom(const QByteArray &word)
{
    if (word == "@cert-authority") {
        return KnownHostEntry::Marker::CertAuthority;
    }
    return word == "@revoked" ? KnownHostEntry::Marker::Revoked : KnownHostEntry::Marker::Unknown;
}

bool takeNames(const QByteArray &names, KnownHostEntry &entry)
{
    if (!names.startsWith('|')) {
        entry.patterns = QString::fromUtf8(names).toLower().split(QLatin1Char(','), Qt::SkipEmptyParts);
        return !entry.patterns.isEmpty();
    }
    const QList<QByteArray> parts = names.split('|');
    if (parts.size() != 4 || parts.at(1) != "1") {
        return false;
    }
    entry.salt = QByteArray::fromBase64(parts.at(2));
    entry.hash = QByteArray::fromBase64(parts.at(3));
    return !entry.salt.isEmpty() && !entry.hash.isEmpty();
}

bool parseLine(const QByteArray &line, KnownHostEntry &entry)
{
    QList<QByteArray> words = line.simplified().split(' ');
    if (words.first().startsWith('@')) {
        entry.marker = markerFrom(words.takeFirst());
    }
    if (words.size() < 3 || entry.marker == KnownHostEntry::Marker::Unknown
        || !takeNames(words.at(0), entry)) {
        return false;
    }
    entry.key = hostKeyFromBlob(QByteArray::fromBase64(words.at(2)));
    return !entry.key.type.isEmpty() && entry.key.type == QString::fromLatin1(words.at(1));
}

// A DSA key cannot be asked for, so that it is never offered says nothing.
bool canBeOffered(const KnownHostEntry &entry)
{
    return entry.key.type != QLatin1String("ssh-dss") && !entry.key.type.contains(QLatin1String("-cert-"));
}

Result<void> ensureFolder(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (QFileInfo::exists(folder)) {
        return {};
    }
    if (!QDir().mkpath(folder)) {
        return failure(ErrorCode::FileNotWritable, folder);
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

bool endsWithoutNewline(int descriptor)
{
    const off_t size = ::lseek(descriptor, 0, SEEK_END);
    char last = '\n';
    return size > 0 && ::pread(descriptor, &last, 1, size - 1) == 1 && last != '\n';
}

} // namespace

bool KnownHostEntry::matches(const QString &hostId) const
{
    const QString lower = hostId.toLower();
    return patterns.isEmpty() ? !hash.isEmpty() && hashedName(lower, salt) == hash
                              : matchesPatternList(lower, patterns);
}

KnownHosts KnownHosts::parse(const QByteArray &text, const QString &file)
{
    KnownHosts hosts;
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith('#')) {
            continue;
        }
        KnownHostEntry entry;
        if (parseLine(line, entry)) {
            entry.file = file;
            entry.line = number;
            hosts.m_entries.append(entry);
        }
    }
    return hosts;
}

Result<KnownHosts> KnownHosts::read(const QStringList &files)
{
    KnownHosts all;
    for (const QString &path : files) {
        QFile file(path);
        if (!file.exists()) {
            continue;
        }
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorCode::FileNotReadable, path);
        }
        if (file.size() > MostBytes) {
            return failure(ErrorCode::TooLarge, path);
        }
        all.m_entries += parse(file.readAll(), path).m_entries;
    }
    return all;
}

HostKeyVerdict KnownHosts::check(const QString &hostId, const HostKey &offered) const
{
    using Kind = HostKeyVerdict::Kind;
    HostKeyVerdict verdict;
    const auto settle = [&verdict](Kind kind, const KnownHostEntry &entry) {
        // An entry of the offered type tells the reader of a changed key more than one of another type.
        verdict.kind = kind;
        verdict.entry = entry;
    };
    for (const KnownHostEntry &entry : m_entries) {
        if (!entry.matches(hostId)) {
            continue;
        }
        const bool same = entry.key.blob == offered.blob;
        switch (entry.marker) {
        case KnownHostEntry::Marker::Revoked:
            if (same) {
                return {Kind::Revoked, entry};
            }
            break;
        case KnownHostEntry::Marker::CertAuthority:
            if (verdict.kind == Kind::Unknown) {
                settle(Kind::CertificateOnly, entry);
            }
            break;
        default:
            if (same) {
                settle(Kind::Trusted, entry);
            } else if (verdict.kind != Kind::Trusted && canBeOffered(entry)
                       && (verdict.kind != Kind::Changed
                           || (entry.key.type == offered.type && verdict.entry.key.type != offered.type))) {
                settle(Kind::Changed, entry);
            }
        }
    }
    return verdict;
}

QStringList KnownHosts::keyTypes(const QString &hostId) const
{
    QStringList types;
    for (const KnownHostEntry &entry : m_entries) {
        if (entry.marker == KnownHostEntry::Marker::None && !types.contains(entry.key.type)
            && entry.matches(hostId)) {
            types.append(entry.key.type);
        }
    }
    return types;
}

QString knownHostId(const QString &host, quint16 port)
{
    return port == 22 || port == 0 ? host : QStringLiteral("[%1]:%2").arg(host).arg(port);
}

Result<void> rememberHostKey(const QString &file, const QString &hostId, const HostKey &key, HostNames names)
{
    if (auto folder = ensureFolder(file); !folder) {
        return folder;
    }
    const int descriptor =
        ::open(QFile::encodeName(file).constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return failure(ErrorCode::FileNotWritable, QString::fromLocal8Bit(std::strerror(errno)),
                       {{QStringLiteral("path"), file}});
    }
    QByteArray name = hostId.toLower().toUtf8();
    if (names == HostNames::Hashed) {
        std::array<quint32, 5> random = {};
        QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
        const QByteArray salt(reinterpret_cast<const char *>(random.data()), sizeof random);
        name = "|1|" + salt.toBase64() + '|' + hashedName(hostId.toLower(), salt).toBase64();
    }
    // One write to a file opened for appending: lines of nodes accepted at the same time do not mix.
    QByteArray line = endsWithoutNewline(descriptor) ? QByteArray("\n") : QByteArray();
    line += name + ' ' + key.type.toLatin1() + ' ' + key.blob.toBase64() + '\n';
    const auto written = ::write(descriptor, line.constData(), static_cast<size_t>(line.size()));
    const int problem = errno;
    ::close(descriptor);
    if (written != line.size()) {
        return failure(problem == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileNotWritable,
                       QString::fromLocal8Bit(std::strerror(problem)), {{QStringLiteral("path"), file}});
    }
    return {};
}

HostKey hostKeyFromBlob(const QByteArray &blob)
{
    if (blob.size() < 8) {
        return {};
    }
    const auto length = qFromBigEndian<quint32>(blob.constData());
    if (length == 0 || length > 64 || static_cast<qsizetype>(length) + 4 > blob.size()) {
        return {};
    }
    const QByteArray digest = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return {QString::fromLatin1(blob.mid(4, static_cast<qsizetype>(length))),
            QStringLiteral("SHA256:") + QString::fromLatin1(digest.toBase64(QByteArray::OmitTrailingEquals)),
            blob};
}

} // namespace gordian
