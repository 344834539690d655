// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/investigation.h"

#include "casefile/casestore.h"
#include "session/casewriter.h"
#include "session/diagnosisrunner.h"
#include "session/hostkeydesk.h"
#include "session/secretdesk.h"

#include <algorithm>
#include <vector>

namespace gordian {

struct Investigation::Private {
    Private(const PluginHost &pluginHost, TransportFactory &transportFactory)
        : plugins(pluginHost),
          transports(transportFactory),
          diagnostician(pluginHost.knowledge(), pluginHost.parsers()),
          runner(diagnostician)
    {
    }

    Collector *collectorOf(const QString &node) const { return collectorByNode.value(node); }

    const PluginHost &plugins;
    TransportFactory &transports;
    Diagnostician diagnostician;
    DiagnosisRunner runner;
    CaseWriter writer;
    SecretDesk desk;
    Case investigated = newCase({});
    Diagnosis diagnosis;
    std::optional<Diagnosis> former; ///< before the examination that is under way, or was the last
    QDateTime formerAt;
    std::optional<Changes> changes;
    std::vector<std::unique_ptr<Collector>> collectors;
    QHash<QString, Collector *> collectorByNode;
    QHash<QString, NodeProgress> lastProgress; ///< of nodes whose collector is done
    QHash<QString, QSet<QString>> arrived; ///< probes of the run under way, by node
    HostKeyDesk hostKeys;
};

Investigation::Investigation(const PluginHost &plugins, TransportFactory &transports, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(plugins, transports))
{
    connect(&d->runner, &DiagnosisRunner::diagnosed, this, &Investigation::takeDiagnosis);
    connect(&d->writer, &CaseWriter::failed, this, &Investigation::savingFailed);
    connect(&d->writer, &CaseWriter::copied, this, &Investigation::saved);
    connect(&d->writer, &CaseWriter::notCopied, this, &Investigation::savingFailed);
    followDesks();
}

void Investigation::followDesks()
{
    connect(&d->desk, &SecretDesk::frontChanged, this, &Investigation::pendingSecretChanged);
    connect(&d->desk, &SecretDesk::answered, this,
            [this](const QString &node, quint64 number, const QVector<Secret> &answers) {
                if (Collector *collector = d->collectorOf(node)) {
                    collector->answerSecret(node, number, answers);
                }
            });
    connect(&d->desk, &SecretDesk::declined, this, [this](const QString &node, quint64 number) {
        if (Collector *collector = d->collectorOf(node)) {
            collector->declineSecret(node, number);
        }
    });
    connect(&d->hostKeys, &HostKeyDesk::pendingChanged, this, &Investigation::pendingHostKeysChanged);
    connect(&d->hostKeys, &HostKeyDesk::accepted, this, [this](const QString &node) {
        if (Collector *collector = d->collectorOf(node)) {
            collector->acceptHostKey(node);
        }
    });
    connect(&d->hostKeys, &HostKeyDesk::rejected, this, [this](const QString &node) {
        if (Collector *collector = d->collectorOf(node)) {
            collector->rejectHostKey(node);
        }
    });
}

Investigation::~Investigation()
{
    // Their last words must not reach members that are being destroyed.
    for (auto &collector : d->collectors) {
        collector->disconnect(this);
    }
}

void Investigation::setSecretStore(std::unique_ptr<SecretStore> store)
{
    d->desk.setStore(std::move(store));
}

const Case &Investigation::currentCase() const
{
    return d->investigated;
}

const Diagnosis &Investigation::diagnosis() const
{
    return d->diagnosis;
}

const std::optional<Changes> &Investigation::changes() const
{
    return d->changes;
}

// While answers come, half of them are old: what they say together was never so. Hence only at the end.
void Investigation::takeDiagnosis(const Diagnosis &diagnosis)
{
    d->diagnosis = diagnosis;
    if (d->former && !isCollecting() && !isDiagnosing()) {
        d->changes = changesBetween(*d->former, diagnosis);
        d->changes->since = d->formerAt;
    }
    emit diagnosisChanged();
}

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

const KnowledgeBase &Investigation::knowledge() const
{
    return d->plugins.knowledge();
}

NodeProgress Investigation::progress(const QString &node) const
{
    const Collector *collector = d->collectorOf(node);
    return collector != nullptr ? collector->progress(node) : d->lastProgress.value(node);
}

bool Investigation::isCollecting() const
{
    return !d->collectors.empty();
}

bool Investigation::isDiagnosing() const
{
    return d->runner.isBusy();
}

Result<void> Investigation::startNew(const QString &title, const QString &path)
{
    Case fresh = newCase(title);
    if (!path.isEmpty()) {
        if (auto created = d->writer.prepareNew(path, fresh); !created) {
            return created;
        }
    }
    replaceCase(std::move(fresh));
    return {};
}

Result<void> Investigation::openFile(const QString &path)
{
    auto resumed = d->writer.prepareExisting(path);
    if (!resumed) {
        resumed = CaseStore::read(path);
    }
    if (!resumed) {
        return tl::unexpected(resumed.error());
    }
    replaceCase(std::move(*resumed));
    return {};
}

void Investigation::openText(const QVector<QByteArray> &texts)
{
    replaceCase(caseFromText(texts, knowledge().probes()));
}

Result<void> Investigation::saveAs(const QString &path)
{
    auto created = d->writer.prepareNew(path, d->investigated);
    if (created) {
        d->writer.switchOver();
    }
    return created;
}

void Investigation::resume(const Case &opened, const QString &path)
{
    replaceCase(opened);
    if (!path.isEmpty()) {
        d->writer.goOnWith(path);
    }
}

void Investigation::saveLater(const QString &path)
{
    d->writer.copyTo(path, d->investigated);
}

QString Investigation::filePath() const
{
    return d->writer.path();
}

void Investigation::replaceCase(Case replacement)
{
    // The last words of the nodes belong into the old case and its file.
    cancel();
    d->writer.switchOver();
    d->runner.reset();
    d->lastProgress.clear();
    d->arrived.clear();
    d->diagnosis = {};
    d->former.reset();
    d->changes.reset();
    d->investigated = std::move(replacement);
    emit caseReplaced();
    emit nodesChanged();
    d->runner.request(d->investigated);
}

QStringList Investigation::addNodes(const QVector<Node> &nodes)
{
    QStringList taken;
    QVector<Node> fresh;
    for (const NodeRecord &record : std::as_const(d->investigated.nodes)) {
        taken.append(record.node.id);
    }
    for (const Node &node : nodes) {
        const auto same = [&](const NodeRecord &r) {
            return r.node.via == node.via && r.node.endpoint == node.endpoint;
        };
        if (std::none_of(d->investigated.nodes.cbegin(), d->investigated.nodes.cend(), same)) {
            fresh.append(node);
        }
    }
    assignIds(fresh, taken);
    QStringList ids;
    for (const Node &node : std::as_const(fresh)) {
        NodeRecord record;
        record.node = node;
        d->investigated.nodes.append(record);
        d->writer.put(record);
        ids.append(node.id);
    }
    if (!ids.isEmpty()) {
        emit nodesChanged();
    }
    return ids;
}

void Investigation::removeNode(const QString &node)
{
    if (Collector *collector = d->collectorOf(node)) {
        collector->cancelNode(node);
    }
    d->investigated.nodes.removeIf([&](const NodeRecord &record) { return record.node.id == node; });
    d->investigated.artifacts.removeIf([&](const Artifact &artifact) { return artifact.node == node; });
    d->desk.forgetNode(node);
    d->writer.removeNode(node);
    emit nodesChanged();
    d->runner.request(d->investigated);
}

QVector<InventoryFind> Investigation::discovered() const
{
    return discoverNodes(d->investigated);
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
    connect(&collector, &Collector::ran, this, [this](const RunEntry &entry) {
        d->investigated.runs.append(entry);
        d->writer.put(entry);
    });
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

void Investigation::cancel()
{
    for (auto &collector : d->collectors) {
        collector->cancel();
    }
}

const QVector<HostKeyOffer> &Investigation::pendingHostKeys() const
{
    return d->hostKeys.pending();
}

void Investigation::acceptHostKeys(const QStringList &nodes)
{
    d->hostKeys.accept(nodes);
}

void Investigation::rejectHostKeys(const QStringList &nodes)
{
    d->hostKeys.reject(nodes);
}

const SecretRequest *Investigation::pendingSecret() const
{
    return d->desk.front();
}

void Investigation::answerSecret(const QVector<Secret> &answers, Remember remember)
{
    d->desk.answer(answers,
                   remember == Remember::Keyring ? SecretDesk::Keep::InKeyring : SecretDesk::Keep::InMemory);
}

void Investigation::declineSecret()
{
    d->desk.decline();
}

} // namespace gordian
