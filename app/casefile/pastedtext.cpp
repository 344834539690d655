// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/casestore.h"

#include "casefile/textsorter.h"
#include "core/linetime.h"
#include "core/utc.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace gordian {

namespace {

constexpr qsizetype LargestPaste = qsizetype(64) * 1024 * 1024;

QByteArray withoutByteOrderMark(const QByteArray &text)
{
    return text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
}

void countHosts(const QByteArray &text, QHash<QString, int> &journal, QHash<QString, int> &prompts)
{
    // journalctl's short and short-iso forms, and a shell's prompt.
    static const QRegularExpression record(QStringLiteral(
        R"(^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.+\-Z]+) ([A-Za-z0-9][A-Za-z0-9.\-]{0,62}) [\w.@\-]+(?:\[\d+\])?: )"));
    static const QRegularExpression prompt(
        QStringLiteral(R"(^[\[(]?[a-z_][\w\-]*@([A-Za-z0-9][A-Za-z0-9\-]{0,62})[: ][^\s]*[#$\]])"));
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        const QString start = QString::fromUtf8(line.left(200));
        if (const auto hit = record.match(start); hit.hasMatch()) {
            ++journal[hit.captured(1)];
        } else if (const auto typed = prompt.match(start); typed.hasMatch()) {
            ++prompts[typed.captured(1)];
        }
    }
}

QString mostFrequent(const QHash<QString, int> &counts)
{
    QString best;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const int leader = counts.value(best, 0);
        if (it.value() > leader || (it.value() == leader && it.key() < best)) {
            best = it.key();
        }
    }
    return best;
}

QString hostName(const QVector<QByteArray> &texts)
{
    QHash<QString, int> journal;
    QHash<QString, int> prompts;
    for (const QByteArray &text : texts) {
        countHosts(text, journal, prompts);
    }
    const QString name = mostFrequent(journal.isEmpty() ? prompts : journal);
    return name.isEmpty() ? QStringLiteral("pasted") : name;
}

NodeRecord offlineNode(const QString &name)
{
    NodeRecord record;
    record.node.id = QStringLiteral("pasted");
    record.node.name = name;
    record.node.via = Via::Offline;
    record.node.origin = NodeOrigin::Pasted;
    record.state = ConnectState::Closed;
    return record;
}

Artifact toArtifact(const TextSorter::Pile &pile, const QDateTime &at)
{
    Artifact artifact;
    artifact.node = QStringLiteral("pasted");
    artifact.probe = pile.probe;
    artifact.state = ArtifactState::Collected;
    artifact.note = QStringLiteral("pasted");
    artifact.collectedAt = at;
    for (const QByteArray &piece : pile.pieces) {
        if (pile.pieces.size() > 1) {
            artifact.sections.append({QStringLiteral("pasted-%1").arg(artifact.sections.size() + 1),
                                      artifact.output.size(), piece.size()});
        }
        artifact.output += piece;
    }
    artifact.outputBytes = artifact.output.size();
    return artifact;
}

/// When the text was printed, as well as it can be known: the newest of its log lines. What is pasted may be
/// years old, and ages ("29 seconds ago") count from then.
QDateTime printedAt(const QVector<QByteArray> &texts, const QDateTime &pastedAt)
{
    std::optional<qint64> newest;
    for (const QByteArray &text : texts) {
        for (const QByteArray &line : text.split('\n')) {
            const auto raw = lineTime(line);
            const auto time = raw ? resolveTime(*raw, pastedAt.toMSecsSinceEpoch(), 0) : std::nullopt;
            newest = time ? std::max(newest.value_or(*time), *time) : newest;
        }
    }
    return newest ? QDateTime::fromMSecsSinceEpoch(*newest, Utc) : pastedAt;
}

} // namespace

Case caseFromText(const QVector<QByteArray> &texts, const QVector<Probe> &probes)
{
    const QString name = hostName(texts);
    Case pasted = newCase(name);
    pasted.nodes.append(offlineNode(name));
    TextSorter sorter(probes);
    qsizetype left = LargestPaste;
    for (const QByteArray &text : texts) {
        sorter.add(withoutByteOrderMark(text).left(left));
        left = std::max<qsizetype>(0, left - text.size());
    }
    const QDateTime at = printedAt(texts, pasted.createdAt);
    const auto piles = sorter.piles();
    for (const TextSorter::Pile &pile : piles) {
        pasted.put(toArtifact(pile, at));
    }
    return pasted;
}

} // namespace gordian
