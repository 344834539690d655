// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshworker.h"

#include "transport/hostkeycheck.h"
#include "transport/linkpulse.h"
#include "transport/signinrequest.h"
#include "transport/sshshell.h"
#include "transport/tcpconnector.h"

#include <libssh/libssh.h>
#include <openssl/crypto.h>

#include <atomic>
#include <csignal>

namespace gordian {

namespace {

// A server that ends the connection after its MaxAuthTries is called again, as long as each call tries
// something new.
constexpr int MostReconnects = 6;

tl::unexpected<ConnectFailure> failedWith(ConnectLayer layer, const QString &detail = {})
{
    ConnectFailure failure;
    failure.layer = layer;
    failure.detail = detail;
    return tl::unexpected(failure);
}

quint64 nextNumber()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

} // namespace

SshWorker::SshWorker(Node node, SshSettings settings, std::shared_ptr<SshControl> control)
    : m_node(std::move(node)),
      m_settings(std::move(settings)),
      m_control(std::move(control))
{
}

SshWorker::~SshWorker()
{
    m_control->cancel();
    wait();
}

void SshWorker::run()
{
    // Writing to a connection that the peer has closed must be an error code, not the end of the program.
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);

    m_clock.start();
    Problem problem = connectAll();
    if (!problem) {
        problem = serve();
    }
    while (!m_links.empty()) {
        m_links.pop_back(); // the nearest hop last: the others stand on it
    }
    if (problem && !m_control->isCancelled()) {
        problem->hop = problem->hop.host.isEmpty() ? m_hop.endpoint : problem->hop;
        problem->milliseconds = static_cast<int>(m_clock.elapsed());
        emit failed(*problem);
    }
    // Its destructor for this thread would run after wait(), beside OPENSSL_cleanup() at the program's end:
    // both then free the same.
    OPENSSL_thread_stop();
}

SshLink *SshWorker::lastLink() const
{
    return m_links.empty() ? nullptr : m_links.back().get();
}

SshWorker::Problem SshWorker::connectAll()
{
    m_hop.endpoint = m_node.endpoint;
    const auto plans = planHops(m_node, m_settings);
    if (!plans) {
        return plans.error();
    }
    for (const HopPlan &plan : *plans) {
        if (Problem problem = connectHop(plan)) {
            return problem;
        }
    }
    m_info.connectMilliseconds = static_cast<int>(m_clock.elapsed());
    emit stateChanged(ConnectState::Opened, m_hop.endpoint);
    emit opened(m_info);
    return std::nullopt;
}

SshWorker::Problem SshWorker::connectHop(const HopPlan &plan)
{
    m_hop = plan;
    m_accepted = {};
    SignInMemory memory;
    for (int attempt = 0; attempt < MostReconnects; ++attempt) {
        const auto tried = tryHop(plan, memory);
        if (!tried) {
            return tried.error();
        }
        if (*tried == Attempt::Done) {
            return std::nullopt;
        }
    }
    ConnectFailure failure;
    failure.layer = ConnectLayer::Authentication;
    failure.tried = memory.tried;
    return failure;
}

tl::expected<SshWorker::Attempt, ConnectFailure> SshWorker::tryHop(const HopPlan &plan, SignInMemory &memory)
{
    const QDeadlineTimer limit(1000 * qint64(plan.connectSeconds));
    const auto known = KnownHosts::read(plan.knownHostsFiles);
    if (!known) {
        return failedWith(ConnectLayer::Config, known.error().detail);
    }
    const auto socket = openSocket(plan, lastLink(), limit);
    if (!socket) {
        return tl::unexpected(socket.error());
    }
    emit stateChanged(ConnectState::KeyExchange, plan.endpoint);
    auto link = std::make_unique<SshLink>(*m_control, lastLink());
    if (const auto problem = exchangeKeys(*link, plan, *known, *socket, limit)) {
        return tl::unexpected(*problem);
    }
    emit stateChanged(ConnectState::HostKey, plan.endpoint);
    auto checked = checkHostKey(link, plan, *known);
    if (!checked || *checked == Attempt::Again) {
        return checked;
    }
    emit stateChanged(ConnectState::Authenticating, plan.endpoint);
    auto signedIn = signIn(*link, plan, memory);
    if (signedIn && *signedIn == Attempt::Done) {
        m_links.push_back(std::move(link));
    }
    return signedIn;
}

