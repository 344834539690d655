// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/transaction.h"

#include "casefile/mendingrecords.h"

#include <algorithm>

namespace gordian {

namespace {

constexpr int kCallSeconds = 30;
constexpr qsizetype kLastWords = 2'000;

QString lastWords(const AgentReply &reply)
{
    return QString::fromUtf8(reply.output.trimmed().right(kLastWords));
}

Trouble troubleOf(int exitCode)
{
    switch (exitCode) {
    case AgentExit::ChangedMeanwhile:
        return Trouble::ChangedMeanwhile;
    case AgentExit::NoRoom:
        return Trouble::NoRoom;
    case AgentExit::Busy:
        return Trouble::Busy;
    case AgentExit::BackupBad:
        return Trouble::BackupBad;
    case AgentExit::TimedOut:
        return Trouble::TookTooLong;
    case AgentExit::CutOff:
        return Trouble::CutOff;
    default:
        return Trouble::CommandFailed;
    }
}

/// Nothing of ours went wrong there, and undoing would meet it too: it stands until it is taken up again.
bool isOfTheWay(Trouble trouble)
{
    return trouble == Trouble::Busy || trouble == Trouble::NotRoot || trouble == Trouble::MissingProgram
        || trouble == Trouble::JournalFailed;
}

} // namespace

Transaction::Transaction(NodeShell &shell, Journal &journal, QObject *parent)
    : QObject(parent),
      m_shell(shell),
      m_journal(journal),
      m_states(journal.mending().plan.actions.size())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Transaction::next);
    for (int i = 0; i < m_states.size(); ++i) {
        m_states[i] = at(i).isDone                  ? ActionState::Skipped
            : wasWritten(QStringLiteral("done"), i) ? ActionState::Done
                                                    : ActionState::Waiting;
    }
}

void Transaction::next()
{
    if (m_stopWanted || m_steps.isEmpty()) {
        end();
        return;
    }
    m_steps.dequeue()();
}

void Transaction::ask(const QByteArray &function, const QByteArrayList &arguments, int seconds,
                      const Take &take)
{
    m_shell.ask(this, function, arguments, seconds, take);
}

Transaction::Take Transaction::orFail(int action)
{
    return [this, action](const AgentReply &reply) {
        if (reply.exitCode == 0) {
            next();
        } else {
            fail({troubleOf(reply.exitCode), action, reply.exitCode, lastWords(reply)});
        }
    };
}

/// What was begun is taken back at once; before that there is nothing to take back.
void Transaction::fail(const MendingTrouble &trouble)
{
    (m_isUndoing && m_trouble ? m_undoTrouble : m_trouble) = trouble;
    write(QStringLiteral("failed"), trouble.action, trouble.detail);
    if (trouble.action >= 0) {
        show(trouble.action, ActionState::Failed);
    }
    m_steps.clear();
    const MendingState state = m_journal.mending().state;
    const bool isUnchanged = state == MendingState::Planned || state == MendingState::Claimed;
    if (isUnchanged && trouble.trouble == Trouble::Busy && trouble.detail != plan().id) {
        write(QStringLiteral("given-up"), -1); // nothing of ours is there
        end();
    } else if (m_isUndoing || isOfTheWay(trouble.trouble)) {
        end();
    } else if (isUnchanged) {
        giveUp();
    } else {
        m_stopWanted = false;
        takeBack();
    }
}

/// Before anything was changed: the node's lock and folder go.
void Transaction::giveUp()
{
    ask("gr_forget", {id()}, kCallSeconds, [this](const AgentReply &) {
        write(QStringLiteral("given-up"), -1);
        end();
    });
}

bool Transaction::write(const QString &what, int action, const QString &detail)
{
    if (m_journal.write(what, action, detail)) {
        return true;
    }
    // Without a memory nothing more is changed; what was done is in the node's own journal.
    m_trouble = MendingTrouble{Trouble::JournalFailed, action, 0, {}};
    m_steps.clear();
    return false;
}

void Transaction::enter(MendingState state)
{
    if (m_journal.mending().state != state) {
        write(QStringLiteral("state"), -1, nameOf(state));
        emit stateChanged(state);
    }
}

void Transaction::show(int action, ActionState state)
{
    m_states[action] = state;
    emit actionChanged(action, state);
}

void Transaction::end()
{
    const bool wasStopped = m_stopWanted;
    m_stopWanted = false;
    emit finished({m_journal.mending().state, m_trouble, m_undoTrouble, m_leftAlone, wasStopped});
}

void Transaction::apply()
{
    m_isUndoing = false;
    m_trouble.reset();
    m_undoTrouble.reset();
    m_steps.clear();
    m_steps.enqueue([this] { lookWhoWeAre(); });
    m_steps.enqueue([this] { begin(); });
    for (int i = 0; i < plan().actions.size(); ++i) {
        if (m_states.at(i) == ActionState::Waiting) {
            applyAction(i);
        }
    }
    m_steps.enqueue([this] { verify(); });
    next();
}

