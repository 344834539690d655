// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/casestore.h"

#include "casefile/offlinenode.h"
#include "casefile/plaintext.h"

namespace gordian {

Case caseFromText(const QVector<QByteArray> &texts, const QVector<Probe> &probes)
{
    QVector<KeptText> kept;
    for (const QByteArray &text : texts) {
        kept.append(shortened(text, kMostText / texts.size()));
    }
    return caseFromKeptText(kept, probes);
}

Case caseFromKeptText(const QVector<KeptText> &texts, const QVector<Probe> &probes)
{
    Case pasted = newCase({});
    OfflineNode node(QStringLiteral("pasted"), probes);
    for (const KeptText &text : texts) {
        node.add({plainText(text.bytes), text.shortened});
    }
    node.addTo(pasted);
    pasted.title = pasted.nodes.first().node.name;
    return pasted;
}

} // namespace gordian