tl::expected<int, ConnectFailure> SshWorker::openSocket(const HopPlan &plan, SshLink *upstream,
                                                        const QDeadlineTimer &limit)
{
    if (upstream == nullptr) {
        emit stateChanged(ConnectState::Resolving, plan.endpoint);
        return connectTcp(*m_control, plan.address, plan.endpoint.port, limit,
                          [&] { emit stateChanged(ConnectState::Connecting, plan.endpoint); });
    }
    emit stateChanged(ConnectState::Connecting, plan.endpoint);
    const int socket = upstream->openForward(plan.address.toUtf8(), plan.endpoint.port, limit);
    if (socket >= 0) {
        return socket;
    }
    const bool timedOut = upstream->isConnected() && limit.hasExpired();
    return failedWith(timedOut ? ConnectLayer::TcpTimedOut : ConnectLayer::Jump,
                      timedOut ? QString() : upstream->errorText());
}

tl::expected<SshWorker::Attempt, ConnectFailure>
SshWorker::checkHostKey(std::unique_ptr<SshLink> &link, const HopPlan &plan, const KnownHosts &known)
{
    const HostKey offered = offeredHostKey(*link);
    const HostKeyVerdict verdict = known.check(plan.hostId, offered);
    if (const auto objection = hostKeyObjection(verdict, offered)) {
        return tl::unexpected(*objection);
    }
    m_info.serverBanner = QString::fromUtf8(ssh_get_serverbanner(link->session()));
    m_info.cipher = QString::fromUtf8(ssh_get_cipher_out(link->session()));
    m_info.hostKeySha256 = offered.sha256;
    if (verdict.kind == HostKeyVerdict::Kind::Trusted || offered == m_accepted) {
        return Attempt::Done;
    }
    // A person who compares fingerprints takes longer than a server waits for a sign-in (LoginGraceTime), and
    // connections that wait count against MaxStartups: hang up, ask, call again.
    link.reset();
    return askHostKey(plan, offered, lastLink());
}

tl::expected<SshWorker::Attempt, ConnectFailure>
SshWorker::askHostKey(const HopPlan &plan, const HostKey &offered, SshLink *upstream)
{
    m_control->forgetHostKeyAnswer();
    emit hostKeyUnknown({m_node.id, plan.endpoint, offered, plan.rememberFile});
    SshLink waiting(*m_control, upstream);
    std::optional<bool> accepted;
    while (!(accepted = m_control->takeHostKeyAnswer())) {
        if (waiting.wait(QDeadlineTimer(QDeadlineTimer::Forever), SshLink::Watch::Nothing)
            == SshLink::Wake::Cancelled) {
            return failedWith(ConnectLayer::Cancelled);
        }
    }
    const auto remembered = !*accepted
        ? Result<void>()
        : rememberHostKey(plan.rememberFile, plan.hostId, offered,
                          plan.hashNames ? HostNames::Hashed : HostNames::Plain);
    if (*accepted && remembered) {
        m_accepted = offered;
        return Attempt::Again;
    }
    ConnectFailure failure;
    failure.layer = ConnectLayer::HostKeyUnknown;
    failure.offered = offered;
    failure.knownHostsFile = plan.rememberFile;
    failure.detail = remembered ? QString() : remembered.error().detail;
    return tl::unexpected(failure);
}

