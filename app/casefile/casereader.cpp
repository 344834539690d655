// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/casestore.h"

#include "casefile/casedatabase.h"
#include "casefile/casedatabasereader.h"
#include "casefile/casepack.h"
#include "casefile/caserecords.h"

#include <QFile>
#include <QJsonObject>

namespace gordian {

namespace {

constexpr qint64 LargestText = qint64(1024) * 1024 * 1024;
constexpr int SniffedBytes = 512;
constexpr qint64 SearchedBytes = 1024 * 1024;

Result<QByteArray> decoded(const QByteArray &base64)
{
    const auto bytes = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? Result<QByteArray>(*bytes) : failure(ErrorCode::Malformed, QStringLiteral("base64"));
}

/// The data block that renderHtml() writes. Text from a node cannot hold one: its '<' is escaped.
Result<Case> fromHtml(const QByteArray &page)
{
    const qsizetype block = page.indexOf(QByteArray("<script type=\"") + EmbeddedCaseType + '"');
    const qsizetype start = block < 0 ? -1 : page.indexOf('>', block);
    const qsizetype end = start < 0 ? -1 : page.indexOf("</script>", start);
    if (end < 0) {
        return failure(ErrorCode::NotAGordianFile);
    }
    QByteArray base64 = page.mid(start + 1, end - start - 1);
    base64.replace('\n', "").replace('\r', "");
    const auto packed = decoded(base64);
    return packed ? unpackCase(*packed) : tl::unexpected(packed.error());
}

Result<Case> fromJson(const QByteArray &text)
{
    const auto json = parseJsonObject(text);
    if (!json) {
        return tl::unexpected(json.error());
    }
    const QString schema = json->value(QLatin1String("schema")).toString();
    if (!schema.startsWith(QLatin1String("gordian.report/"))) {
        return failure(ErrorCode::NotAGordianFile);
    }
    const auto packed = decoded(
        json->value(QLatin1String("case")).toObject().value(QLatin1String("data")).toString().toLatin1());
    return packed ? unpackCase(*packed) : tl::unexpected(packed.error());
}

Result<Case> fromDatabase(const QString &path)
{
    const auto database = CaseDatabase::open(path, CaseDatabase::Mode::ReadOnly);
    return database ? readCase(**database) : tl::unexpected(database.error());
}

/// Logs may be gigabytes long, and begin with "{" or "<" as well: looked through in blocks.
bool holds(QFile &file, const QByteArray &words)
{
    QByteArray block;
    while (!file.atEnd()) {
        const QByteArray more = file.read(SearchedBytes);
        block = block.right(words.size()) + more;
        if (more.isEmpty() || block.contains(words)) {
            return !more.isEmpty();
        }
    }
    return false;
}

Result<Case> fromFile(QFile &file)
{
    const QByteArray start = file.peek(SniffedBytes);
    if (isPackedCase(start)) {
        return file.size() > LargestText ? failure(ErrorCode::TooLarge, QString::number(file.size()))
                                         : unpackCase(file.readAll());
    }
    const bool isJson = start.trimmed().startsWith('{');
    if (!holds(file, isJson ? QByteArray("\"gordian.report/") : QByteArray(EmbeddedCaseType))
        || !file.seek(0)) {
        return failure(ErrorCode::NotAGordianFile);
    }
    if (file.size() > LargestText) {
        return failure(ErrorCode::TooLarge, QString::number(file.size()));
    }
    return isJson ? fromJson(file.readAll()) : fromHtml(file.readAll());
}

} // namespace

Result<Case> CaseStore::read(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return failure(ErrorCode::FileNotFound, path, {{QStringLiteral("path"), path}});
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileNotReadable, file.errorString(), {{QStringLiteral("path"), path}});
    }
    Result<Case> read;
    // https://www.sqlite.org/fileformat2.html#magic_header_string
    if (file.peek(16) == QByteArray("SQLite format 3", 16)) {
        file.close();
        read = fromDatabase(path);
    } else {
        read = fromFile(file);
    }
    if (!read) {
        read.error().context.insert(QStringLiteral("path"), path);
    }
    return read;
}

} // namespace gordian
