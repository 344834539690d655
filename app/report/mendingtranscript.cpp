// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "report/mendingtranscript.h"

#include "casefile/mendingrecords.h"

#include <algorithm>

namespace gordian {

namespace {

const Finding *findingOf(const QString &id, const Diagnosis &diagnosis)
{
    const auto found =
        std::find_if(diagnosis.findings.cbegin(), diagnosis.findings.cend(), [&](const Finding &finding) {
            return finding.node + QLatin1Char('/') + finding.id == id;
        });
    return found == diagnosis.findings.cend() ? nullptr : &*found;
}

class Writer {
public:
    Writer(const MendingRecord &record, const Diagnosis &now, const Phrases &phrases)
        : m_record(record),
          m_now(now),
          m_phrases(phrases)
    {
    }

    Transcript write()
    {
        Transcript made;
        made.title = QStringLiteral("%1: %2: %3").arg(nodeName(), in(m_record.title), stateWord());
        made.facts = facts();
        for (int i = 0; i < m_record.steps.size(); ++i) {
            made.steps.append(step(i));
        }
        made.verification = in(m_record.verification);
        made.verificationCommand = m_record.verificationCommand;
        compare(made);
        for (const MendingEvent &event : m_record.events) {
            if (const QString what = eventText(event); !what.isEmpty()) {
                made.events.append({m_phrases.moment(event.at), what});
            }
        }
        return made;
    }

private:
    QString say(const char *source) const { return m_phrases.translate(source); }
    QString in(const LocalText &text) const { return text.in(m_phrases.language()); }
    QString stateWord() const { return m_phrases.mendingState(m_record.state); }
    QString nodeName() const { return m_record.nodeName.isEmpty() ? m_record.address : m_record.nodeName; }

    QVector<std::pair<QString, QString>> facts() const
    {
        const QString begun =
            m_record.events.isEmpty() ? QString() : m_phrases.moment(m_record.events.first().at);
        const QString ended =
            m_record.events.isEmpty() ? QString() : m_phrases.moment(m_record.events.last().at);
        const QString account = m_record.account.isEmpty() ? QString() : m_record.account;
        QVector<std::pair<QString, QString>> made{
            {say(QT_TRANSLATE_NOOP("report", "State")), stateWord()},
            {say(QT_TRANSLATE_NOOP("report", "Cause")), in(m_record.causeSentence)},
            {say(QT_TRANSLATE_NOOP("report", "What it interrupts")), in(m_record.effect)},
            {say(QT_TRANSLATE_NOOP("report", "Node")),
             nodeName() == m_record.address ? nodeName()
                                            : QStringLiteral("%1 (%2)").arg(nodeName(), m_record.address)},
            {say(QT_TRANSLATE_NOOP("report", "Done by")), m_record.by},
            {say(QT_TRANSLATE_NOOP("report", "Account on the node")), account},
            {say(QT_TRANSLATE_NOOP("report", "Planned")), m_phrases.moment(m_record.plannedAt)},
            {say(QT_TRANSLATE_NOOP("report", "Begun")), begun},
            {say(QT_TRANSLATE_NOOP("report", "Last step")), ended},
            {say(QT_TRANSLATE_NOOP("report", "Mending")), m_record.id},
            {say(QT_TRANSLATE_NOOP("report", "Remedy")), m_record.remedy},
            {say(QT_TRANSLATE_NOOP("report", "SHA-256 of the plan")), m_record.planHash}};
        made.erase(
            std::remove_if(made.begin(), made.end(), [](const auto &fact) { return fact.second.isEmpty(); }),
            made.end());
        return made;
    }

    TranscriptStep step(int index) const
    {
        const MendingStep &step = m_record.steps.at(index);
        TranscriptStep made;
        made.title =
            QStringLiteral("%1. %2: %3").arg(index + 1).arg(in(step.text), m_phrases.actionState(step.state));
        if (step.began.isValid()) {
            made.when = step.ended.isValid()
                ? QStringLiteral("%1 – %2").arg(m_phrases.moment(step.began), m_phrases.moment(step.ended))
                : m_phrases.moment(step.began);
        }
        made.deed = step.deed;
        made.isDiff = step.isDiff;
        made.undo = step.undo;
        if (step.isIrreversible) {
            made.notes << say(QT_TRANSLATE_NOOP("report", "This cannot be undone"));
        }
        if (!step.trouble.isEmpty()) {
            made.notes << say(QT_TRANSLATE_NOOP("report", "It said: %1")).arg(step.trouble);
        }
        if (step.undone.isValid()) {
            made.notes << say(QT_TRANSLATE_NOOP("report", "Undone %1")).arg(m_phrases.moment(step.undone));
        }
        made.places = step.places;
        return made;
    }

