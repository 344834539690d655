// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/report.h"

#include <QSaveFile>

namespace gordian {

namespace {

Error writeError(const QSaveFile &file)
{
    const ErrorCode code =
        file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileNotWritable;
    return {code, file.errorString(), {{QStringLiteral("path"), file.fileName()}}};
}

} // namespace

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
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
