// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/report.h"

#include <QFileInfo>
#include <QSaveFile>

namespace gordian {

namespace {

Error writeError(const QFileDevice &file)
{
    const ErrorCode code =
        file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileNotWritable;
    return {code, file.errorString(), {{QStringLiteral("path"), file.fileName()}}};
}

} // namespace

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    // Renaming would put a file in the place of a device or a pipe: root could replace /dev/null.
    if (const QFileInfo there(path); there.exists() && !there.isFile() && !there.isDir()) {
        QFile device(path);
        const bool written =
            device.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && device.write(bytes) == bytes.size();
        return written ? Result<void>{} : tl::unexpected(writeError(device));
    }
    QSaveFile file(path);
    // Where a folder allows no new file (/dev/stdout, a file one may write in a folder one may not), it is
    // written in place.
    file.setDirectWriteFallback(true);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return tl::unexpected(writeError(file));
    }
    return {};
}

} // namespace gordian