tl::expected<SshWorker::Attempt, ConnectFailure> SshWorker::signIn(SshLink &link, const HopPlan &plan,
                                                                   SignInMemory &memory)
{
    using Kind = SignIn::Outcome::Kind;
    SignIn signIn(link, plan, memory,
                  [&](SecretRequest request) { return ask(link, plan, std::move(request)); });
    const SignIn::Outcome outcome = signIn.run();
    if (outcome.kind == Kind::SignedIn) {
        m_info.authMethod = outcome.method;
        m_info.roundTripMilliseconds = outcome.roundTripMilliseconds;
        return Attempt::Done;
    }
    if (outcome.kind == Kind::Disconnected && memory.mayGoOn()) {
        return Attempt::Again;
    }
    ConnectFailure failure;
    // It refused nothing: it went away before it answered anything, and said no word of parting.
    const bool vanished = outcome.kind == Kind::Disconnected && outcome.methods.isEmpty()
        && !outcome.detail.contains(QLatin1String("SSH_MSG_DISCONNECT"));
    failure.layer = outcome.kind == Kind::Cancelled ? ConnectLayer::Cancelled
        : vanished                                  ? ConnectLayer::LinkLost
                                                    : ConnectLayer::Authentication;
    failure.methods = outcome.methods;
    failure.detail = outcome.kind == Kind::TimedOut ? QStringLiteral("timed out") : outcome.detail;
    failure.tried = memory.tried;
    if (memory.agentKeysTried > 0) {
        failure.tried.prepend(QStringLiteral("agent: %1 keys").arg(memory.agentKeysTried));
    }
    return tl::unexpected(failure);
}

std::optional<QVector<Secret>> SshWorker::ask(SshLink &link, const HopPlan &plan, SecretRequest request)
{
    request.node = m_node.id;
    request.hop = plan.endpoint;
    request.number = nextNumber();
    emit secretNeeded(request);
    for (;;) {
        if (auto answer = m_control->takeSecretAnswer(request.number)) {
            return *answer;
        }
        if (link.wait(QDeadlineTimer(QDeadlineTimer::Forever), SshLink::Watch::Nothing)
            == SshLink::Wake::Cancelled) {
            return std::nullopt;
        }
    }
}

SshWorker::Problem SshWorker::serve()
{
    LinkPulse pulse(*lastLink(), m_hop.keepAliveSeconds, m_info.roundTripMilliseconds);
    for (;;) {
        if (const auto rights = m_control->takeShell()) {
            if (Problem problem = runShell(*rights)) {
                return problem;
            }
            pulse.pause();
            continue;
        }
        lastLink()->process();
        if (!lastLink()->isConnected() || !pulse.beat()) {
            return failedWith(ConnectLayer::LinkLost, lastLink()->errorText()).value();
        }
        if (lastLink()->wait(pulse.next()) == SshLink::Wake::Cancelled) {
            return failedWith(ConnectLayer::Cancelled).value();
        }
    }
}

SshWorker::Problem SshWorker::runShell(ShellRights rights)
{
    SshShell::Events events;
    events.started = [this](Privilege privilege) {
        emit stateChanged(ConnectState::Running, m_hop.endpoint);
        emit shellStarted(privilege);
    };
    events.output = [this](const QByteArray &bytes) { emit output(bytes); };
    events.inputCarried = [this] { emit inputCarried(); };
    events.askSudoPassword = [this](int attempt) -> std::optional<Secret> {
        SecretRequest request;
        request.kind = SecretKind::SudoPassword;
        request.identity = accountAt(m_hop.endpoint);
        request.prompts = {SecretPrompt()};
        request.attempt = attempt;
        const auto answer = ask(*lastLink(), m_hop, request);
        return answer && !answer->isEmpty() ? std::optional(answer->first()) : std::nullopt;
    };
    LinkPulse pulse(*lastLink(), m_hop.keepAliveSeconds, m_info.roundTripMilliseconds);
    for (;;) {
        SshShell shell(*lastLink(), pulse, rights, events);
        const auto ended = shell.run();
        if (!ended) {
            if (ended.error().layer == ConnectLayer::LinkLost) {
                ShellEnd lost;
                lost.linkLost = true;
                emit shellEnded(lost);
            }
            return ended.error();
        }
        if (!shell.wasDeclined()) {
            m_control->clearInput();
            emit stateChanged(ConnectState::Opened, m_hop.endpoint);
            emit shellEnded(*ended);
            return std::nullopt;
        }
        rights = ShellRights::Account;
    }
}

} // namespace gordian
