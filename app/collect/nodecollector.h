// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Collects from one node: opens its Transport, starts the shell, sends the waves, makes artifacts of the
// frames. Every probe that was planned ends as an artifact, whatever happens to the node. Owned by Collector,
// on its thread.

#include "collect/collector.h"
#include "collect/waverun.h"

#include <QElapsedTimer>
#include <QTimer>

namespace gordian {

class NodeCollector : public QObject {
    Q_OBJECT

public:
    NodeCollector(Node node, std::unique_ptr<Transport> transport, Collector::Planner planner,
                  const CollectOptions &options, QObject *parent = nullptr);
    ~NodeCollector() override;

    void start();
    void cancel();
    bool isFinished() const { return m_finished; }
    /// Past the part that sshd limits (see CollectOptions::signInsAtOnce).
    bool isSignedIn() const { return m_opened || m_finished; }
    const NodeProgress &progress() const { return m_progress; }
    const NodeRecord &record() const { return m_record; }
    Transport *transport() { return m_transport.get(); }
    void questionAnswered(bool withSudoPassword);
    /// The number of the request for the password of sudo that is being asked; 0: none.
    quint64 sudoRequest() const { return m_sudoRequest; }

signals:
    void progressChanged();
    void changed();
    void hostKeyUnknown(const gordian::HostKeyOffer &offer);
    void secretNeeded(const gordian::SecretRequest &request);
    void artifactCollected(const gordian::Artifact &artifact);
    void ran(const gordian::RunEntry &entry);
    void signedIn();
    void finished();

private:
    void connectTransport();
    void onStateChanged(ConnectState state, const Endpoint &hop);
    void onHostKeyUnknown(const HostKeyOffer &offer);
    void onSecretNeeded(const SecretRequest &request);
    void onOpened(const ConnectionInfo &info);
    void onOutput(const QByteArray &bytes);
    void onHello(const Frame &frame);
    void onShellEnded(const ShellEnd &end);
    void onFailed(const ConnectFailure &failure);
    void onClosed();
    void onInputCarried();
    void onDeadline();
    void nextWave();
    void ask(const QVector<Probe> &probes, const ScriptLimits &limits);
    void waveDone();
    void endWave(const QString &note, const QString &outcome);
    void failWith(ConnectLayer layer, const QString &detail);
    void finish(ConnectState state);
    void audit(const QDateTime &at, const QString &what, const QString &outcome);
    void armDeadline(int seconds);
    bool mayWaitOn() const;

    std::unique_ptr<Transport> m_transport;
    Collector::Planner m_planner;
    CollectOptions m_options;
    NodeRecord m_record;
    NodeProgress m_progress;
    QByteArray m_nonce;
    FrameReader m_reader;
    std::unique_ptr<WaveRun> m_wave;
    QVector<Artifact> m_artifacts;
    QDateTime m_startedAt;
    QDateTime m_shellStartedAt;
    QTimer m_deadline;
    QElapsedTimer m_asked; ///< since the last script was written
    QElapsedTimer m_heard; ///< since the node last sent anything
    int m_patienceSeconds = 0; ///< what the deadline was armed with
    int m_round = 0; ///< of the script: how many times scriptWave() was sent
    quint64 m_sudoRequest = 0;
    bool m_opened = false;
    bool m_greeted = false;
    bool m_sudoPassword = false;
    bool m_finished = false;
};

} // namespace gordian
