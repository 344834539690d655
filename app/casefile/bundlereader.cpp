// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "casefile/bundle.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace gordian {

namespace {

constexpr qsizetype kSniffedBytes = 8192;
constexpr size_t kBlock = 256 * 1024;

bool beginsLikeAnArchive(const QByteArray &start)
{
    static const QByteArray marks[] = {
        QByteArray("\x1f\x8b", 2), // gzip, RFC 1952
        QByteArray("BZh"),
        QByteArray("\xfd\x37zXZ\0", 6), // https://tukaani.org/xz/xz-file-format.txt
        QByteArray("\x28\xb5\x2f\xfd", 4), // zstd, RFC 8878
        QByteArray("PK\x03\x04", 4),
        QByteArray("7z\xbc\xaf\x27\x1c", 6),
    };
    const bool packed = std::any_of(std::begin(marks), std::end(marks),
                                    [&](const QByteArray &mark) { return start.startsWith(mark); });
    // POSIX ustar and GNU tar, pax(1).
    return packed || start.mid(257, 5) == "ustar";
}

/// Zeroes are not text; the start tells enough.
bool isText(const QByteArray &bytes)
{
    return !bytes.left(kSniffedBytes).contains('\0');
}

/// What was given away by mistake goes no further.
QByteArray withoutKeys(QByteArray text)
{
    for (qsizetype from = text.indexOf("PRIVATE KEY-----"); from >= 0;
         from = text.indexOf("PRIVATE KEY-----", from)) {
        const qsizetype body = text.indexOf('\n', from);
        const qsizetype end = body < 0 ? -1 : text.indexOf("-----END", body);
        if (end < 0) {
            return body < 0 ? text : text.left(body + 1) + "[key not read]\n";
        }
        text.replace(body + 1, end - body - 1, "[key not read]\n");
        from = text.indexOf('\n', text.indexOf("-----END", body));
        if (from < 0) {
            break;
        }
    }
    return text;
}

/// "a/b/c" of "/a/./b//c"; nothing of a name that climbs.
std::optional<QString> plainPath(const QString &name)
{
    QStringList parts;
    const QStringList given = name.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &part : given) {
        if (part == QLatin1String("..")) {
            return std::nullopt;
        }
        if (part != QLatin1String(".")) {
            parts.append(part);
        }
    }
    return parts.isEmpty() ? std::nullopt : std::optional(parts.join(QLatin1Char('/')));
}

/// Counts what comes, and keeps the texts of it.
class Intake {
public:
    Intake(const QString &bundle, const BundleLimits &limits) : m_bundle(bundle), m_limits(limits) { }

    Result<void> beginFile()
    {
        return ++m_files > m_limits.files ? Result<void>(tooLarge(QStringLiteral("files"))) : Result<void>{};
    }
    Result<void> take(const QByteArray &block)
    {
        m_unpacked += block.size();
        if (m_unpacked > m_limits.unpacked) {
            return tooLarge(QStringLiteral("unpacked"));
        }
        m_open += block;
        if (m_open.size() > 2 * m_limits.ofOneText) {
            m_open = m_open.right(m_limits.ofOneText);
            m_cut = true;
        }
        return {};
    }
    Result<void> endFile(const QString &name)
    {
        const bool cut = std::exchange(m_cut, false) || m_open.size() > m_limits.ofOneText;
        const QByteArray bytes = std::exchange(m_open, {}).right(m_limits.ofOneText);
        const auto path = plainPath(name);
        if (!path || bytes.isEmpty() || !isText(bytes)) {
            return {};
        }
        m_kept += bytes.size();
        if (m_kept > m_limits.kept) {
            return tooLarge(QStringLiteral("kept"));
        }
        m_texts.append({*path, withoutKeys(bytes), cut});
        return {};
    }
    tl::unexpected<Error> tooLarge(const QString &what) const
    {
        return failure(ErrorCode::TooLarge, what, {{QStringLiteral("path"), m_bundle}});
    }
    QVector<BundleText> texts()
    {
        std::sort(m_texts.begin(), m_texts.end(),
                  [](const BundleText &one, const BundleText &other) { return one.path < other.path; });
        return m_texts;
    }

private:
    const QString m_bundle;
    const BundleLimits m_limits;
    int m_files = 0;
    qint64 m_unpacked = 0;
    qint64 m_kept = 0;
    QByteArray m_open;
    bool m_cut = false; ///< of the open file not all is there any more
    QVector<BundleText> m_texts;
};

