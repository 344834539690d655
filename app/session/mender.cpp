// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/mender.h"

#include "casefile/mendingrecords.h"
#include "remedy/heldmendings.h"
#include "remedy/planner.h"
#include "remedy/quorum.h"
#include "remedy/transcript.h"

#include <QRandomGenerator>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>

namespace gordian {

namespace {

constexpr int kHandOverSeconds = 60;

/// Sorts by time, and two laptops never make the same.
QString freshId()
{
    const QString chance =
        QString::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, u'0');
    return QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-")) + chance;
}

/// Of this machine: "anna@desk-7".
QString whoWeAre()
{
    const passwd *account = getpwuid(geteuid());
    return QStringLiteral("%1@%2").arg(account != nullptr ? QString::fromLocal8Bit(account->pw_name)
                                                          : QString::number(geteuid()),
                                       QSysInfo::machineHostName());
}

/// What is foretold, and what was found when it was.
void foretell(Plan &plan, const CauseVerdict &cause, const Diagnosis &diagnosis)
{
    plan.clears = cause.explains;
    for (const Finding &finding : diagnosis.findings) {
        const QString id = finding.node + QLatin1Char('/') + finding.id;
        const bool isWrong = finding.health == Health::Failed || finding.health == Health::Degraded;
        if (isWrong && !cause.explains.contains(id)) {
            plan.stays.append(id);
        }
        if (isWrong || cause.explains.contains(id)) {
            plan.says.insert(id, finding.says);
        }
    }
}

Plan draftOf(const CauseVerdict &cause, const Remedy &remedy, const NodeRecord &record,
             const Diagnosis &diagnosis)
{
    Plan made;
    made.id = freshId();
    made.cause = cause.id;
    made.causeSentence = cause.sentence;
    made.by = whoWeAre();
    made.account = record.account;
    made.remedy = remedy;
    made.node = record.node;
    made.at = QDateTime::currentDateTimeUtc();
    foretell(made, cause, diagnosis);
    for (const auto &refusal :
         {quorumRefusal(remedy, diagnosis), lastControlPlaneRefusal(remedy, diagnosis)}) {
        if (refusal) {
            made.refusals.append(*refusal);
        }
    }
    return made;
}

bool isSamePlace(const Node &one, const Node &other)
{
    return one.via == other.via && one.endpoint == other.endpoint;
}

/// What is to be done to go on with it, or to take it back; nothing where it is over.
std::optional<Mender::Way> directionOf(const Mending &mending, Mender::Way wanted)
{
    const bool isGoingBack = mending.state == MendingState::Undoing || mending.state == MendingState::Stuck;
    if (wanted == Mender::Way::GoOn && !isGoingBack) {
        return mending.isUnfinished() ? std::optional(wanted) : std::nullopt;
    }
    const bool isNothingThere =
        mending.state == MendingState::Undone || mending.state == MendingState::Planned;
    return isNothingThere ? std::nullopt : std::optional(Mender::Way::Undo);
}

} // namespace

Mender::Mender(Investigation &investigation, QString journals, QObject *parent)
    : QObject(parent),
      m_investigation(investigation),
      m_journals(std::move(journals))
{
}

Mender::~Mender() = default;

QVector<Mending> Mender::remembered() const
{
    return mendingsIn(m_journals);
}

std::optional<Mending> Mender::remembered(const QString &id) const
{
    const QVector<Mending> all = remembered();
    const auto known =
        std::find_if(all.cbegin(), all.cend(), [&](const Mending &mending) { return mending.plan.id == id; });
    return known == all.cend() ? std::nullopt : std::optional(*known);
}

void Mender::open(const QString &node)
{
    m_node = node;
    m_shell = std::make_unique<NodeShell>(m_investigation.transportTo(node), m_nodeFolder);
    connect(m_shell.get(), &NodeShell::lost, this, [this](const ConnectFailure &failure) {
        note(QStringLiteral("mending"), QStringLiteral("link-lost"));
        keepTranscript();
        end();
        emit lost(failure);
    });
}

void Mender::plan(const CauseVerdict &cause, const Remedy &remedy)
{
    const NodeRecord *record = m_investigation.currentCase().node(remedy.node);
    if (isBusy() || record == nullptr) {
        return;
    }
    open(remedy.node);
    Plan draft = draftOf(cause, remedy, *record, m_investigation.diagnosis());
    if (const auto refusal = otherNodeRefusal(record->node)) {
        draft.refusals.append(*refusal);
    }
    m_planner = std::make_unique<Planner>(*m_shell, draft);
    connect(m_shell.get(), &NodeShell::ready, m_planner.get(), &Planner::start);
    connect(m_planner.get(), &Planner::planned, this, [this](const Plan &made) {
        note(QStringLiteral("remedy %1: plan").arg(made.remedy.id), QStringLiteral("ok"));
        end();
        emit planned(made);
    });
    m_shell->open();
}

/// One node at a time: while one stands half-way nobody knows what another may lose.
std::optional<Refusal> Mender::otherNodeRefusal(const Node &node) const
{
    const QVector<Mending> all = remembered();
    const auto waiting = std::find_if(all.cbegin(), all.cend(), [&node](const Mending &mending) {
        return mending.isUnfinished() && !isSamePlace(mending.plan.node, node);
    });
    if (waiting == all.cend()) {
        return std::nullopt;
    }
    const Node &other = waiting->plan.node;
    return Refusal{Objection::OtherNode, -1,
                   QStringLiteral("%1 (%2)").arg(waiting->plan.id,
                                                 other.name.isEmpty() ? other.endpoint.host : other.name)};
}

void Mender::cancelLook()
{
    if (!isChanging()) {
        end();
    }
}

