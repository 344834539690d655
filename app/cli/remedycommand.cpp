// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/remedycommand.h"

#include "cli/outputs.h"
#include "cli/planjson.h"
#include "cli/plantext.h"
#include "cli/words.h"
#include "remedy/transcript.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace gordian {

namespace {

/// Longer than systemd's pause before it starts a kubelet again, and than an API server waits for its etcd.
constexpr int kCauseMayHideSeconds = 45;

} // namespace

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
    connect(&m_mender, &Mender::adopted, this, &RemedyCommand::takeAdopted);
    connect(&m_mender, &Mender::actionChanged, this, &RemedyCommand::showAction);
    connect(&m_mender, &Mender::stateChanged, this,
            [this](MendingState state) { m_terminal.say(m_phrases.mendingState(state)); });
    connect(&m_mender, &Mender::printed, this, &RemedyCommand::takeOutput);
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
    case RemedyVerb::Leave:
        leave();
        return;
    case RemedyVerb::Adopt:
        m_toAdopt = m_investigation.addNodes(nodes);
        adoptNext();
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
    if (m_symptomsUntil) {
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
    if (m_arguments.hasJson()) {
        printJson(offersJson(m_investigation.diagnosis(), m_phrases));
        end(ExitCode::NothingWrong);
        return;
    }
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
    if (wanted != all.cend()) {
        m_mender.plan(*wanted->cause, *wanted->remedy);
    } else if (mayShowYet()) {
        lookAgain();
    } else {
        m_terminal.say(
            Words::tr("There is no such remedy for what was found. `gordianctl remedy list` shows those "
                      "that there are."));
        m_terminal.print(laidOut(namedLines(m_investigation.diagnosis(), m_phrases), m_terminal.screen()));
        end(ExitCode::UsageOrInternal);
    }
}

/// The cause of a remedy that there is: its node may be caught in the moment in which all looks well.
bool RemedyCommand::mayShowYet()
{
    const QVector<RemedyRule> &known = m_investigation.knowledge().remedies();
    const bool isKnown = std::any_of(known.cbegin(), known.cend(), [this](const RemedyRule &rule) {
        return rule.remedy.id == m_arguments.remedy;
    });
    if (isKnown && !m_causeUntil) {
        m_causeUntil = QDeadlineTimer(1000LL * kCauseMayHideSeconds);
        m_terminal.say(Words::tr("What %1 is for does not show now. A component that crashes and is started "
                                 "again looks well for moments: looking again, for %2 s at most.")
                           .arg(Terminal::harmless(m_arguments.remedy))
                           .arg(kCauseMayHideSeconds));
    }
    return isKnown && !m_causeUntil->hasExpired();
}

void RemedyCommand::takePlan(const Plan &plan)
{
    const bool isToApply = m_arguments.remedyVerb == RemedyVerb::Apply;
    const QString hash = hashOf(plan);
    if (!isToApply && m_arguments.hasJson()) {
        printJson(planJson(plan, m_phrases));
    } else if (!isToApply || !plan.isAllowed() || m_arguments.yes != hash) {
        m_terminal.print(
            laidOut(planLines(plan, m_investigation.diagnosis(), m_phrases), m_terminal.screen()));
        sayWhoHasIt(plan);
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
    if (auto begun = m_mender.apply(plan, hash); !begun) {
        m_terminal.say(m_phrases.error(begun.error()));
        end(ExitCode::UsageOrInternal);
    }
}

/// Where the node is another laptop's.
void RemedyCommand::sayWhoHasIt(const Plan &plan)
{
    if (m_mender.isOthers(plan)) {
        m_terminal.say(
            Words::tr("If the laptop that began it is lost, take it over: gordianctl remedy adopt %1")
                .arg(Terminal::harmless(plan.node.endpoint.display())));
    }
}

void RemedyCommand::takeUp(Mender::Way way)
{
    const auto known = named();
    if (!known) {
        sayUnknown();
        return;
    }
    m_plan = known->plan;
    if (auto begun = m_mender.takeUp(m_plan.id, way); !begun) {
        m_terminal.say(m_phrases.error(begun.error()));
        end(ExitCode::UsageOrInternal);
    }
}

/// It comes in pieces that end anywhere; whole lines are shown.
void RemedyCommand::takeOutput(const QByteArray &bytes)
{
    m_output += bytes;
    const qsizetype whole = m_output.lastIndexOf('\n') + 1;
    showOutput(m_output.left(whole));
    m_output.remove(0, whole);
}

void RemedyCommand::showOutput(const QByteArray &lines)
{
    const QStringList all = QString::fromUtf8(lines).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : m_arguments.quiet ? QStringList() : all) {
        m_terminal.say(QStringLiteral("  ") + Terminal::harmless(line));
    }
}

