// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The built-in packs as they are once they are read, so that no start reads their JSON: gordian-packlint
// writes them when Gordian is built, a resource (:/gordian/knowledge.bin) holds them. Texts stay where they
// lie in the program. A program without that resource reads the packs. Plain functions, any thread.

#include "knowledge/knowledgebase.h"
#include "knowledge/literals.h"

#include <QByteArrayView>
#include <QStringList>

#include <optional>

namespace gordian {

/// `packs`: the names of those it was read from. For machines of the same byte order. With all signatures'
/// literals.
QByteArray packedKnowledge(KnowledgeBase knowledge, const QStringList &packs);

struct UnpackedKnowledge {
    KnowledgeBase knowledge;
    QStringList packs; ///< sorted
};

/// Nothing if `bytes` are none of this machine's. They are to outlive all copies of the texts.
std::optional<UnpackedKnowledge> unpackedKnowledge(QByteArrayView bytes);

/// What this program has of it; nothing if it was built without.
std::optional<UnpackedKnowledge> readyKnowledge();
/// What the patterns of its signatures cannot match without.
LiteralIndex readyLiterals();

} // namespace gordian
