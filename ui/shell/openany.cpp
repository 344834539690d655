// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/openany.h"

#include "casefile/casestore.h"
#include "inventory/inventory.h"

#include <QFile>
#include <QRegularExpression>

namespace gordian::ui {

namespace {

constexpr qint64 LargestText = 256LL * 1024 * 1024;

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

/// True when `path` is a case or was meant to be one: then nothing else is looked for in it.
bool readCase(const QString &path, OpenedFiles &found)
{
    auto read = CaseStore::read(path);
    if (read) {
        found.opened = std::move(*read);
        found.path = path;
        found.goesOn = CaseStore::open(path).has_value();
        return true;
    }
    if (read.error().code != ErrorCode::NotAGordianFile) {
        found.problems.append(read.error());
        return true;
    }
    return false;
}

} // namespace

OpenedFiles readFiles(const QStringList &paths, const QVector<Probe> &probes)
{
    OpenedFiles found;
    QVector<QByteArray> texts;
    for (const QString &path : paths) {
        if (readCase(path, found)) {
            return found;
        }
        if (const auto nodes = nodesFromFile(path); nodes && !nodes->isEmpty()) {
            found.nodes += *nodes;
        } else if (auto text = readText(path)) {
            texts.append(std::move(*text));
        } else {
            found.problems.append(text.error());
        }
    }
    if (!texts.isEmpty()) {
        found.opened = caseFromText(texts, probes);
    }
    return found;
}

bool namesMachines(const QString &text)
{
    static const QRegularExpression machine(QStringLiteral(
        "^(ssh\\s+)?(\\S+@\\S+|[\\w-]+(\\.[\\w-]+)+(:\\d+)?|\\[?[0-9A-Fa-f:]*:[0-9A-Fa-f:]+\\]?)$"));
    bool any = false;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &raw : lines) {
        const QString line = raw.section(QLatin1Char('#'), 0, 0).trimmed();
        if (!line.isEmpty() && !machine.match(line).hasMatch()) {
            return false;
        }
        any = any || !line.isEmpty();
    }
    return any;
}

} // namespace gordian::ui
