// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/factbook.h"

#include "diagnose/answer.h"

#include <QtConcurrentMap>

#include <algorithm>

namespace gordian {

namespace {

// Declared by the pack that owns the node's clock; log lines without a zone are in the node's local time.
const auto kZoneFact = QStringLiteral("host.utc-offset");

bool earlier(const Fact *one, const Fact *other)
{
    return std::tuple(one->subject, one->source.probe, one->source.section, one->source.firstLine)
        < std::tuple(other->subject, other->source.probe, other->source.section, other->source.firstLine);
}

} // namespace

FactBook::FactBook(const Case &investigated, const KnowledgeBase &knowledge, const Reader &reader)
    : m_case(investigated),
      m_knowledge(knowledge),
      m_reader(reader)
{
    QHash<QString, QVector<std::shared_ptr<const Reading>>> byNode;
    for (const NodeRecord &record : investigated.nodes) {
        if (!m_nodes.contains(record.node.id)) {
            m_nodes.append(record.node.id);
        }
    }
    // Reading is nearly all of the work, and each artifact is read for itself.
    const auto readings = QtConcurrent::blockingMapped<QVector<std::shared_ptr<const Reading>>>(
        investigated.artifacts, [&reader](const Artifact &artifact) { return reader.read(artifact); });
    for (const auto &reading : readings) {
        byNode[reading->artifact.node].append(reading);
    }
    for (const QString &node : std::as_const(m_nodes)) {
        addNode(node, byNode.value(node));
        setClock(node);
    }
}

void FactBook::addNode(const QString &node, const QVector<std::shared_ptr<const Reading>> &ofNode)
{
    auto &readings = m_readings[node];
    for (const auto &reading : ofNode) {
        readings.insert(reading->artifact.probe, reading);
        if (answerOf(reading->artifact, m_knowledge.probe(reading->artifact.probe)) != Answer::None) {
            m_examined.insert(node);
        }
    }
    auto &facts = m_facts[node];
    for (const auto &reading : std::as_const(readings)) {
        for (const Fact &fact : reading->facts) {
            facts[fact.key].append(&fact);
        }
    }
    for (auto &each : facts) {
        std::stable_sort(each.begin(), each.end(), earlier);
    }
}

void FactBook::setClock(const QString &node)
{
    qint64 collected = 0;
    qint64 newestLine = 0;
    const auto &readings = m_readings[node];
    for (const auto &reading : readings) {
        if (reading->artifact.collectedAt.isValid()) {
            collected = std::max(collected, reading->artifact.collectedAt.toMSecsSinceEpoch());
        }
    }
    if (collected == 0) {
        collected = m_case.createdAt.isValid() ? m_case.createdAt.toMSecsSinceEpoch() : 0;
    }
    const auto zone = facts(node, kZoneFact);
    m_zone[node] = !zone.isEmpty() && std::holds_alternative<qint64>(zone.first()->value)
        ? int(std::clamp<qint64>(std::get<qint64>(zone.first()->value), -86'400, 86'400))
        : 0;
    for (const auto &reading : readings) {
        if (reading->newestLine) {
            const auto time = resolveTime(*reading->newestLine, collected + clockOffset(node), m_zone[node]);
            newestLine = std::max(newestLine, time.value_or(0));
        }
    }
    // Text may be pasted long after it was printed: then its own last line is "now".
    const NodeRecord *known = record(node);
    const bool pasted = known && known->node.origin == NodeOrigin::Pasted;
    m_now[node] = pasted && newestLine > 0 ? newestLine : collected + clockOffset(node);
}

qint64 FactBook::clockOffset(const QString &node) const
{
    const NodeRecord *known = record(node);
    return known ? known->clockOffsetMs.value_or(0) : 0;
}

const QVector<const Fact *> &FactBook::facts(const QString &node, const QString &key) const
{
    static const QVector<const Fact *> none;
    const auto ofNode = m_facts.constFind(node);
    if (ofNode == m_facts.cend()) {
        return none;
    }
    const auto found = ofNode->constFind(key);
    return found == ofNode->cend() ? none : *found;
}

bool FactBook::isAbsent(const QString &node, const QString &key) const
{
    if (!facts(node, key).isEmpty()) {
        return false;
    }
    bool notApplicable = false;
    bool unanswered = false;
    for (const QString &probe : m_reader.probesOfFact(key)) {
        const Reading *read = reading(node, probe);
        if (!read) {
            continue;
        }
        const bool full =
            answerOf(read->artifact, m_knowledge.probe(probe)) == Answer::Full && !read->notUnderstood;
        if (full && read->artifact.state == ArtifactState::Collected) {
            return true;
        }
        notApplicable = notApplicable || full;
        unanswered = unanswered || !full;
    }
    return notApplicable && !unanswered;
}

UnknownReason FactBook::probeReason(const QString &node, const QString &probe) const
{
    if (!examined(node)) {
        const NodeRecord *known = record(node);
        const bool failed = known && (known->state == ConnectState::Failed || known->failure);
        return failed ? UnknownReason::NodeNotReached : UnknownReason::NotCollected;
    }
    const Reading *read = reading(node, probe);
    if (!read) {
        return m_notNeeded.value(node).contains(probe) ? UnknownReason::NotApplicable
                                                       : UnknownReason::NotCollected;
    }
    if (answerOf(read->artifact, m_knowledge.probe(probe)) == Answer::Full
        && read->artifact.state == ArtifactState::Collected) {
        return read->notUnderstood ? UnknownReason::NotUnderstood : UnknownReason::None;
    }
    const UnknownReason why = reasonOf(read->artifact);
    return why == UnknownReason::None ? UnknownReason::NotUnderstood : why;
}

UnknownReason FactBook::reason(const QString &node, const QString &key) const
{
    UnknownReason worst = UnknownReason::None;
    for (const QString &probe : m_reader.probesOfFact(key)) {
        worst = worthTelling(worst, probeReason(node, probe));
    }
    return worst == UnknownReason::None ? UnknownReason::NotCollected : worst;
}

const Reading *FactBook::reading(const QString &node, const QString &probe) const
{
    const auto ofNode = m_readings.constFind(node);
    return ofNode == m_readings.cend() ? nullptr : ofNode->value(probe).get();
}

QVector<const Reading *> FactBook::readings(const QString &node) const
{
    QVector<const Reading *> found;
    const auto ofNode = m_readings.constFind(node);
    if (ofNode != m_readings.cend()) {
        for (const auto &each : *ofNode) {
            found.append(each.get());
        }
    }
    return found;
}

QVector<Fact> FactBook::allFacts() const
{
    QVector<Fact> found;
    for (const QString &node : m_nodes) {
        const auto &ofNode = *m_facts.constFind(node);
        QStringList keys = ofNode.keys();
        keys.sort();
        for (const QString &key : std::as_const(keys)) {
            for (const Fact *fact : ofNode.value(key)) {
                found.append(*fact);
            }
        }
    }
    return found;
}

QVector<std::shared_ptr<const Reading>> FactBook::allReadings() const
{
    QVector<std::shared_ptr<const Reading>> found;
    for (const auto &ofNode : m_readings) {
        for (const auto &each : ofNode) {
            found.append(each);
        }
    }
    return found;
}

} // namespace gordian
