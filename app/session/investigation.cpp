// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/investigation.h"

#include "casefile/casestore.h"
#include "session/investigation_p.h"

#include <algorithm>

namespace gordian {

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