void RemedyCommand::showAction(int action, ActionState state)
{
    showOutput(std::exchange(m_output, {}));
    if (state != ActionState::Running && action < m_plan.actions.size()) {
        m_terminal.say(
            QStringLiteral("%1. %2: %3")
                .arg(action + 1)
                .arg(actionText(m_plan.actions.at(action), m_phrases), m_phrases.actionState(state)));
    }
}

void RemedyCommand::takeEnd(const MendingEnd &how)
{
    for (const auto &trouble : {how.trouble, how.undoTrouble}) {
        if (trouble) {
            m_terminal.say(Terminal::harmless(m_phrases.trouble(*trouble)));
        }
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
    if (how.state == MendingState::Applied && m_arguments.remedyVerb == RemedyVerb::Apply) {
        m_terminal.say(Words::tr("To undo it: gordianctl remedy undo %1").arg(m_plan.id));
        m_symptomsUntil = QDeadlineTimer(1000LL * m_plan.remedy.verification.withinSeconds);
        m_investigation.collect(m_questions.collectOptions());
        return;
    }
    const bool asWished = isOver && !how.trouble;
    end(withReports(asWished ? ExitCode::NothingWrong : ExitCode::Failures));
}

/// What follows from a component that is well again takes its time to show.
void RemedyCommand::compare()
{
    const QVector<CauseVerdict> &causes = m_investigation.diagnosis().causes;
    const bool isGone = std::none_of(causes.cbegin(), causes.cend(),
                                     [this](const CauseVerdict &cause) { return cause.id == m_plan.cause; });
    if (!isGone && !m_symptomsUntil->hasExpired()) {
        if (!std::exchange(m_saidThatItLooks, true)) {
            m_terminal.say(Words::tr("The component is well; the symptoms have not all cleared yet. Looking "
                                     "again, for %1 s at most.")
                               .arg((m_symptomsUntil->remainingTime() + 999) / 1000));
        }
        lookAgain();
        return;
    }
    const QVector<TextLine> lines = comparisonLines(m_plan, m_investigation.diagnosis(), m_phrases);
    if (!printsJson()) {
        m_terminal.print(laidOut(lines, m_terminal.screen()));
    }
    end(withReports(isGone ? ExitCode::NothingWrong : ExitCode::Failures));
}

/// In a moment.
void RemedyCommand::lookAgain()
{
    constexpr int kBetweenMilliseconds = 5000;
    QTimer::singleShot(kBetweenMilliseconds, this, [this] {
        if (!m_done) {
            m_investigation.collect(m_questions.collectOptions());
        }
    });
}

/// To where --json says.
void RemedyCommand::printJson(const QByteArray &json)
{
    const QString &file = m_arguments.outputs.json;
    if (file.isEmpty()) {
        m_terminal.print(QString::fromUtf8(json));
    } else if (auto written = writeFile(file, json); !written) {
        m_terminal.say(m_phrases.error(written.error()));
        end(ExitCode::UsageOrInternal);
    }
}

/// The transcript is in each of them.
ExitCode RemedyCommand::withReports(ExitCode code)
{
    const ReportInput input{m_investigation.currentCase(), m_investigation.diagnosis(),
                            m_investigation.knowledge()};
    const auto errors = writeOutputs(m_arguments.outputs, input, m_terminal, m_phrases.language());
    for (const Error &error : errors) {
        m_terminal.say(m_phrases.error(error));
    }
    return errors.isEmpty() ? code : ExitCode::UsageOrInternal;
}

void RemedyCommand::end(ExitCode code)
{
    if (!m_done) {
        m_done = true;
        emit finished(code);
    }
}

} // namespace gordian