/// Each time anew: rights may be gone since.
void Transaction::lookWhoWeAre()
{
    ask("gr_tools", {}, kCallSeconds, [this](const AgentReply &reply) {
        const QString missing = QString::fromUtf8(reply.output).trimmed();
        if (missing.isEmpty()) {
            next();
        } else if (missing.endsWith(QLatin1String("root"))) {
            fail({Trouble::NotRoot, -1, 0, {}});
        } else {
            fail({Trouble::MissingProgram, -1, 0, missing});
        }
    });
}

void Transaction::begin()
{
    if (m_journal.mending().state == MendingState::Planned && !write(QStringLiteral("opening"), -1)) {
        end();
        return;
    }
    ask("gr_open", {id()}, kCallSeconds, [this](const AgentReply &reply) {
        if (reply.exitCode != 0) {
            fail({reply.exitCode == AgentExit::Busy ? Trouble::Busy : Trouble::NoRoom, -1, reply.exitCode,
                  lastWords(reply)});
            return;
        }
        ask("gr_store", {id(), "plan.json", planToJson(plan()).toBase64()}, kCallSeconds,
            [this](const AgentReply &stored) {
                if (stored.exitCode == 0) {
                    enter(MendingState::Applying);
                }
                orFail(-1)(stored);
            });
    });
}

void Transaction::applyAction(int action)
{
    m_steps.enqueue([this, action] { checkAgain(action); });
    m_steps.enqueue([this, action] {
        show(action, ActionState::Running);
        if (write(QStringLiteral("begin"), action)) {
            ask("gr_note", {id(), "begin", QByteArray::number(action)}, kCallSeconds, orFail(action));
        } else {
            end();
        }
    });
    for (int place = 0; place < at(action).kept.size(); ++place) {
        m_steps.enqueue([this, action, place] { keepAll(action, place); });
    }
    m_steps.enqueue([this, action] { write(QStringLiteral("kept"), action) ? next() : end(); });
    carryOut(action);
    m_steps.enqueue([this, action] { done(action); });
}

/// Right before it is done. What was begun already has had its look.
void Transaction::checkAgain(int action)
{
    const QString check = at(action).action.check;
    if (check.isEmpty() || wasWritten(QStringLiteral("begin"), action)) {
        next();
        return;
    }
    ask("gr_ask", {QByteArray::number(kCallSeconds), check.toUtf8()}, kCallSeconds,
        [this, action, check](const AgentReply &reply) {
            if (reply.exitCode == 0) {
                next();
            } else {
                const QString said = lastWords(reply);
                fail({Trouble::CheckFailed, action, reply.exitCode, said.isEmpty() ? check : said});
            }
        });
}

void Transaction::keepAll(int action, int place)
{
    const KeptPlace &kept = at(action).kept.at(place);
    constexpr int kCopySeconds = 300;
    ask("gr_keep",
        {id(), QByteArray::number(action) + '.' + QByteArray::number(place), kept.path.toUtf8(),
         kept.digest.toUtf8()},
        kCopySeconds, orFail(action));
}

void Transaction::done(int action)
{
    if (!write(QStringLiteral("done"), action)) {
        end();
        return;
    }
    show(action, ActionState::Done);
    ask("gr_note", {id(), "done", QByteArray::number(action)}, kCallSeconds, orFail(action));
}

void Transaction::verify()
{
    enter(MendingState::Verifying);
    m_verifiedSince = {};
    const Verification &wanted = plan().remedy.verification;
    m_verifyUntil = QDateTime::currentDateTimeUtc().addSecs(wanted.withinSeconds);
    m_steps.enqueue([this] {
        ask("gr_ask", {QByteArray::number(kCallSeconds), plan().remedy.verification.command.toUtf8()},
            kCallSeconds, [this](const AgentReply &reply) { takeVerification(reply); });
    });
    next();
}

void Transaction::takeVerification(const AgentReply &reply)
{
    const Verification &wanted = plan().remedy.verification;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (reply.exitCode != 0) {
        m_verifiedSince = {};
        if (now > m_verifyUntil) {
            fail({Trouble::NotWellAfterwards, -1, reply.exitCode, lastWords(reply)});
            return;
        }
    } else if (!m_verifiedSince.isValid()) {
        m_verifiedSince = now;
    }
    const int well = m_verifiedSince.isValid() ? int(m_verifiedSince.secsTo(now)) : 0;
    emit verified(well, wanted.stableSeconds);
    if (m_verifiedSince.isValid() && well >= wanted.stableSeconds) {
        m_steps.enqueue([this] { ask("gr_note", {id(), "applied"}, kCallSeconds, orFail(-1)); });
        m_steps.enqueue([this] { ask("gr_close", {id()}, kCallSeconds, orFail(-1)); });
        // Last: what is Applied here is not looked at again.
        m_steps.enqueue([this] {
            enter(MendingState::Applied);
            next();
        });
        next();
        return;
    }
    m_steps.enqueue([this] {
        ask("gr_ask", {QByteArray::number(kCallSeconds), plan().remedy.verification.command.toUtf8()},
            kCallSeconds, [this](const AgentReply &again) { takeVerification(again); });
    });
    constexpr int kBetweenMilliseconds = 1000;
    m_pause.start(kBetweenMilliseconds);
}

} // namespace gordian
