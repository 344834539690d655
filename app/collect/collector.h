// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Collects from many nodes at once: opens each, runs the waves, hands over artifacts as they come. Lives on
// its owner's thread; owns one NodeCollector (and so one Transport) a node. One dead node costs its own limit
// and delays nobody.

#include "collect/script.h"
#include "core/case.h"
#include "transport/transportfactory.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace gordian {

class NodeCollector;

/// What a node is doing right now, for the person who watches.
struct NodeProgress {
    ConnectState state = ConnectState::Idle;
    Endpoint hop; ///< while connecting: which hop
    int wave = 0; ///< 0 before the first
    int probesDone = 0;
    int probesTotal = 0; ///< of all waves planned so far
    QString lastProbe; ///< the latest that answered
    qint64 bytes = 0; ///< received
    bool waitsForUser = false; ///< a host key or a secret is asked
};

struct CollectOptions {
    ShellRights rights = ShellRights::SudoIfFree;
    ScriptLimits limits;
    int nodesAtOnce = 32; ///< connections being opened or running
    int signInsAtOnce = 5; ///< through the same first hop (sshd's MaxStartups drops beyond ten);
                           ///< fewer where one is turned away all the same
};

class Collector : public QObject {
    Q_OBJECT

public:
    /// Which probes to run on `node` in `wave` (1, 2), given what came so far. Empty: nothing more. Called on
    /// the collector's thread.
    using Planner =
        std::function<QVector<Probe>(const NodeRecord &node, int wave, const QVector<Artifact> &soFar)>;

    Collector(TransportFactory &transports, Planner planner, QObject *parent = nullptr);
    ~Collector() override;

    void start(const QVector<Node> &nodes, const CollectOptions &options);
    /// Keeps what came; every probe that has not answered becomes an artifact NotCollected("cancelled").
    void cancel();
    void cancelNode(const QString &node);
    bool isRunning() const;
    NodeProgress progress(const QString &node) const;

    void acceptHostKey(const QString &node);
    void rejectHostKey(const QString &node);
    void answerSecret(const QString &node, quint64 number, const QVector<Secret> &answers);
    void declineSecret(const QString &node, quint64 number);

signals:
    void progressChanged(const QString &node);
    void hostKeyUnknown(const gordian::HostKeyOffer &offer);
    void secretNeeded(const gordian::SecretRequest &request);
    /// Connection, rights and clock of the node are known (or how it failed); sent whenever one of them
    /// changes.
    void nodeChanged(const gordian::NodeRecord &record);
    void artifactCollected(const gordian::Artifact &artifact);
    void ran(const gordian::RunEntry &entry);
    void nodeFinished(const QString &node);
    void finished();

private:
    void addNode(const Node &node);
    std::unique_ptr<NodeCollector> makeCollector(const Node &node, qsizetype index);
    void startMore();
    void endNode(qsizetype index);
    bool callAgain(qsizetype index);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gordian