struct Close {
    void operator()(archive *opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, Close>;

tl::unexpected<Error> damaged(const QString &path, archive *opened)
{
    const char *said = archive_error_string(opened);
    return failure(ErrorCode::Malformed, QString::fromUtf8(said ? said : "archive"),
                   {{QStringLiteral("path"), path}});
}

Result<void> readEntry(archive *opened, const QString &path, Intake &intake)
{
    QByteArray block(qsizetype(kBlock), Qt::Uninitialized);
    while (true) {
        const la_ssize_t got = archive_read_data(opened, block.data(), kBlock);
        if (got < 0) {
            return damaged(path, opened);
        }
        if (got == 0) {
            return {};
        }
        if (auto taken = intake.take(block.left(qsizetype(got))); !taken) {
            return taken;
        }
    }
}

Result<void> readArchive(const QString &path, Intake &intake)
{
    const Archive opened(archive_read_new());
    archive_read_support_filter_all(opened.get());
    archive_read_support_format_all(opened.get());
    archive_read_support_format_raw(opened.get());
    if (archive_read_open_filename(opened.get(), QFile::encodeName(path).constData(), kBlock) != ARCHIVE_OK) {
        return damaged(path, opened.get());
    }
    archive_entry *entry = nullptr;
    while (true) {
        const int step = archive_read_next_header(opened.get(), &entry);
        if (step == ARCHIVE_EOF) {
            return {};
        }
        if (step != ARCHIVE_OK && step != ARCHIVE_WARN) {
            return damaged(path, opened.get());
        }
        if (auto begun = intake.beginFile(); !begun) {
            return begun;
        }
        // Links, devices and folders hold no text.
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry)) {
            continue;
        }
        const char *name = archive_entry_pathname_utf8(entry);
        const QString entryName = QString::fromUtf8(name ? name : archive_entry_pathname(entry));
        if (auto read = readEntry(opened.get(), path, intake); !read) {
            return read;
        }
        // A compressed single file has no name of its own.
        const bool raw = archive_format(opened.get()) == ARCHIVE_FORMAT_RAW;
        if (auto ended = intake.endFile(raw ? QFileInfo(path).completeBaseName() : entryName); !ended) {
            return ended;
        }
    }
}

Result<void> readFolder(const QString &path, Intake &intake)
{
    const QDir root(path);
    QDirIterator each(path, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString name = each.next();
        if (auto begun = intake.beginFile(); !begun) {
            return begun;
        }
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            continue; // what may not be read is not there for us
        }
        while (!file.atEnd()) {
            const QByteArray block = file.read(kBlock);
            if (block.isEmpty()) {
                break;
            }
            if (auto taken = intake.take(block); !taken) {
                return taken;
            }
        }
        if (auto ended = intake.endFile(root.relativeFilePath(name)); !ended) {
            return ended;
        }
    }
    return {};
}

} // namespace

bool isBundle(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    return info.isDir()
        || (info.isFile() && file.open(QIODevice::ReadOnly) && beginsLikeAnArchive(file.peek(512)));
}

Result<QVector<BundleText>> readBundle(const QString &path, const BundleLimits &limits)
{
    Intake intake(path, limits);
    const auto read = QFileInfo(path).isDir() ? readFolder(path, intake) : readArchive(path, intake);
    return read ? Result<QVector<BundleText>>(intake.texts()) : tl::unexpected(read.error());
}

} // namespace gordian
