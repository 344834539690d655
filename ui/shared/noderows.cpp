// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/noderows.h"

#include "shared/labels.h"
#include "shared/language.h"
#include "shared/summary.h"

#include "session/investigation.h"

#include <QCoreApplication>

namespace gordian::ui {

namespace {

QString address(const Node &node)
{
    if (node.via == Via::Local) {
        return QCoreApplication::translate("NodeRows", "this computer");
    }
    if (node.via == Via::Offline) {
        return QCoreApplication::translate("NodeRows", "from a file or text");
    }
    return safeText(node.endpoint.display());
}

QString stateText(const NodeRecord &record, const NodeProgress &progress, const Language &language)
{
    if (progress.waitsForUser) {
        return QCoreApplication::translate("NodeRows", "needs you");
    }
    if (record.node.via == Via::Offline) {
        return {};
    }
    if (record.state == ConnectState::Running && progress.probesTotal > 0) {
        return QCoreApplication::translate("NodeRows", "%1 of %2 answers")
            .arg(progress.probesDone)
            .arg(progress.probesTotal);
    }
    if (record.state == ConnectState::Closed && progress.probesDone > 0) {
        return QCoreApplication::translate("NodeRows", "examined");
    }
    return language.phrases().connectState(record.state);
}

} // namespace

QVector<NodeRow> nodeRows(const Investigation &investigation, const Language &language)
{
    QVector<NodeRow> rows;
    const auto &records = investigation.currentCase().nodes;
    rows.reserve(records.size());
    const QHash<QString, Health> healths = nodeHealths(investigation.diagnosis());
    for (const NodeRecord &record : records) {
        const NodeProgress progress = investigation.progress(record.node.id);
        NodeRow row;
        row.id = record.node.id;
        row.name = safeText(nodeName(investigation.currentCase(), record.node.id));
        row.address = address(record.node);
        row.state = stateText(record, progress, language);
        row.health = healths.value(record.node.id, Health::Unknown);
        row.connection = record.state;
        row.waitsForUser = progress.waitsForUser;
        row.done = progress.probesDone;
        row.total = progress.probesTotal;
        if (record.failure) {
            row.detail = language.phrases().failure(*record.failure).title;
        }
        rows.append(row);
    }
    return rows;
}

} // namespace gordian::ui
