// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/casestore.h"

#include "casefile/offlinenode.h"
#include "casefile/plaintext.h"

#include <algorithm>

namespace gordian {

namespace {

constexpr qsizetype LargestPaste = qsizetype(64) * 1024 * 1024;

} // namespace

Case caseFromText(const QVector<QByteArray> &texts, const QVector<Probe> &probes)
{
    Case pasted = newCase({});
    OfflineNode node(QStringLiteral("pasted"), probes);
    qsizetype left = LargestPaste;
    for (const QByteArray &text : texts) {
        node.add(plainText(text.left(left)));
        left = std::max<qsizetype>(0, left - text.size());
    }
    node.addTo(pasted);
    pasted.title = pasted.nodes.first().node.name;
    return pasted;
}

} // namespace gordian
