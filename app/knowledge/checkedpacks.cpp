// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/checkedpacks.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>
#include <QMap>

#include <algorithm>

namespace gordian {

namespace {

constexpr auto kStream = QDataStream::Qt_6_0;
constexpr auto kHash = QCryptographicHash::Blake2b_256;

struct Checked {
    QByteArray digest;
    LiteralIndex literals; ///< written as a map, which QDataStream writes alike
};

enum class Part { Digest, All };

Checked read(Part part)
{
    Checked made;
    QFile file(QStringLiteral(":/gordian/checked.bin"));
    if (file.open(QIODevice::ReadOnly)) {
        QDataStream stream(file.readAll());
        stream.setVersion(kStream);
        stream >> made.digest;
        if (part == Part::All) {
            stream >> made.literals;
        }
    }
    return made;
}

} // namespace

QByteArray digestOf(const QVector<PackSource> &sources)
{
    QVector<QByteArray> each;
    for (const PackSource &source : sources) {
        each.append(QCryptographicHash::hash(source.pack.toUtf8() + '\n' + source.json, kHash));
    }
    std::sort(each.begin(), each.end());
    QCryptographicHash all(kHash);
    for (const QByteArray &one : std::as_const(each)) {
        all.addData(one);
    }
    return all.result();
}

QByteArray checkedPacks(const QByteArray &digest, const LiteralIndex &literals)
{
    QMap<QString, QVector<QByteArray>> sorted; // the same packs make the same bytes
    for (auto item = literals.cbegin(); item != literals.cend(); ++item) {
        sorted.insert(item.key(), item.value());
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(kStream);
    stream << digest << sorted;
    return bytes;
}

QByteArray checkedDigest()
{
    return read(Part::Digest).digest;
}

LiteralIndex checkedLiterals()
{
    return read(Part::All).literals;
}

} // namespace gordian
