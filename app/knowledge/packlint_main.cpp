// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// gordian-packlint [--checked FILE] FOLDER...: checks the packs in these folders (each a pack folder of a
// plugin, or a folder of *.json) together, prints "file: pointer: message" for each mistake and ends with 1
// if there is any. FILE gets what need not be found out again (knowledge/checkedpacks.h). A step of the
// build.

#include "knowledge/checkedpacks.h"

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

bool writeChecked(const QString &path, const QVector<PackSource> &sources, QTextStream &errors)
{
    LiteralIndex literals;
    if (const auto knowledge = KnowledgeBase::load(sources)) {
        for (const Signature &signature : knowledge->signatures()) {
            literals.insert(signature.pattern, neededLiterals(signature.pattern));
        }
    }
    const QByteArray bytes = checkedPacks(digestOf(sources), literals);
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
    QString checked;
    if (folders.value(0) == QLatin1String("--checked")) {
        checked = folders.value(1);
        folders = folders.mid(2);
    }
    if (folders.isEmpty()) {
        errors << "usage: gordian-packlint [--checked FILE] FOLDER...\n";
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
    return checked.isEmpty() || writeChecked(checked, sources, errors) ? 0 : 2;
}
