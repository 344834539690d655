// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/investigation_p.h"

#include <algorithm>

namespace gordian {

void Investigation::rememberFormer(const QVector<Node> &nodes)
{
    QDateTime last;
    for (const Artifact &artifact : std::as_const(d->investigated.artifacts)) {
        const bool again = std::any_of(nodes.cbegin(), nodes.cend(),
                                       [&](const Node &node) { return node.id == artifact.node; });
        if (again && (!last.isValid() || artifact.collectedAt > last)) {
            last = artifact.collectedAt;
        }
    }
    if (last.isValid() && d->diagnosis.overall != Overall::NothingExamined) {
        d->former = d->diagnosis;
        d->formerAt = last;
        d->changes.reset();
    }
}

void Investigation::collect(const CollectOptions &options)
{
    QVector<Node> nodes;
    for (const NodeRecord &record : std::as_const(d->investigated.nodes)) {
        if (record.node.via != Via::Offline && !d->collectorByNode.contains(record.node.id)) {
            nodes.append(record.node);
        }
    }
    collectNodes(nodes, options);
}

void Investigation::collectNode(const QString &node, const CollectOptions &options)
{
    const NodeRecord *record = d->investigated.node(node);
    if (record != nullptr && record->node.via != Via::Offline && !d->collectorByNode.contains(node)) {
        collectNodes({record->node}, options);
    }
}

void Investigation::collectNodes(const QVector<Node> &nodes, const CollectOptions &options)
{
    if (nodes.isEmpty()) {
        return;
    }
    if (!isCollecting()) {
        rememberFormer(nodes);
    }
    const Collector::Planner planner = [this](const NodeRecord &node, int wave,
                                              const QVector<Artifact> &soFar) {
        return d->diagnostician.plan(node, wave, soFar);
    };
    auto collector = std::make_unique<Collector>(d->transports, planner);
    Collector &started = *collector;
    follow(started);
    for (const Node &node : nodes) {
        d->collectorByNode.insert(node.id, &started);
        d->arrived.remove(node.id);
    }
    const bool first = d->collectors.empty();
    d->collectors.push_back(std::move(collector));
    if (first) {
        emit collectingChanged(true);
    }
    started.start(nodes, options);
}

void Investigation::follow(Collector &collector)
{
    connect(&collector, &Collector::progressChanged, this, &Investigation::nodeChanged);
    connect(&collector, &Collector::nodeChanged, this, &Investigation::takeNode);
    connect(&collector, &Collector::artifactCollected, this, &Investigation::takeArtifact);
    connect(&collector, &Collector::secretNeeded, &d->desk, &SecretDesk::ask);
    connect(&collector, &Collector::hostKeyUnknown, &d->hostKeys, &HostKeyDesk::ask);
    connect(&collector, &Collector::ran, this, &Investigation::note);
    connect(&collector, &Collector::nodeFinished, this, [this](const QString &node) {
        d->desk.forgetNode(node);
        d->hostKeys.forgetNode(node);
        d->lastProgress.insert(node, progress(node));
        d->collectorByNode.remove(node);
        dropLeftovers(node);
        d->runner.request(d->investigated);
        emit nodeChanged(node);
    });
    // Queued: the collector is still in its own code when it says so.
    connect(
        &collector, &Collector::finished, this, [this, gone = &collector] { retire(gone); },
        Qt::QueuedConnection);
}

// What an earlier run brought and this one did not ask for would speak of a node that is no longer so. A node
// that could not be reached brought nothing: then the old answers are the best there are.
void Investigation::dropLeftovers(const QString &node)
{
    const QSet<QString> arrived = d->arrived.take(node);
    if (arrived.isEmpty()) {
        return;
    }
    d->investigated.artifacts.removeIf([&](const Artifact &artifact) {
        const bool leftover = artifact.node == node && !arrived.contains(artifact.probe);
        if (leftover) {
            d->writer.removeArtifact(node, artifact.probe);
        }
        return leftover;
    });
}

void Investigation::retire(Collector *collector)
{
    std::erase_if(d->collectors, [&](const auto &owned) { return owned.get() == collector; });
    d->runner.request(d->investigated);
    if (d->collectors.empty()) {
        emit collectingChanged(false);
    }
}

void Investigation::takeNode(const NodeRecord &record)
{
    NodeRecord *known = d->investigated.node(record.node.id);
    if (known == nullptr) {
        return; // removed meanwhile
    }
    if (record.state == ConnectState::Opened || record.state == ConnectState::Running) {
        d->desk.nodeOpened(record.node.id);
    }
    const bool ended = record.state == ConnectState::Failed || record.state == ConnectState::Closed;
    *known = record;
    d->writer.put(record);
    emit nodeChanged(record.node.id);
    if (ended) {
        d->runner.request(d->investigated);
    }
}

void Investigation::takeArtifact(const Artifact &artifact)
{
    if (d->investigated.node(artifact.node) == nullptr) {
        return;
    }
    d->investigated.put(artifact);
    d->writer.put(artifact);
    d->arrived[artifact.node].insert(artifact.probe);
    emit artifactArrived(artifact.node, artifact.probe);
    d->runner.request(d->investigated);
}

void Investigation::note(const RunEntry &entry)
{
    d->investigated.runs.append(entry);
    d->writer.put(entry);
}

void Investigation::put(const MendingRecord &record)
{
    d->investigated.put(record);
    d->writer.put(record);
}

std::unique_ptr<Transport> Investigation::transportTo(const QString &node)
{
    const NodeRecord *record = d->investigated.node(node);
    auto made = d->transports.create(record != nullptr ? record->node : Node());
    Transport *transport = made.get();
    connect(transport, &Transport::secretNeeded, &d->desk, &SecretDesk::ask);
    connect(transport, &Transport::hostKeyUnknown, &d->hostKeys, &HostKeyDesk::ask);
    connect(transport, &Transport::opened, &d->desk, [this, node] { d->desk.nodeOpened(node); });
    connect(transport, &QObject::destroyed, &d->desk, [this, node] {
        d->desk.forgetNode(node);
        d->hostKeys.forgetNode(node);
    });
    connect(&d->desk, &SecretDesk::answered, transport,
            [transport, node](const QString &whose, quint64 number, const QVector<Secret> &answers) {
                if (whose == node) {
                    transport->answerSecret(number, answers);
                }
            });
    connect(&d->desk, &SecretDesk::declined, transport,
            [transport, node](const QString &whose, quint64 number) {
                if (whose == node) {
                    transport->declineSecret(number);
                }
            });
    connect(&d->hostKeys, &HostKeyDesk::accepted, transport, [transport, node](const QString &whose) {
        if (whose == node) {
            transport->acceptHostKey();
        }
    });
    connect(&d->hostKeys, &HostKeyDesk::rejected, transport, [transport, node](const QString &whose) {
        if (whose == node) {
            transport->rejectHostKey();
        }
    });
    return made;
}

void Investigation::cancel()
{
    for (auto &collector : d->collectors) {
        collector->cancel();
    }
}

} // namespace gordian
