// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/signin.h"

#include "transport/signinrequest.h"

#include <libssh/libssh.h>

#include <QElapsedTimer>

#include <algorithm>

namespace gordian {

SignIn::SignIn(SshLink &link, const HopPlan &plan, SignInMemory &memory, Ask ask)
    : m_link(link),
      m_plan(plan),
      m_memory(memory),
      m_ask(std::move(ask)),
      m_user(plan.endpoint.user.toUtf8())
{
}

SignIn::~SignIn() = default;

SignIn::Outcome SignIn::run()
{
    if (const auto settled = start()) {
        return outcomeOf(*settled);
    }
    // Each factor that is accepted leads to another round; no server asks for more than the methods there
    // are.
    for (int factor = 0; factor < 4; ++factor) {
        const Step step = walk();
        if (step != Step::Partial) {
            return outcomeOf(step);
        }
    }
    return outcomeOf(Step::Refused);
}

// The service request is answered at once by every server: its time is the round trip.
std::optional<SignIn::Step> SignIn::start()
{
    QElapsedTimer timer;
    timer.start();
    const auto service = m_link.finish(SSH_AGAIN, QDeadlineTimer(requestLimit(m_plan, 0)), [this] {
        return ssh_service_request(m_link.session(), "ssh-userauth");
    });
    if (service != SSH_OK) {
        return stepOf(service ? std::optional<int>(SSH_AUTH_ERROR) : std::nullopt);
    }
    m_roundTrip = static_cast<int>(timer.elapsed());
    // "none" tells the methods. A key that needs no question tells them, too, and mostly there is nothing
    // more to ask: a round trip less.
    if (const auto settled = tryOpenKey()) {
        return settled;
    }
    if (ssh_userauth_list(m_link.session(), nullptr) != 0) {
        return std::nullopt;
    }
    const Step none = request([this] { return ssh_userauth_none(m_link.session(), nullptr); });
    if (none == Step::Accepted) {
        m_method = QStringLiteral("none");
    }
    return none == Step::Refused || none == Step::Partial ? std::nullopt : std::optional<Step>(none);
}

SignIn::Outcome SignIn::outcomeOf(Step step) const
{
    Outcome outcome;
    outcome.method = m_method;
    outcome.roundTripMilliseconds = m_roundTrip;
    switch (step) {
    case Step::Accepted:
        outcome.kind = Outcome::Kind::SignedIn;
        return outcome;
    case Step::Cancelled:
        outcome.kind = Outcome::Kind::Cancelled;
        return outcome;
    case Step::Disconnected:
        outcome.kind = Outcome::Kind::Disconnected;
        break;
    case Step::TimedOut:
        outcome.kind = Outcome::Kind::TimedOut;
        break;
    case Step::Refused:
    case Step::Partial:
        outcome.kind = Outcome::Kind::Refused;
        break;
    }
    outcome.methods = offeredMethods(m_link.session());
    outcome.detail = m_link.errorText();
    return outcome;
}

// OpenSSH's order (ssh_config(5), PreferredAuthentications).
SignIn::Step SignIn::walk()
{
    const int methods = ssh_userauth_list(m_link.session(), nullptr);
    Step step = Step::Refused;
    if ((methods & SSH_AUTH_METHOD_PUBLICKEY) != 0) {
        step = tryKeys();
    }
    if (step == Step::Refused && (methods & SSH_AUTH_METHOD_INTERACTIVE) != 0) {
        step = tryInteractive();
    }
    if (step == Step::Refused && (methods & SSH_AUTH_METHOD_PASSWORD) != 0) {
        step = tryPassword();
    }
    return step;
}

SignIn::Step SignIn::stepOf(std::optional<int> code) const
{
    if (m_link.control().isCancelled()) {
        return Step::Cancelled;
    }
    if (!code) {
        return Step::TimedOut;
    }
    switch (*code) {
    case SSH_AUTH_SUCCESS:
        return Step::Accepted;
    case SSH_AUTH_PARTIAL:
        return Step::Partial;
    default:
        return m_link.isConnected() ? Step::Refused : Step::Disconnected;
    }
}

template <typename Call> SignIn::Step SignIn::request(Call call)
{
    return stepOf(m_link.finish(SSH_AUTH_AGAIN, QDeadlineTimer(requestLimit(m_plan, m_roundTrip)), call));
}

SignIn::Step SignIn::probe(const SshKey &publicKey)
{
    return request([&] { return ssh_userauth_try_publickey(m_link.session(), nullptr, publicKey.get()); });
}

SignIn::Step SignIn::tryKeys()
{
    for (const Candidate &candidate : candidates()) {
        if (m_memory.refused.contains(candidate.id) || m_used.contains(candidate.id)) {
            continue;
        }
        const Step step = tryCandidate(candidate);
        if (step != Step::Refused) {
            return step;
        }
    }
    return Step::Refused;
}

// What would be tried first anyway, if that is a key file without passphrase. nullopt: it is not over.
std::optional<SignIn::Step> SignIn::tryOpenKey()
{
    const QVector<Candidate> all = candidates();
    if (all.isEmpty() || !all.first().agent.blob.isEmpty() || all.first().file.encrypted
        || m_memory.refused.contains(all.first().id)) {
        return std::nullopt;
    }
    const Step step = tryCandidate(all.first());
    return step == Step::Refused || step == Step::Partial ? std::nullopt : std::optional<Step>(step);
}

SignIn::Step SignIn::tryCandidate(const Candidate &candidate)
{
    const Step step = candidate.agent.blob.isEmpty() ? tryFile(candidate) : tryAgent(candidate);
    if (step == Step::Partial) {
        m_used.insert(candidate.id);
    } else if (step == Step::Refused || step == Step::Disconnected) {
        m_memory.refused.insert(candidate.id);
    }
    return step;
}

SignIn::Step SignIn::tryAgent(const Candidate &candidate)
{
    ++m_memory.agentKeysTried;
    m_agent->offer(candidate.agent);
    m_method = QStringLiteral("agent");
    return request([this] { return ssh_userauth_agent(m_link.session(), nullptr); });
}

SignIn::Step SignIn::tryFile(const Candidate &candidate)
{
    const KeyFile &file = candidate.file;
    noteTried((candidate.certificate ? QStringLiteral("certificate ") : QStringLiteral("key "))
              + (candidate.certificate ? file.certificateFile : file.path));
    const SshKey certificate = candidate.certificate ? loadCertificate(file) : SshKey();
    if (file.encrypted && !m_memory.opened.contains(file.path)) {
        // No passphrase is asked for a key that the server does not want.
        const SshKey offered = candidate.certificate ? certificate : publicKeyFromBlob(file.publicBlob);
        const Step step = offered ? probe(offered) : Step::Accepted;
        if (step != Step::Accepted) {
            return step;
        }
    }
    SshKey key = openKey(file);
    if (m_link.control().isCancelled()) {
        return Step::Cancelled;
    }
    if (key && candidate.certificate) {
        key = withCertificate(key, certificate);
    }
    if (!key) {
        return Step::Refused;
    }
    m_method = candidate.certificate ? QStringLiteral("certificate") : QStringLiteral("publickey");
    return request([&] { return ssh_userauth_publickey(m_link.session(), nullptr, key.get()); });
}

SshKey SignIn::openKey(const KeyFile &file)
{
    constexpr int MostAttempts = 3;
    if (!file.encrypted) {
        return loadPrivateKey(file, Secret());
    }
    for (int attempt = 1; attempt <= MostAttempts && !m_memory.opened.contains(file.path); ++attempt) {
        if (m_memory.declined.contains(file.path)) {
            return {};
        }
        SecretRequest question;
        question.kind = SecretKind::KeyPassphrase;
        question.identity = file.path;
        question.prompts = {SecretPrompt()};
        question.attempt = attempt;
        const auto answer = m_ask(question);
        if (!answer || answer->isEmpty()) {
            m_memory.declined.insert(file.path);
            return {};
        }
        if (const SshKey key = loadPrivateKey(file, answer->first())) {
            m_memory.opened.insert(file.path, key);
        }
    }
    return m_memory.opened.value(file.path);
}

QVector<SignIn::Candidate> SignIn::candidates()
{
    enum Rank { ConfiguredInAgent, OpenFile, OtherInAgent, LockedFile };
    QVector<Candidate> all;
    QSet<QByteArray> configured;
    for (const QString &path : m_plan.identityFiles) {
        const auto file = inspectKeyFile(path, m_plan.certificateFiles);
        if (!file) {
            noteTried(QStringLiteral("key %1: not readable").arg(path));
            continue;
        }
        configured.insert(file->publicBlob);
        if (file->publicOnly) {
            continue;
        }
        const int rank = file->encrypted ? LockedFile : OpenFile;
        if (!file->certificateFile.isEmpty()) {
            all.append({"cert " + path.toUtf8(), {}, *file, true, rank});
        }
        all.append({file->publicBlob.isEmpty() ? path.toUtf8() : file->publicBlob, {}, *file, false, rank});
    }
    addAgentCandidates(all, configured);
    for (Candidate &candidate : all) {
        if (!candidate.agent.blob.isEmpty()) {
            candidate.rank = configured.contains(candidate.agent.blob) ? ConfiguredInAgent : OtherInAgent;
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.rank < b.rank; });
    return all;
}

void SignIn::addAgentCandidates(QVector<Candidate> &all, const QSet<QByteArray> &configured)
{
    if (m_plan.agentSocket.isEmpty()) {
        return;
    }
    if (!m_agent) {
        m_agent = AgentBridge::connect(m_link.control(), m_plan.agentSocket);
        if (!m_agent) {
            noteTried(QStringLiteral("agent: not reachable"));
            return;
        }
        ssh_set_agent_socket(m_link.session(), m_agent->takeNearEnd());
    }
    for (const AgentIdentity &identity : m_agent->identities()) {
        if (!m_plan.identitiesOnly || configured.contains(identity.blob)) {
            // The same id as the file's: a key that the agent offered in vain is not offered again from its
            // file.
            all.append({identity.blob, identity, {}, false, 0});
        }
    }
}

void SignIn::noteTried(const QString &what)
{
    if (!m_memory.tried.contains(what)) {
        m_memory.tried.append(what);
    }
}

QString SignIn::identity() const
{
    return accountAt(m_plan.endpoint);
}

SignIn::Step SignIn::tryPassword()
{
    constexpr int MostAttempts = 3;
    const QString method = QStringLiteral("password");
    for (int attempt = 1; attempt <= MostAttempts && !m_memory.declined.contains(method); ++attempt) {
        if (!m_memory.password) {
            SecretRequest question;
            question.kind = SecretKind::Password;
            question.identity = identity();
            question.prompts = {SecretPrompt()};
            question.attempt = attempt;
            const auto answer = m_ask(question);
            if (!answer || answer->isEmpty()) {
                m_memory.declined.insert(method);
                break;
            }
            m_memory.password = answer->first();
        }
        noteTried(method);
        m_method = method;
        const Step step = request([this] {
            return ssh_userauth_password(m_link.session(), nullptr, m_memory.password->reveal().constData());
        });
        if (step == Step::Disconnected && attempt == 1) {
            return step; // it hung up while the person was typing: the answer is still good
        }
        m_memory.password.reset();
        if (step != Step::Refused) {
            return step;
        }
    }
    return m_link.control().isCancelled() ? Step::Cancelled : Step::Refused;
}

SignIn::Step SignIn::tryInteractive()
{
    constexpr int MostAttempts = 3;
    const QString method = QStringLiteral("keyboard-interactive");
    for (int attempt = 1; attempt <= MostAttempts && !m_memory.declined.contains(method); ++attempt) {
        noteTried(method);
        m_method = method;
        bool asked = false;
        const Step step = answerPrompts(attempt, asked);
        if (step != Step::Refused || !asked) {
            return step;
        }
    }
    return m_link.control().isCancelled() ? Step::Cancelled : Step::Refused;
}

// One conversation: as many rounds of prompts as the server likes, within reason.
SignIn::Step SignIn::answerPrompts(int attempt, bool &asked)
{
    constexpr int MostRounds = 16;
    for (int round = 0; round < MostRounds; ++round) {
        const auto code =
            m_link.finish(SSH_AUTH_AGAIN, QDeadlineTimer(requestLimit(m_plan, m_roundTrip)),
                          [this] { return ssh_userauth_kbdint(m_link.session(), nullptr, nullptr); });
        if (code != SSH_AUTH_INFO) {
            return stepOf(code);
        }
        const SecretRequest question = readPrompts(m_link.session(), identity(), attempt);
        if (question.prompts.isEmpty()) {
            continue;
        }
        asked = true;
        const auto answers = m_ask(question);
        if (!answers || answers->size() != question.prompts.size()) {
            m_memory.declined.insert(QStringLiteral("keyboard-interactive"));
            return m_link.control().isCancelled() ? Step::Cancelled : Step::Refused;
        }
        for (qsizetype i = 0; i < answers->size(); ++i) {
            ssh_userauth_kbdint_setanswer(m_link.session(), static_cast<unsigned>(i),
                                          answers->at(i).reveal().constData());
        }
    }
    return Step::Refused;
}

} // namespace gordian
