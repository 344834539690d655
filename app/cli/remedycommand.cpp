// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/remedycommand.h"

#include "cli/plantext.h"
#include "cli/words.h"

#include <algorithm>

namespace gordian {

RemedyCommand::RemedyCommand(const Arguments &arguments, Investigation &investigation, Terminal &terminal,
                             const Phrases &phrases, QObject *parent)
    : QObject(parent),
      m_arguments(arguments),
      m_investigation(investigation),
      m_terminal(terminal),
      m_phrases(phrases),
      m_questions(arguments, investigation, terminal),
      m_mender(investigation, defaultJournalFolder())
{
    connect(&m_investigation, &Investigation::collectingChanged, this, &RemedyCommand::judged);
    connect(&m_investigation, &Investigation::diagnosisChanged, this, &RemedyCommand::judged);
    followMender();
}

RemedyCommand::~RemedyCommand() = default;

void RemedyCommand::followMender()
{
    connect(&m_mender, &Mender::planned, this, &RemedyCommand::takePlan);
    connect(&m_mender, &Mender::finished, this, &RemedyCommand::takeEnd);
    connect(&m_mender, &Mender::actionChanged, this, &RemedyCommand::showAction);
    connect(&m_mender, &Mender::stateChanged, this,
            [this](MendingState state) { m_terminal.say(m_phrases.mendingState(state)); });
    connect(&m_mender, &Mender::printed, this, [this](const QByteArray &bytes) {
        const QString text = QString::fromUtf8(bytes).trimmed();
        if (!m_arguments.quiet && !text.isEmpty()) {
            m_terminal.say(QStringLiteral("  ") + Terminal::harmless(text));
        }
    });
    connect(&m_mender, &Mender::verified, this, [this](int seconds, int wanted) {
        if (!m_arguments.quiet && m_terminal.showsProgress()) {
            m_terminal.progress(Words::tr("well for %1 of %2 seconds").arg(seconds).arg(wanted));
        }
    });
    connect(&m_mender, &Mender::lost, this, [this](const ConnectFailure &failure) {
        m_terminal.say(m_phrases.failure(failure).title);
        if (!m_plan.id.isEmpty()) {
            m_terminal.say(Words::tr("Nothing is forgotten. See what became of it, and go on or undo:\n"
                                     "  gordianctl remedy resume %1\n  gordianctl remedy undo %1")
                               .arg(m_plan.id));
        }
        end(ExitCode::NothingExamined);
    });
}

void RemedyCommand::start(const QVector<Node> &nodes)
{
    switch (m_arguments.remedyVerb) {
    case RemedyVerb::Status:
        printStatus();
        return;
    case RemedyVerb::Resume:
        takeUp(Mender::Way::GoOn);
        return;
    case RemedyVerb::Undo:
        takeUp(Mender::Way::Undo);
        return;
    default:
        m_investigation.addNodes(nodes);
        m_investigation.collect(m_questions.collectOptions());
    }
}

void RemedyCommand::interrupt()
{
    if (m_mender.isBusy()) {
        m_terminal.say(Words::tr("Stopping after the step under way. Once more to end at once."));
        m_mender.stop();
    } else {
        m_investigation.cancel();
        end(ExitCode::UsageOrInternal);
    }
}

void RemedyCommand::judged()
{
    if (m_done || m_mender.isBusy() || m_investigation.isCollecting() || m_investigation.isDiagnosing()) {
        return;
    }
    if (m_before) {
        compare();
    } else if (m_investigation.diagnosis().overall == Overall::NothingExamined) {
        m_terminal.say(Words::tr("No node could be examined."));
        end(ExitCode::NothingExamined);
    } else if (m_arguments.remedyVerb == RemedyVerb::List) {
        printOffers();
    } else {
        makePlan();
    }
}

QVector<RemedyCommand::Offer> RemedyCommand::offers() const
{
    QVector<Offer> found;
    for (const CauseVerdict &cause : m_investigation.diagnosis().causes) {
        for (const Remedy &remedy : cause.remedies) {
            found.append({&cause, &remedy});
        }
    }
    return found;
}

void RemedyCommand::printOffers()
{
    const QVector<Offer> all = offers();
    for (const Offer &offer : all) {
        m_terminal.print(laidOut(offerLines(*offer.cause, *offer.remedy, m_phrases), m_terminal.screen()));
    }
    if (all.isEmpty()) {
        m_terminal.say(
            Words::tr("Nothing was found that Gordian can mend by itself. `gordianctl diagnose` names "
                      "what is wrong and the steps against it."));
    }
    end(ExitCode::NothingWrong);
}

void RemedyCommand::makePlan()
{
    const QVector<Offer> all = offers();
    const auto wanted = std::find_if(all.cbegin(), all.cend(), [this](const Offer &offer) {
        return m_arguments.remedy.isEmpty() || offer.remedy->id == m_arguments.remedy;
    });
    if (wanted == all.cend()) {
        m_terminal.say(
            Words::tr("There is no such remedy for what was found. `gordianctl remedy list` shows those "
                      "that there are."));
        end(ExitCode::UsageOrInternal);
        return;
    }
    m_mender.plan(*wanted->cause, *wanted->remedy);
}

void RemedyCommand::takePlan(const Plan &plan)
{
    const bool isToApply = m_arguments.remedyVerb == RemedyVerb::Apply;
    const QString hash = hashOf(plan);
    if (!isToApply || !plan.isAllowed() || m_arguments.yes != hash) {
        m_terminal.print(
            laidOut(planLines(plan, m_investigation.diagnosis(), m_phrases), m_terminal.screen()));
    }
    if (!isToApply || !plan.isAllowed()) {
        end(plan.isAllowed() ? ExitCode::NothingWrong : ExitCode::Failures);
        return;
    }
    if (m_arguments.yes != hash) {
        m_terminal.say(
            Words::tr("This is not the plan that --yes names. Nothing was changed. Read it and apply it "
                      "by its own hash."));
        end(ExitCode::Failures);
        return;
    }
    m_plan = plan;
    m_before = m_investigation.diagnosis();
    if (auto begun = m_mender.apply(plan, hash); !begun) {
        m_terminal.say(m_phrases.error(begun.error()));
        end(ExitCode::UsageOrInternal);
    }
}

void RemedyCommand::takeUp(Mender::Way way)
{
    const QString id = m_arguments.targets.value(0);
    const QVector<Mending> all = m_mender.remembered();
    const auto known =
        std::find_if(all.cbegin(), all.cend(), [&](const Mending &mending) { return mending.plan.id == id; });
    if (known != all.cend()) {
        m_plan = known->plan;
    }
    if (auto begun = m_mender.takeUp(id, way); !begun) {
        m_terminal.say(m_phrases.error(begun.error()));
        end(ExitCode::UsageOrInternal);
    }
}

void RemedyCommand::showAction(int action, ActionState state)
{
    if (state != ActionState::Running && action < m_plan.actions.size()) {
        m_terminal.say(
            QStringLiteral("%1. %2: %3")
                .arg(action + 1)
                .arg(actionText(m_plan.actions.at(action), m_phrases), m_phrases.actionState(state)));
    }
}

void RemedyCommand::takeEnd(const MendingEnd &how)
{
    if (how.trouble) {
        m_terminal.say(Terminal::harmless(m_phrases.trouble(*how.trouble)));
    }
    for (const QString &path : how.leftAlone) {
        m_terminal.say(
            Words::tr("Somebody else changed %1 since; it was left as it is.").arg(Terminal::harmless(path)));
    }
    const bool isOver = how.state == MendingState::Applied || how.state == MendingState::Undone;
    if (!isOver && how.state != MendingState::Planned) {
        m_terminal.say(Words::tr("It stands half-way. Go on or undo:\n  gordianctl remedy resume %1\n"
                                 "  gordianctl remedy undo %1")
                           .arg(m_plan.id));
    }
    if (how.state == MendingState::Applied && m_before) {
        m_terminal.say(Words::tr("To undo it: gordianctl remedy undo %1").arg(m_plan.id));
        m_investigation.collect(m_questions.collectOptions());
        return;
    }
    const bool asWished = how.state == MendingState::Applied
        || (how.state == MendingState::Undone && m_arguments.remedyVerb == RemedyVerb::Undo);
    end(asWished ? ExitCode::NothingWrong : ExitCode::Failures);
}

void RemedyCommand::compare()
{
    const QVector<TextLine> lines = comparisonLines(m_plan, m_investigation.diagnosis(), m_phrases);
    m_terminal.print(laidOut(lines, m_terminal.screen()));
    const QVector<CauseVerdict> &causes = m_investigation.diagnosis().causes;
    const bool isGone = std::none_of(causes.cbegin(), causes.cend(),
                                     [this](const CauseVerdict &cause) { return cause.id == m_plan.cause; });
    end(isGone ? ExitCode::NothingWrong : ExitCode::Failures);
}

void RemedyCommand::printStatus()
{
    for (const Mending &mending : m_mender.remembered()) {
        m_terminal.print(QStringLiteral("%1\t%2\t%3\t%4\n")
                             .arg(mending.plan.id, Terminal::harmless(mending.plan.node.name),
                                  mending.plan.remedy.id, m_phrases.mendingState(mending.state)));
    }
    end(ExitCode::NothingWrong);
}

void RemedyCommand::end(ExitCode code)
{
    if (!m_done) {
        m_done = true;
        emit finished(code);
    }
}

} // namespace gordian
