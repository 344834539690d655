// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "progress/collectrows.h"

#include "shared/labels.h"
#include "shared/language.h"
#include "shared/summary.h"

#include "session/investigation.h"

#include <QCoreApplication>
#include <algorithm>

namespace gordian::ui {

namespace {

struct Question {
    int column = 0;
    bool firstWave = false;
};

QHash<QString, Question> questions(const KnowledgeBase &knowledge, const QVector<CollectColumn> &columns)
{
    QHash<QString, int> columnOf;
    for (int column = 0; column < columns.size(); ++column) {
        columnOf.insert(columns.at(column).component, column);
    }
    QHash<QString, Question> found;
    for (const Probe &probe : knowledge.probes()) {
        const auto column = columnOf.constFind(probe.component);
        if (column != columnOf.constEnd()) {
            found.insert(probe.id, {*column, probe.wave == 1});
        }
    }
    return found;
}

QString doing(const NodeRecord &record, const NodeProgress &progress, const KnowledgeBase &knowledge,
              const Language &language)
{
    const Phrases &phrases = language.phrases();
    if (progress.waitsForUser) {
        return QCoreApplication::translate("CollectRows", "needs you, see Connect");
    }
    if (record.failure) {
        return phrases.failure(*record.failure).title;
    }
    if (record.state == ConnectState::Closed && progress.probesDone > 0) {
        return QCoreApplication::translate("CollectRows", "examined");
    }
    if (record.state != ConnectState::Running) {
        return phrases.connectState(record.state);
    }
    const Probe *last = knowledge.probe(progress.lastProbe);
    const QString title = last ? last->title.in(language.code()) : phrases.connectState(record.state);
    return QCoreApplication::translate("CollectRows", "%1 of %2: %3",
                                       "answers that came, of how many, the latest")
        .arg(progress.probesDone)
        .arg(progress.probesTotal)
        .arg(title);
}

void countArtifacts(const Case &shown, const QHash<QString, Question> &asked,
                    const QHash<QString, int> &rowOf, QVector<CollectRow> &rows)
{
    for (const Artifact &artifact : shown.artifacts) {
        const auto row = rowOf.constFind(artifact.node);
        const auto question = asked.constFind(artifact.probe);
        if (row == rowOf.constEnd() || question == asked.constEnd()) {
            continue;
        }
        CollectCell &cell = rows[*row].cells[question->column];
        ++cell.arrived;
        cell.expected += question->firstWave ? 0 : 1;
        const bool missing = !artifact.answered() && artifact.state != ArtifactState::NotApplicable;
        cell.gaps += missing || artifact.state == ArtifactState::TimedOut ? 1 : 0;
    }
}

void judgeCells(const Diagnosis &diagnosis, const QVector<CollectColumn> &columns, QVector<CollectRow> &rows)
{
    const QHash<QString, Health> healths = componentHealths(diagnosis);
    for (CollectRow &row : rows) {
        for (int column = 0; column < columns.size(); ++column) {
            const auto known = healths.constFind(row.id + QLatin1Char('/') + columns.at(column).component);
            CollectCell &cell = row.cells[column];
            cell.judged = known != healths.constEnd() && cell.arrived > 0;
            cell.health = cell.judged ? *known : Health::Unknown;
        }
    }
}

} // namespace

QVector<CollectColumn> collectColumns(const Investigation &investigation, const Language &language)
{
    const KnowledgeBase &knowledge = investigation.knowledge();
    QVector<Component> components = knowledge.components();
    std::stable_sort(components.begin(), components.end(),
                     [](const Component &a, const Component &b) { return a.layer < b.layer; });
    QVector<CollectColumn> columns;
    for (const Component &component : std::as_const(components)) {
        const auto &probes = knowledge.probes();
        const bool asked = std::any_of(probes.begin(), probes.end(),
                                       [&](const Probe &probe) { return probe.component == component.id; });
        if (asked) {
            columns.append({component.id, component.name.in(language.code())});
        }
    }
    return columns;
}

QVector<CollectRow> collectRows(const Investigation &investigation, const Language &language,
                                const QVector<CollectColumn> &columns,
                                const QHash<QString, qint64> &milliseconds)
{
    const Case &shown = investigation.currentCase();
    const KnowledgeBase &knowledge = investigation.knowledge();
    const QHash<QString, Question> asked = questions(knowledge, columns);
    QVector<CollectCell> blank(columns.size());
    for (const Question &question : asked) {
        blank[question.column].expected += question.firstWave ? 1 : 0;
    }
    const QHash<QString, Health> worst = nodeHealths(investigation.diagnosis());
    QVector<CollectRow> rows;
    QHash<QString, int> rowOf;
    for (const NodeRecord &record : shown.nodes) {
        const QString id = record.node.id;
        const NodeProgress progress = investigation.progress(id);
        CollectRow row;
        row.id = id;
        row.name = safeText(nodeName(shown, id));
        row.health = worst.value(id, Health::Unknown);
        row.connection = record.state;
        row.waitsForUser = progress.waitsForUser;
        row.doing = safeText(doing(record, progress, knowledge, language));
        row.time =
            milliseconds.contains(id) ? language.phrases().duration(milliseconds.value(id)) : QString();
        row.bytes = progress.bytes > 0 ? language.phrases().bytes(progress.bytes) : QString();
        row.cells = blank;
        rowOf.insert(id, int(rows.size()));
        rows.append(row);
    }
    countArtifacts(shown, asked, rowOf, rows);
    judgeCells(investigation.diagnosis(), columns, rows);
    return rows;
}

} // namespace gordian::ui
