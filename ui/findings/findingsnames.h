// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the findings page knows beside the diagnosis: names of nodes, components and probes, taken from the
// case and the knowledge once, so that models and texts need neither. Plain values; any thread.

#include "core/case.h"
#include "core/diagnosis.h"
#include "knowledge/knowledgebase.h"
#include "report/phrases.h"

#include <QHash>

namespace gordian::ui {

struct FindingsNames {
    QHash<QString, QString> nodes; ///< id -> name for people
    QHash<QString, LocalText> components;
    QHash<QString, QString> letters; ///< component -> one or two characters
    QHash<QString, LocalText> probes; ///< id -> title
    QHash<QString, QString> syntaxes; ///< probe -> Probe::syntax

    static FindingsNames of(const Case &shown, const KnowledgeBase &knowledge);
    QString node(const QString &id) const { return nodes.value(id, id); }
    QString component(const QString &id, const QString &language) const;
    QString probe(const QString &id, const QString &language) const;
    /// "containerd on cp-1", the component alone for the cluster, the node alone where no component is known.
    QString place(const QString &component, const QString &node, const QString &language) const;
};

/// "node/check": how causes refer to findings.
QString findingKey(const Finding &finding);
bool isSymptom(const Finding &finding);
/// The vertex a finding belongs to; a node's finding about a cluster's component belongs to the cluster's
/// vertex.
QString vertexOf(const Diagnosis &diagnosis, const QString &node, const QString &component);
const GraphVertex *findVertex(const Diagnosis &diagnosis, const QString &id);

} // namespace gordian::ui