Result<void> Mender::apply(const Plan &plan, const QString &hash)
{
    if (isBusy() || !plan.isAllowed() || hashOf(plan) != hash) {
        return failure(ErrorCode::NothingToDo, hashOf(plan));
    }
    if (const auto refusal = otherNodeRefusal(plan.node)) {
        return failure(
            ErrorCode::NothingToDo, {},
            {{QStringLiteral("path"), refusal->detail}, {QStringLiteral("inUse"), QStringLiteral("yes")}});
    }
    auto journal = Journal::begin(m_journals, plan);
    if (!journal) {
        return tl::unexpected<Error>(journal.error());
    }
    open(plan.remedy.node);
    run(*std::move(journal), Way::GoOn);
    return {};
}

Result<void> Mender::takeUp(const QString &id, Way way)
{
    auto journal = Journal::resume(m_journals, id);
    if (!journal) {
        return tl::unexpected<Error>(journal.error());
    }
    const auto direction = directionOf(journal->mending(), way);
    if (isBusy() || !direction) {
        return failure(ErrorCode::NothingToDo, id);
    }
    open(placeOf(journal->mending().plan.node));
    run(*std::move(journal), *direction);
    return {};
}

bool Mender::isOthers(const Plan &plan) const
{
    return std::any_of(plan.refusals.cbegin(), plan.refusals.cend(), [this](const Refusal &refusal) {
        return refusal.objection == Objection::Busy && !remembered(refusal.detail);
    });
}

void Mender::adopt(const QString &node)
{
    const NodeRecord *record = m_investigation.currentCase().node(node);
    if (isBusy() || record == nullptr) {
        return;
    }
    open(node);
    connect(m_shell.get(), &NodeShell::ready, this, [this, place = record->node] {
        m_shell->ask(this, "gr_tools", {}, kHandOverSeconds, [this, place](const AgentReply &reply) {
            if (reply.output.trimmed().endsWith("root")) {
                end();
                emit finished(
                    {MendingState::Planned, MendingTrouble{Trouble::NotRoot, -1, 0, {}}, {}, {}, false});
            } else {
                askForMendings(place);
            }
        });
    });
    m_shell->open();
}

void Mender::askForMendings(const Node &place)
{
    m_shell->ask(this, "gr_hand_over", {}, kHandOverSeconds, [this, place](const AgentReply &reply) {
        const QVector<Mending> taken = keepUnknown(heldMendings(reply.output, place));
        note(QStringLiteral("mendings: adopt"), QStringLiteral("ok"));
        end();
        emit adopted(taken);
    });
}

/// What this laptop knows of a mending itself is more than its node does.
QVector<Mending> Mender::keepUnknown(const QVector<Mending> &held) const
{
    QVector<Mending> kept;
    std::copy_if(held.cbegin(), held.cend(), std::back_inserter(kept),
                 [this](const Mending &mending) { return Journal::adopt(m_journals, mending).has_value(); });
    return kept;
}

Result<void> Mender::leave(const QString &id)
{
    auto journal = Journal::resume(m_journals, id);
    if (!journal) {
        return tl::unexpected<Error>(journal.error());
    }
    if (isBusy() || !journal->mending().isUnfinished()) {
        return failure(ErrorCode::NothingToDo, id);
    }
    auto left = journal->setState(MendingState::Left);
    if (left) {
        m_investigation.put(transcriptOf(journal->mending(), placeOf(journal->mending().plan.node)));
    }
    return left;
}

// It may be another case by now: there the id may be another machine's, or the machine may have another id.
QString Mender::placeOf(const Node &node)
{
    for (const NodeRecord &record : m_investigation.currentCase().nodes) {
        if (isSamePlace(record.node, node)) {
            return record.node.id;
        }
    }
    return m_investigation.addNodes({node}).value(0);
}

void Mender::run(Journal journal, Way way)
{
    m_journal = std::make_unique<Journal>(std::move(journal));
    m_transaction = std::make_unique<Transaction>(*m_shell, *m_journal);
    Transaction *transaction = m_transaction.get();
    connect(m_shell.get(), &NodeShell::printed, this, &Mender::printed);
    connect(m_shell.get(), &NodeShell::ready, transaction,
            [transaction, way] { way == Way::GoOn ? transaction->apply() : transaction->undo(); });
    connect(transaction, &Transaction::stateChanged, this, [this](MendingState state) {
        note(QStringLiteral("remedy %1 (%2)")
                 .arg(m_journal->mending().plan.remedy.id, m_journal->mending().plan.id),
             nameOf(state));
        keepTranscript();
        emit stateChanged(state);
    });
    connect(transaction, &Transaction::actionChanged, this, &Mender::actionChanged);
    connect(transaction, &Transaction::verified, this, &Mender::verified);
    connect(transaction, &Transaction::finished, this, [this](const MendingEnd &how) {
        keepTranscript();
        end();
        emit finished(how);
    });
    m_shell->open();
}

void Mender::stop()
{
    if (m_transaction) {
        m_transaction->stop();
    }
}

void Mender::note(const QString &what, const QString &outcome)
{
    m_investigation.note({QDateTime::currentDateTimeUtc(), m_node, what, outcome});
}

void Mender::keepTranscript()
{
    if (m_transaction) {
        m_investigation.put(transcriptOf(m_journal->mending(), m_node));
    }
}

/// We may be inside a signal of any of them.
void Mender::end()
{
    if (m_shell) {
        m_shell->disconnect(this);
        m_shell->close();
        if (m_planner) {
            m_planner.release()->deleteLater();
        }
        if (m_transaction) {
            m_transaction->disconnect(this);
            m_transaction.release()->deleteLater();
            m_journal->close();
        }
        m_shell.release()->deleteLater();
    }
}

} // namespace gordian
