// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Signs in to one hop: asks the server which methods it offers and walks through what the person has,
// cheapest for the server's patience first. Runs on a worker's thread. What was learned is kept in
// SignInMemory, so that a sign-in goes on after a reconnect where it stopped.

#include "transport/agentbridge.h"
#include "transport/hopplan.h"
#include "transport/keyfile.h"
#include "transport/sshlink.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <utility>

namespace gordian {

/// What outlives a connection that the server ended after too many tries.
struct SignInMemory {
    QSet<QByteArray> refused; ///< candidates' ids
    QHash<QString, SshKey> opened; ///< keys by path, passphrase already given
    std::optional<Secret> password; ///< given while the server had hung up
    QSet<QString> declined; ///< methods and key paths the person did not answer for
    int agentKeysTried = 0;
    QStringList tried; ///< for ConnectFailure::tried
    qsizetype triesAtReconnect = 0;

    /// Whether calling again would try anything new; to be asked once a reconnect.
    bool mayGoOn()
    {
        const qsizetype tries = refused.size();
        return password.has_value() || tries > std::exchange(triesAtReconnect, tries);
    }
};

class SignIn {
public:
    /// nullopt: declined or cancelled. Fills in node, hop and number itself.
    using Ask = std::function<std::optional<QVector<Secret>>(SecretRequest)>;

    struct Outcome {
        enum class Kind { SignedIn, Refused, Disconnected, TimedOut, Cancelled };
        Kind kind = Kind::Refused;
        QString method; ///< SignedIn: as ConnectionInfo::authMethod
        QStringList methods; ///< Refused: what the server still offers
        QString detail;
        int roundTripMilliseconds = 0;
    };

    SignIn(SshLink &link, const HopPlan &plan, SignInMemory &memory, Ask ask);
    ~SignIn();
    Outcome run();

private:
    enum class Step { Accepted, Partial, Refused, Disconnected, TimedOut, Cancelled };
    struct Candidate {
        QByteArray id;
        AgentIdentity agent; ///< set: a key of the agent's
        KeyFile file; ///< else: a key file ...
        bool certificate = false; ///< ... with its certificate
        int rank = 0;
    };

    std::optional<Step> start();
    Outcome outcomeOf(Step step) const;
    Step walk();
    Step tryKeys();
    std::optional<Step> tryOpenKey();
    Step tryCandidate(const Candidate &candidate);
    Step tryAgent(const Candidate &candidate);
    Step tryFile(const Candidate &candidate);
    /// Whether the server would take the public half. Refused: no, and no passphrase need be asked.
    Step probe(const SshKey &publicKey);
    SshKey openKey(const KeyFile &file);
    QVector<Candidate> candidates();
    void addAgentCandidates(QVector<Candidate> &all, const QSet<QByteArray> &configured);
    Step tryInteractive();
    Step answerPrompts(int attempt, bool &asked);
    Step tryPassword();

    template <typename Call> Step request(Call call);
    Step stepOf(std::optional<int> code) const;
    QString identity() const;
    void noteTried(const QString &what);

    SshLink &m_link;
    const HopPlan &m_plan;
    SignInMemory &m_memory;
    Ask m_ask;
    QByteArray m_user;
    std::unique_ptr<AgentBridge> m_agent;
    QSet<QByteArray> m_used; ///< accepted as one of several factors
    QString m_method;
    int m_roundTrip = 0;
};

} // namespace gordian
