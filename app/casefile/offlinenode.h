// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A node that was never connected to, made of texts: pasted lines, or the files of another tool's bundle.
// What printed a text is found out by looking, unless its file's place tells. Make one a node; any thread.

#include "casefile/longtext.h"
#include "casefile/textsorter.h"
#include "core/case.h"

#include <QMap>
#include <QSet>

namespace gordian {

class OfflineNode {
public:
    /// `id` becomes its name too, unless its texts name the host.
    OfflineNode(const QString &id, const QVector<Probe> &probes);

    void setName(const QString &name) { m_name = name; }
    /// Text of any kind, in pieces or whole.
    void add(const KeptText &text);
    /// What `probe` would have printed as its part `section`.
    void addPart(const QString &probe, const QString &section, const KeptText &text);

    /// As a node and artifacts; where not all of a text was kept, they and the case's runs tell. Ages count
    /// from the newest log line, since the text may be years old.
    void addTo(Case &whole) const;

private:
    QString name() const;

    QString m_id;
    QString m_name;
    TextSorter m_sorter;
    bool m_sortedShortened = false; ///< not all was kept of what was sorted
    QSet<QString> m_partsShortened; ///< nor of these probes' parts
    QVector<QByteArray> m_texts;
    QMap<QString, QVector<QPair<QString, QByteArray>>> m_parts; ///< by probe: section and text
};

} // namespace gordian
