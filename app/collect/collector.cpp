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
    struct Way {
        QString firstHop; ///< empty: none is called
        int calls = 0;
    };
    std::vector<Way> ways; ///< to the nodes, in their order
    QHash<QString, int> room; ///< how many a first hop lets sign in at once, where fewer than we like
    bool running = false;

    bool isSigningIn(qsizetype index) const
    {
        const NodeCollector &node = *nodes[index];
        return !node.isFinished() && !node.isSignedIn() && !waiting.contains(index);
    }
    int signingInThrough(const QString &firstHop) const
    {
        int count = 0;
        for (qsizetype i = 0; i < static_cast<qsizetype>(nodes.size()); ++i) {
            count += ways[i].firstHop == firstHop && isSigningIn(i) ? 1 : 0;
        }
        return count;
    }
    bool isShared(const QString &firstHop) const
    {
        return std::count_if(ways.cbegin(), ways.cend(), [&](const Way &w) { return w.firstHop == firstHop; })
            > 1;
    }
    NodeCollector *find(const QString &id) const
    {
        const auto found = std::find_if(nodes.cbegin(), nodes.cend(),
                                        [&](const auto &n) { return n->record().node.id == id; });
        return found == nodes.cend() ? nullptr : found->get();
    }
};

namespace {

constexpr int MostCalls = 4;

// sshd counts those that have not signed in yet (MaxStartups); through a jump host it is the jump host's
// count.
QString firstHopOf(const Node &node, const TransportFactory &transports)
{
    if (node.via == Via::Local) {
        return {};
    }
    const Endpoint hop = transports.firstHop(node);
    return hop.host + QLatin1Char(':') + QString::number(hop.port);
}

// A server that is full hangs up before it says its name.
bool wasTurnedAway(const NodeRecord &record)
{
    return record.failure && record.failure->layer == ConnectLayer::Banner
        && record.failure->detail != QLatin1String("timed out");
}

} // namespace

Collector::Collector(TransportFactory &transports, Planner planner, QObject *parent)
    : QObject(parent),
      d(new Private{transports, std::move(planner), {}, {}, {}, {}, {}, false})
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
    d->ways.clear();
    d->room.clear();
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
    const auto index = static_cast<qsizetype>(d->nodes.size());
    d->nodes.push_back(makeCollector(node, index));
    d->ways.push_back({firstHopOf(node, d->transports), 0});
}

std::unique_ptr<NodeCollector> Collector::makeCollector(const Node &node, qsizetype index)
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
    connect(collector, &NodeCollector::finished, this, [this, index] { endNode(index); });
    return made;
}

void Collector::endNode(qsizetype index)
{
    if (!callAgain(index)) {
        emit nodeFinished(d->nodes[index]->record().node.id);
    }
    startMore();
}

// A first hop that turned one of several away gets fewer at once, and this one again later: true then.
bool Collector::callAgain(qsizetype index)
{
    const Private::Way &way = d->ways[index];
    NodeCollector *turnedAway = d->nodes[index].get();
    if (!d->running || way.calls >= MostCalls || !wasTurnedAway(turnedAway->record())
        || !d->isShared(way.firstHop)) {
        return false;
    }
    d->room[way.firstHop] = std::max(1, d->signingInThrough(way.firstHop));
    const Node node = turnedAway->record().node;
    turnedAway->disconnect(this);
    d->nodes[index].release()->deleteLater(); // this is said by one of its signals
    d->nodes[index] = makeCollector(node, index);
    d->waiting.append(index);
    emit nodeChanged(d->nodes[index]->record());
    return true;
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
        if (d->nodes[i]->isFinished() || d->waiting.contains(i)) {
            continue;
        }
        ++busy;
        signIns[d->ways[i].firstHop] += d->isSigningIn(i) ? 1 : 0;
    }
    QVector<qsizetype> chosen;
    for (const qsizetype i : std::as_const(d->waiting)) {
        const QString &hop = d->ways[i].firstHop;
        int &signing = signIns[hop];
        const int room = std::min(d->options.signInsAtOnce, d->room.value(hop, d->options.signInsAtOnce));
        if (busy < d->options.nodesAtOnce && (hop.isEmpty() || signing < room)) {
            ++busy;
            ++signing;
            chosen.append(i);
        }
    }
    d->waiting.removeIf([&](qsizetype i) { return chosen.contains(i); });
    for (const qsizetype i : std::as_const(chosen)) {
        ++d->ways[i].calls;
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
