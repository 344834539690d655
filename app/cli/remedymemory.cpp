// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What `remedy` does with mendings that there are already: tells of them, learns of another laptop's, leaves
// them.

#include "cli/outputs.h"
#include "cli/planjson.h"
#include "cli/plantext.h"
#include "cli/remedycommand.h"
#include "cli/words.h"
#include "remedy/transcript.h"

#include <algorithm>

namespace gordian {

std::optional<Mending> RemedyCommand::named() const
{
    return m_mender.remembered(m_arguments.targets.value(0));
}

void RemedyCommand::sayUnknown()
{
    m_terminal.say(Words::tr("There is no mending %1; see gordianctl remedy status")
                       .arg(Terminal::harmless(m_arguments.targets.value(0))));
    end(ExitCode::UsageOrInternal);
}

void RemedyCommand::adoptNext()
{
    if (m_toAdopt.isEmpty()) {
        printMendings(m_adopted);
        return;
    }
    m_mender.adopt(m_toAdopt.first());
}

void RemedyCommand::takeAdopted(const QVector<Mending> &mendings)
{
    const NodeRecord *record = m_investigation.currentCase().node(m_toAdopt.takeFirst());
    if (mendings.isEmpty() && record != nullptr) {
        m_terminal.say(Words::tr("%1 remembers no mending that this laptop does not know of.")
                           .arg(Terminal::harmless(record->node.endpoint.display())));
    }
    m_adopted += mendings;
    adoptNext();
}

void RemedyCommand::leave()
{
    if (!named()) {
        sayUnknown();
        return;
    }
    const auto left = m_mender.leave(m_arguments.targets.value(0));
    if (!left) {
        m_terminal.say(m_phrases.error(left.error()));
    }
    end(left ? ExitCode::NothingWrong : ExitCode::UsageOrInternal);
}

void RemedyCommand::printStatus()
{
    if (!m_arguments.targets.isEmpty()) {
        printTranscript();
        return;
    }
    printMendings(m_mender.remembered());
}

void RemedyCommand::printMendings(const QVector<Mending> &all)
{
    if (m_arguments.hasJson()) {
        printJson(mendingsJson(all, m_phrases));
    }
    for (const Mending &mending : all) {
        if (!m_arguments.hasJson()) {
            const Node &node = mending.plan.node;
            m_terminal.print(
                QStringLiteral("%1\t%2\t%3\t%4\n")
                    .arg(mending.plan.id,
                         Terminal::harmless(node.name.isEmpty() ? node.endpoint.host : node.name),
                         mending.plan.remedy.id, m_phrases.mendingState(mending.state)));
        }
    }
    const bool isWaiting =
        std::any_of(all.cbegin(), all.cend(), [](const Mending &each) { return each.isUnfinished(); });
    end(isWaiting ? ExitCode::Failures : ExitCode::NothingWrong);
}

void RemedyCommand::printTranscript()
{
    const auto known = named();
    if (!known) {
        sayUnknown();
        return;
    }
    const MendingRecord record = transcriptOf(*known, {});
    m_investigation.put(record);
    if (!printsJson()) {
        m_terminal.print(
            laidOut(transcriptLines(record, m_investigation.diagnosis(), m_phrases), m_terminal.screen()));
    }
    end(withReports(known->isUnfinished() ? ExitCode::Failures : ExitCode::NothingWrong));
}

} // namespace gordian