    QString foretoldText(const Foretold &foretold) const
    {
        const Finding *finding = findingOf(foretold.finding, m_now);
        const QString said = in(foretold.says);
        return !said.isEmpty() ? said : finding != nullptr ? in(finding->says) : foretold.finding;
    }

    QStringList texts(const QVector<Foretold> &all) const
    {
        QStringList made;
        for (const Foretold &each : all) {
            made << foretoldText(each);
        }
        made.removeDuplicates();
        return made;
    }

    void compare(Transcript &made) const
    {
        made.stays = texts(m_record.stays);
        if (m_record.state != MendingState::Applied) {
            made.notCleared = texts(m_record.clears);
            return;
        }
        const Clearing clearing = clearingOf(m_record.clears, m_now);
        made.cleared = texts(clearing.cleared);
        made.notCleared = texts(clearing.left);
        made.outcome =
            say(QT_TRANSLATE_NOOP("report", "%1 of %2 symptoms that were foretold to clear have cleared"))
                .arg(clearing.cleared.size())
                .arg(m_record.clears.size());
    }

    QString eventText(const MendingEvent &event) const
    {
        static const QVector<std::pair<QString, const char *>> words{
            {QStringLiteral("opening"), QT_TRANSLATE_NOOP("report", "The node is claimed")},
            {QStringLiteral("begin"), QT_TRANSLATE_NOOP("report", "Step %1 begins")},
            {QStringLiteral("kept"), QT_TRANSLATE_NOOP("report", "Step %1: what it changes is kept")},
            {QStringLiteral("done"), QT_TRANSLATE_NOOP("report", "Step %1 is done")},
            {QStringLiteral("undoing"), QT_TRANSLATE_NOOP("report", "Step %1 is being undone")},
            {QStringLiteral("undone"), QT_TRANSLATE_NOOP("report", "Step %1 is undone")},
            {QStringLiteral("left"),
             QT_TRANSLATE_NOOP("report", "Step %1: somebody else changed %2 since; it stays")}};
        if (event.what == QLatin1String("state")) {
            const auto state = mendingStateOfName(event.detail);
            return state ? m_phrases.mendingState(*state) : event.detail;
        }
        if (event.what == QLatin1String("failed")) {
            const QString text = event.step < 0
                ? say(QT_TRANSLATE_NOOP("report", "It failed"))
                : say(QT_TRANSLATE_NOOP("report", "Step %1 failed")).arg(event.step + 1);
            return event.detail.isEmpty() ? text : text + QStringLiteral(": ") + event.detail;
        }
        const auto found = std::find_if(words.cbegin(), words.cend(),
                                        [&](const auto &each) { return each.first == event.what; });
        if (found == words.cend()) {
            return {};
        }
        QString text = say(found->second).replace(QLatin1String("%1"), QString::number(event.step + 1));
        return text.replace(QLatin1String("%2"), event.detail);
    }

    const MendingRecord &m_record;
    const Diagnosis &m_now;
    const Phrases &m_phrases;
};

} // namespace

Clearing clearingOf(const QVector<Foretold> &foretold, const Diagnosis &now)
{
    Clearing made;
    for (const Foretold &each : foretold) {
        const Finding *finding = findingOf(each.finding, now);
        const bool isWrong =
            finding != nullptr && (finding->health == Health::Failed || finding->health == Health::Degraded);
        (isWrong ? made.left : made.cleared).append(each);
    }
    return made;
}

Transcript transcriptText(const MendingRecord &record, const Diagnosis &now, const Phrases &phrases)
{
    return Writer(record, now, phrases).write();
}

} // namespace gordian
