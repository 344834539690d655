// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/openany.h"

#include "casefile/casestore.h"
#include "inventory/inventory.h"

#include <QFile>

namespace gordian::ui {

namespace {
constexpr qint64 LargestText = 256LL * 1024 * 1024;
}

FileKind kindOf(const QString &path)
{
    const auto read = CaseStore::read(path);
    if (read || read.error().code != ErrorCode::NotAGordianFile) {
        return FileKind::Case; // also one that cannot be read: its error is the thing to tell
    }
    const auto nodes = nodesFromFile(path);
    return nodes && !nodes->isEmpty() ? FileKind::Inventory : FileKind::Text;
}

Result<QByteArray> readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(file.exists() ? ErrorCode::FileNotReadable : ErrorCode::FileNotFound, path,
                       {{QStringLiteral("path"), path}});
    }
    if (file.size() > LargestText) {
        return failure(ErrorCode::TooLarge, path, {{QStringLiteral("path"), path}});
    }
    return file.readAll();
}

} // namespace gordian::ui
