// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// gordian-packlint [--pack FILE] FOLDER...: checks the packs in these folders (each a pack folder of a
// plugin, or a folder of *.json) together, prints "file: pointer: message" for each mistake and ends with 1
// if there is any. FILE gets what they say in the form that a start reads (knowledge/packedknowledge.h). A
// step of the build.

#include "knowledge/packedknowledge.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

#include <utility>

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

QStringList namesOf(const QVector<PackSource> &sources)
{
    QStringList names;
    for (const PackSource &source : sources) {
        names.append(source.pack);
    }
    return names;
}

bool writePacked(const QString &path, const QVector<PackSource> &sources, QTextStream &errors)
{
    const auto knowledge = KnowledgeBase::load(sources);
    if (!knowledge) {
        return false;
    }
    const QByteArray bytes = packedKnowledge(*knowledge, namesOf(sources));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        errors << path << ": " << file.errorString() << '\n';
        return false;
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QTextStream errors(stderr);
    QStringList folders;
    for (int i = 1; i < argc; ++i) {
        folders.append(QString::fromLocal8Bit(argv[i]));
    }
    QString packed;
    if (folders.value(0) == QLatin1String("--pack")) {
        packed = folders.value(1);
        folders = folders.mid(2);
    }
    if (folders.isEmpty()) {
        errors << "usage: gordian-packlint [--pack FILE] FOLDER...\n";
        return 2;
    }
    QVector<PackSource> sources;
    for (const QString &folder : std::as_const(folders)) {
        if (!readFolder(folder, sources, errors)) {
            return 2;
        }
    }
    const QVector<PackProblem> problems = KnowledgeBase::lint(sources);
    for (const PackProblem &problem : problems) {
        errors << problem.line() << '\n';
    }
    if (!problems.isEmpty()) {
        return 1;
    }
    return packed.isEmpty() || writePacked(packed, sources, errors) ? 0 : 2;
}
