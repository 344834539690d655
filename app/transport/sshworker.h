// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The thread of one connection: walks hop by hop to the node, then serves its shells, until it is cancelled
// or the link breaks. Owns every libssh object of the connection; nothing else touches them. Its signals are
// for queued connections.

#include "transport/hopplan.h"
#include "transport/knownhosts.h"
#include "transport/signin.h"
#include "transport/sshcontrol.h"

#include <QElapsedTimer>
#include <QThread>

#include <memory>
#include <vector>

namespace gordian {

class SshWorker : public QThread {
    Q_OBJECT

public:
    SshWorker(Node node, SshSettings settings, std::shared_ptr<SshControl> control);
    ~SshWorker() override;

signals:
    void stateChanged(gordian::ConnectState state, const gordian::Endpoint &hop);
    void hostKeyUnknown(const gordian::HostKeyOffer &offer);
    void secretNeeded(const gordian::SecretRequest &request);
    void opened(const gordian::ConnectionInfo &info);
    void shellStarted(gordian::Privilege rights);
    void output(const QByteArray &bytes);
    void inputCarried();
    void shellEnded(const gordian::ShellEnd &end);
    void failed(const gordian::ConnectFailure &failure);

protected:
    void run() override;

private:
    using Problem = std::optional<ConnectFailure>;
    enum class Attempt { Done, Again };

    Problem connectAll();
    Problem connectHop(const HopPlan &plan);
    tl::expected<Attempt, ConnectFailure> tryHop(const HopPlan &plan, SignInMemory &memory);
    tl::expected<int, ConnectFailure> openSocket(const HopPlan &plan, SshLink *upstream,
                                                 const QDeadlineTimer &limit);
    /// Again: it was accepted, and the hop is to be connected anew.
    tl::expected<Attempt, ConnectFailure> checkHostKey(std::unique_ptr<SshLink> &link, const HopPlan &plan,
                                                       const KnownHosts &known);
    tl::expected<Attempt, ConnectFailure> askHostKey(const HopPlan &plan, const HostKey &offered,
                                                     SshLink *upstream);
    tl::expected<Attempt, ConnectFailure> signIn(SshLink &link, const HopPlan &plan, SignInMemory &memory);
    std::optional<QVector<Secret>> ask(SshLink &link, const HopPlan &plan, SecretRequest request);
    Problem serve();
    Problem runShell(ShellRights rights);
    SshLink *lastLink() const;

    Node m_node;
    SshSettings m_settings;
    std::shared_ptr<SshControl> m_control;
    std::vector<std::unique_ptr<SshLink>> m_links;
    HopPlan m_hop; ///< the one being connected, then the node's own
    HostKey m_accepted; ///< by the person, on this hop
    ConnectionInfo m_info;
    QElapsedTimer m_clock;
};

} // namespace gordian
