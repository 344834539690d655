// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "casefile/offlinenode.h"

#include "casefile/casestore.h"
#include "core/linetime.h"
#include "core/utc.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace gordian {

namespace {

constexpr qsizetype kOpening = 200; // of a line: who wrote it stands in front

void countHosts(const QByteArray &text, QHash<QString, int> &journal, QHash<QString, int> &prompts)
{
    // journalctl's short and short-iso forms, and a shell's prompt.
    static const QRegularExpression record(QStringLiteral(
        R"(^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.+\-Z]+) ([A-Za-z0-9][A-Za-z0-9.\-]{0,62}) [\w.@\-]+(?:\[\d+\])?: )"));
    static const QRegularExpression prompt(
        QStringLiteral(R"(^[\[(]?[a-z_][\w\-]*@([A-Za-z0-9][A-Za-z0-9\-]{0,62})[: ][^\s]*[#$\]])"));
    qsizetype end = 0;
    for (qsizetype at = 0; at < text.size(); at = end + 1) {
        end = text.indexOf('\n', at);
        end = end < 0 ? text.size() : end;
        const QString start = QString::fromUtf8(text.constData() + at, std::min(end - at, kOpening));
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
    return name;
}

/// When the text was printed, as well as it can be known: the newest of its log lines. What is pasted may be
/// years old, and ages ("29 seconds ago") count from then.
QDateTime printedAt(const QVector<QByteArray> &texts, const QDateTime &pastedAt)
{
    std::optional<qint64> newest;
    for (const QByteArray &text : texts) {
        qsizetype end = 0;
        for (qsizetype at = 0; at < text.size(); at = end + 1) {
            end = text.indexOf('\n', at);
            end = end < 0 ? text.size() : end;
            const auto raw = lineTime(QByteArrayView(text).sliced(at, end - at));
            const auto time = raw ? resolveTime(*raw, pastedAt.toMSecsSinceEpoch(), 0) : std::nullopt;
            newest = time ? std::max(newest.value_or(*time), *time) : newest;
        }
    }
    return newest ? QDateTime::fromMSecsSinceEpoch(*newest, Utc) : pastedAt;
}

NodeRecord recordOf(const QString &id, const QString &name)
{
    NodeRecord record;
    record.node.id = id;
    record.node.name = name;
    record.node.via = Via::Offline;
    record.node.origin = NodeOrigin::Pasted;
    record.state = ConnectState::Closed;
    return record;
}

void append(Artifact &artifact, const QString &section, const QByteArray &text)
{
    artifact.sections.append({section, artifact.output.size(), text.size()});
    artifact.output += text;
    artifact.outputBytes = artifact.output.size();
}

} // namespace

OfflineNode::OfflineNode(const QString &id, const QVector<Probe> &probes) : m_id(id), m_sorter(probes)
{
}

void OfflineNode::add(const KeptText &text)
{
    m_sorter.add(text.bytes);
    m_texts.append(text.bytes);
    m_sortedShortened = m_sortedShortened || text.shortened;
}

void OfflineNode::addPart(const QString &probe, const QString &section, const KeptText &text)
{
    m_parts[probe].append({section, text.bytes.endsWith('\n') ? text.bytes : text.bytes + '\n'});
    m_texts.append(text.bytes);
    if (text.shortened) {
        m_partsShortened.insert(probe);
    }
}

QString OfflineNode::name() const
{
    const QString told = m_name.isEmpty() ? hostName(m_texts) : m_name;
    return told.isEmpty() ? m_id : told;
}

void OfflineNode::addTo(Case &whole) const
{
    whole.nodes.append(recordOf(m_id, name()));
    const QDateTime at = printedAt(m_texts, whole.createdAt);
    QMap<QString, Artifact> made;
    QStringList order;
    const auto artifactOf = [&](const QString &probe) -> Artifact & {
        Artifact &artifact = made[probe];
        if (artifact.probe.isEmpty()) {
            artifact.node = m_id;
            artifact.probe = probe;
            artifact.state = ArtifactState::Collected;
            artifact.note = QStringLiteral("pasted");
            artifact.collectedAt = at;
            order.append(probe);
        }
        return artifact;
    };
    for (auto parts = m_parts.cbegin(); parts != m_parts.cend(); ++parts) {
        for (const auto &[section, text] : *parts) {
            append(artifactOf(parts.key()), section, text);
        }
    }
    const auto piles = m_sorter.piles();
    QSet<QString> sorted;
    for (const TextSorter::Pile &pile : piles) {
        sorted.insert(pile.probe);
        Artifact &artifact = artifactOf(pile.probe);
        const bool several = pile.pieces.size() > 1 || !artifact.output.isEmpty();
        int number = 0;
        for (const QByteArray &piece : pile.pieces) {
            append(artifact, several ? QStringLiteral("pasted-%1").arg(++number) : QString(), piece);
        }
        if (!several) {
            artifact.sections.clear();
        }
    }
    for (const QString &probe : std::as_const(order)) {
        Artifact &artifact = made[probe];
        artifact.truncated =
            (m_sortedShortened && sorted.contains(probe)) || m_partsShortened.contains(probe);
        artifact.outputBytes =
            artifact.truncated ? -1 : artifact.output.size(); // who printed what is not known
        whole.put(artifact);
    }
    if (m_sortedShortened || !m_partsShortened.isEmpty()) {
        whole.runs.append({whole.createdAt, m_id, QString::fromLatin1(ShortenedText), QStringLiteral("ok")});
    }
}

} // namespace gordian
