// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/mender.h"

#include "remedy/planner.h"
#include "remedy/quorum.h"

#include <QRandomGenerator>

namespace gordian {

namespace {

/// Sorts by time, and two laptops never make the same.
QString freshId()
{
    const QString chance =
        QString::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, u'0');
    return QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-")) + chance;
}

Plan draftOf(const CauseVerdict &cause, const Remedy &remedy, const Node &node, const Diagnosis &diagnosis)
{
    Plan made;
    made.id = freshId();
    made.cause = cause.id;
    made.remedy = remedy;
    made.node = node;
    made.at = QDateTime::currentDateTimeUtc();
    made.clears = cause.explains;
    for (const Finding &finding : diagnosis.findings) {
        const QString id = finding.node + QLatin1Char('/') + finding.id;
        const bool isWrong = finding.health == Health::Failed || finding.health == Health::Degraded;
        if (isWrong && !cause.explains.contains(id)) {
            made.stays.append(id);
        }
    }
    if (const auto refusal = quorumRefusal(remedy, diagnosis)) {
        made.refusals.append(*refusal);
    }
    return made;
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

void Mender::open(const QString &node)
{
    m_node = node;
    m_shell = std::make_unique<NodeShell>(m_investigation.transportTo(node), m_nodeFolder);
    connect(m_shell.get(), &NodeShell::lost, this, [this](const ConnectFailure &failure) {
        note(QStringLiteral("mending"), QStringLiteral("link-lost"));
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
    m_planner = std::make_unique<Planner>(*m_shell,
                                          draftOf(cause, remedy, record->node, m_investigation.diagnosis()));
    connect(m_shell.get(), &NodeShell::ready, m_planner.get(), &Planner::start);
    connect(m_planner.get(), &Planner::planned, this, [this](const Plan &made) {
        note(QStringLiteral("remedy %1: plan").arg(made.remedy.id), QStringLiteral("ok"));
        end();
        emit planned(made);
    });
    m_shell->open();
}

void Mender::cancelPlan()
{
    if (m_planner) {
        end();
    }
}

Result<void> Mender::apply(const Plan &plan, const QString &hash)
{
    if (isBusy() || !plan.isAllowed() || hashOf(plan) != hash) {
        return failure(ErrorCode::NothingToDo, hashOf(plan));
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
    open(placeOf(journal->mending().plan.node));
    run(*std::move(journal), way);
    return {};
}

// It may be another case by now: there the id may be another machine's, or the machine may have another id.
QString Mender::placeOf(const Node &node)
{
    for (const NodeRecord &record : m_investigation.currentCase().nodes) {
        if (record.node.via == node.via && record.node.endpoint == node.endpoint) {
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
        emit stateChanged(state);
    });
    connect(transaction, &Transaction::actionChanged, this, &Mender::actionChanged);
    connect(transaction, &Transaction::verified, this, &Mender::verified);
    connect(transaction, &Transaction::finished, this, [this](const MendingEnd &how) {
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
        }
        m_shell.release()->deleteLater();
    }
}

} // namespace gordian
