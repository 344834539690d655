// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// gordian-packlint FOLDER...: checks the packs in these folders (each a pack folder of a plugin, or a folder
// of *.json) together, prints "file: pointer: message" for each mistake and ends with 1 if there is any. A
// step of the build.

#include "knowledge/knowledgebase.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

using namespace gordian;

namespace {

/// plugins/kubelet/pack -> "kubelet": the pack is named after its plugin.
QString packName(const QDir &folder)
{
    return folder.dirName() == QLatin1String("pack") ? QFileInfo(folder.absolutePath()).dir().dirName()
                                                     : folder.dirName();
}

bool readFolder(const QString &path, QVector<PackSource> &sources, QTextStream &errors)
{
    const QDir folder(path);
    if (!folder.exists()) {
        errors << path << ": no such folder\n";
        return false;
    }
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            errors << file.fileName() << ": " << file.errorString() << '\n';
            return false;
        }
        sources.append({packName(folder), file.fileName(), file.readAll()});
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QTextStream errors(stderr);
    QVector<PackSource> sources;
    for (int i = 1; i < argc; ++i) {
        if (!readFolder(QString::fromLocal8Bit(argv[i]), sources, errors)) {
            return 2;
        }
    }
    if (argc < 2) {
        errors << "usage: gordian-packlint FOLDER...\n";
        return 2;
    }
    const QVector<PackProblem> problems = KnowledgeBase::lint(sources);
    for (const PackProblem &problem : problems) {
        errors << problem.line() << '\n';
    }
    return problems.isEmpty() ? 0 : 1;
}
