// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/case.h"

#include <QRandomGenerator>

#include <algorithm>

namespace gordian {

const NodeRecord *Case::node(const QString &nodeId) const
{
    const auto found =
        std::find_if(nodes.cbegin(), nodes.cend(), [&](const NodeRecord &r) { return r.node.id == nodeId; });
    return found == nodes.cend() ? nullptr : &*found;
}

NodeRecord *Case::node(const QString &nodeId)
{
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const NodeRecord &r) { return r.node.id == nodeId; });
    return found == nodes.end() ? nullptr : &*found;
}

const Artifact *Case::artifact(const QString &nodeId, const QString &probe) const
{
    const auto found = std::find_if(artifacts.cbegin(), artifacts.cend(),
                                    [&](const Artifact &a) { return a.node == nodeId && a.probe == probe; });
    return found == artifacts.cend() ? nullptr : &*found;
}

void Case::put(const Artifact &artifact)
{
    const auto found = std::find_if(artifacts.begin(), artifacts.end(), [&](const Artifact &a) {
        return a.node == artifact.node && a.probe == artifact.probe;
    });
    if (found == artifacts.end()) {
        artifacts.append(artifact);
    } else {
        *found = artifact;
    }
}

void Case::put(const MendingRecord &record)
{
    const auto found = std::find_if(mendings.begin(), mendings.end(),
                                    [&](const MendingRecord &each) { return each.id == record.id; });
    if (found == mendings.end()) {
        mendings.append(record);
    } else {
        *found = record;
    }
}

Case newCase(const QString &title)
{
    QByteArray id(16, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(id.data()), id.size() / 4);
    Case made;
    made.id = QString::fromLatin1(id.toHex());
    made.title = title;
    made.createdAt = QDateTime::currentDateTimeUtc();
    made.gordianVersion = QStringLiteral(GORDIAN_VERSION);
    return made;
}

} // namespace gordian
