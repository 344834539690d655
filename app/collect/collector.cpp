// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/collector.h"

#include "collect/nodecollector.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace gordian {

struct Collector::Private {
    TransportFactory &transports;
    Planner planner;
    CollectOptions options;
    std::vector<std::unique_ptr<NodeCollector>>
        nodes; ///< in the order given, from start() to the next start()
    QVector<qsizetype> waiting; ///< indexes of those not begun
    bool running = false;

    NodeCollector *find(const QString &id) const
    {
        const auto found = std::find_if(nodes.cbegin(), nodes.cend(),
                                        [&](const auto &n) { return n->record().node.id == id; });
        return found == nodes.cend() ? nullptr : found->get();
    }
};

namespace {

// sshd counts those that have not signed in yet (MaxStartups); through a jump host it is the jump host's
// count.
QString firstHop(const Node &node)
{
    const Endpoint &hop = node.jumps.isEmpty() ? node.endpoint : node.jumps.first();
    return node.via == Via::Local ? QString() : hop.host + QLatin1Char(':') + QString::number(hop.port);
}

} // namespace

Collector::Collector(TransportFactory &transports, Planner planner, QObject *parent)
    : QObject(parent),
      d(new Private{transports, std::move(planner), {}, {}, {}, false})
{
}

Collector::~Collector() = default;

void Collector::start(const QVector<Node> &nodes, const CollectOptions &options)
{
    Q_ASSERT(!d->running);
    // A finished() of the last run may still be on the stack.
    for (auto &old : d->nodes) {
        old.release()->deleteLater();
    }
    d->nodes.clear();
    d->waiting.clear();
    d->options = options;
    d->running = true;
    for (const Node &node : nodes) {
        d->waiting.append(static_cast<qsizetype>(d->nodes.size()));
        addNode(node);
    }
    startMore();
}

void Collector::addNode(const Node &node)
{
    auto made = std::make_unique<NodeCollector>(node, d->transports.create(node), d->planner, d->options);
    NodeCollector *collector = made.get();
    const QString id = node.id;
    connect(collector, &NodeCollector::progressChanged, this, [this, id] { emit progressChanged(id); });
    connect(collector, &NodeCollector::changed, this,
            [this, collector] { emit nodeChanged(collector->record()); });
    connect(collector, &NodeCollector::hostKeyUnknown, this, &Collector::hostKeyUnknown);
    connect(collector, &NodeCollector::secretNeeded, this, &Collector::secretNeeded);
    connect(collector, &NodeCollector::artifactCollected, this, &Collector::artifactCollected);
    connect(collector, &NodeCollector::ran, this, &Collector::ran);
    connect(collector, &NodeCollector::signedIn, this, &Collector::startMore);
    connect(collector, &NodeCollector::finished, this, [this, id] {
        emit nodeFinished(id);
        startMore();
    });
    d->nodes.push_back(std::move(made));
}

// Begins as many of those that wait as the limits allow; ends the run when none is left.
void Collector::startMore()
{
    if (!d->running) {
        return;
    }
    int busy = 0;
    QHash<QString, int> signIns;
    for (qsizetype i = 0; i < static_cast<qsizetype>(d->nodes.size()); ++i) {
        const NodeCollector &node = *d->nodes[i];
        if (node.isFinished() || d->waiting.contains(i)) {
            continue;
        }
        ++busy;
        signIns[firstHop(node.record().node)] += node.isSignedIn() ? 0 : 1;
    }
    QVector<qsizetype> chosen;
    for (const qsizetype i : std::as_const(d->waiting)) {
        const Node &node = d->nodes[i]->record().node;
        int &signing = signIns[firstHop(node)];
        if (busy < d->options.nodesAtOnce && (node.via == Via::Local || signing < d->options.signInsAtOnce)) {
            ++busy;
            ++signing;
            chosen.append(i);
        }
    }
    d->waiting.removeIf([&](qsizetype i) { return chosen.contains(i); });
    for (const qsizetype i : std::as_const(chosen)) {
        d->nodes[i]->start();
    }
    if (busy == 0 && d->waiting.isEmpty() && d->running) {
        d->running = false;
        emit finished();
    }
}

void Collector::cancel()
{
    if (!d->running) {
        return;
    }
    // First, or the end of one node would begin the next.
    d->waiting.clear();
    for (auto &node : d->nodes) {
        node->cancel();
    }
}

void Collector::cancelNode(const QString &node)
{
    if (NodeCollector *collector = d->find(node)) {
        d->waiting.removeIf([&](qsizetype i) { return d->nodes[i].get() == collector; });
        collector->cancel();
    }
}

bool Collector::isRunning() const
{
    return d->running;
}

NodeProgress Collector::progress(const QString &node) const
{
    const NodeCollector *collector = d->find(node);
    return collector ? collector->progress() : NodeProgress();
}

void Collector::acceptHostKey(const QString &node)
{
    NodeCollector *collector = d->find(node);
    if (collector && !collector->isFinished()) {
        collector->questionAnswered(false);
        collector->transport()->acceptHostKey();
    }
}

void Collector::rejectHostKey(const QString &node)
{
    NodeCollector *collector = d->find(node);
    if (collector && !collector->isFinished()) {
        collector->questionAnswered(false);
        collector->transport()->rejectHostKey();
    }
}

void Collector::answerSecret(const QString &node, quint64 number, const QVector<Secret> &answers)
{
    NodeCollector *collector = d->find(node);
    if (collector && !collector->isFinished()) {
        collector->questionAnswered(number != 0 && collector->sudoRequest() == number);
        collector->transport()->answerSecret(number, answers);
    }
}

void Collector::declineSecret(const QString &node, quint64 number)
{
    NodeCollector *collector = d->find(node);
    if (collector && !collector->isFinished()) {
        collector->questionAnswered(false);
        collector->transport()->declineSecret(number);
    }
}

} // namespace gordian
