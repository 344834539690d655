// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/logbook.h"

#include "diagnose/answer.h"
#include "diagnose/matcher.h"

#include <algorithm>

namespace gordian {

namespace {

constexpr qint64 kLoopWindowMs = 30LL * 60 * 1000;
// journalctl's and systemd's times are whole seconds; a line of the first second of a run belongs to it.
constexpr qint64 kSecondMs = 1000;
const auto kPrevious = QStringLiteral("previous");

qint64 secondOf(qint64 moment)
{
    return moment - moment % kSecondMs;
}

QString keyOf(const QString &node, const QString &id)
{
    return node + QLatin1Char('\n') + id;
}

} // namespace

QString sectionAt(const Artifact &artifact, qsizetype offset)
{
    for (const Section &section : artifact.sections) {
        if (offset >= section.offset && offset < section.offset + section.length) {
            return section.name;
        }
    }
    return {};
}

LogBook::LogBook(const FactBook &facts, Looping looping) : m_facts(facts), m_looping(std::move(looping))
{
}

const LogBook::Writer &LogBook::writer(const QString &node, const QString &component) const
{
    const QString key = keyOf(node, component);
    const auto known = m_writers.constFind(key);
    if (known != m_writers.cend()) {
        return *known;
    }
    Writer made;
    const Component *declared = m_facts.knowledge().component(component);
    if (declared && !declared->startedFact.isEmpty()) {
        for (const Fact *fact : m_facts.facts(node, declared->startedFact)) {
            if (const auto moment = parseMoment(displayValue(fact->value))) {
                qint64 &start = made.starts[fact->subject];
                start = std::max(start, *moment);
                made.latest = std::max(made.latest.value_or(*moment), *moment);
            }
        }
        made.looping = declared->looping && m_looping(node, component);
    }
    if (declared && !declared->startedSeen.isEmpty()) {
        made.lastRuns = lastRuns(node, declared->startedSeen);
    }
    return *m_writers.insert(key, made);
}

std::optional<qint64> LogBook::lastRuns(const QString &node, const QString &signature) const
{
    std::optional<qint64> last;
    std::optional<qint64> before;
    for (const LogLine &line : occurrences(node, signature)) {
        if (line.time && line.time != last) {
            before = last;
            last = line.time;
        }
    }
    return before;
}

bool LogBook::isHistory(const QString &node, const Writer &writer, const QString &section,
                        std::optional<qint64> time) const
{
    if (writer.looping) {
        // What ended an earlier series of runs is over, however short a time ago.
        const qint64 window = m_facts.now(node) - kLoopWindowMs;
        return time && *time < std::max(window, secondOf(writer.lastRuns.value_or(window)));
    }
    if (section == kPrevious || section.endsWith(QLatin1Char('/') + kPrevious)) {
        return true;
    }
    if (!time) {
        return false;
    }
    if (!writer.latest) {
        return writer.lastRuns && *time < secondOf(*writer.lastRuns);
    }
    const auto named = section.isEmpty() ? writer.starts.cend() : writer.starts.constFind(section);
    const qint64 start = named == writer.starts.cend() ? *writer.latest : *named;
    return *time < secondOf(start);
}

QVector<LogLine> LogBook::occurrences(const QString &node, const QString &signature) const
{
    QVector<LogLine> found;
    const auto &signatures = m_facts.knowledge().signatures();
    const Signature *declared = m_facts.knowledge().signature(signature);
    if (!declared) {
        return found;
    }
    const qsizetype index = declared - signatures.constData();
    const qint64 reference = m_facts.now(node);
    const QStringList probes = m_facts.reader().probesOfSignature(signature) + QStringList{unsortedText()};
    for (const QString &probe : probes) {
        const Reading *reading = m_facts.reading(node, probe);
        const QVector<Hit> *hits = reading ? reading->hitsOf(index) : nullptr;
        if (!hits) {
            continue;
        }
        const bool asked = m_facts.knowledge().probe(probe) != nullptr;
        for (const Hit &hit : *hits) {
            LogLine line{reading, hit, std::nullopt, false};
            const auto raw =
                lineTime(QByteArrayView(reading->artifact.output).sliced(hit.offset, hit.length));
            if (raw) {
                line.time = resolveTime(*raw, reference, m_facts.zone(node));
            }
            // A pasted table of events says neither who wrote a line nor when; the log itself knows better.
            if (asked || line.time || !ownLogSearched(node, *declared)) {
                found.append(line);
            }
        }
    }
    // Untimed lines have no place on the clock: they stay in front, in the order of the log.
    std::stable_sort(found.begin(), found.end(), [](const LogLine &one, const LogLine &other) {
        return one.time.value_or(INT64_MIN) < other.time.value_or(INT64_MIN);
    });
    return found;
}

QVector<LogLine> LogBook::collect(const QString &node, const QString &signature) const
{
    QVector<LogLine> found = occurrences(node, signature);
    for (LogLine &line : found) {
        const Artifact &artifact = line.reading->artifact;
        const Probe *asked = m_facts.knowledge().probe(artifact.probe);
        const Writer &wrote = writer(node, asked ? asked->component : QString());
        line.history = isHistory(node, wrote, sectionAt(artifact, line.hit.offset), line.time);
    }
    return found;
}

const QVector<LogLine> &LogBook::lines(const QString &node, const QString &signature) const
{
    const QString key = keyOf(node, signature);
    const auto known = m_lines.constFind(key);
    return known != m_lines.cend() ? *known : *m_lines.insert(key, collect(node, signature));
}

bool LogBook::searched(const QString &node, const QStringList &probes) const
{
    bool notApplicable = false;
    bool unanswered = false;
    for (const QString &probe : probes) {
        const Reading *reading = m_facts.reading(node, probe);
        if (reading && answerOf(reading->artifact, m_facts.knowledge().probe(probe)) != Answer::None) {
            const bool asked = reading->artifact.state != ArtifactState::NotApplicable;
            if (asked) {
                return true;
            }
            notApplicable = true;
        } else if (reading) {
            unanswered = true;
        }
    }
    return notApplicable && !unanswered;
}

bool LogBook::ownLogSearched(const QString &node, const Signature &signature) const
{
    if (signature.in.contains(QLatin1String("*"))) {
        return false; // told by anything: no answer settles what another did not say
    }
    if (!signature.in.isEmpty()) {
        return searched(node, m_facts.reader().probesOfSignature(signature.id));
    }
    // What is looked for in every log is told by many: only the log of the component in question settles it.
    const QStringList probes = m_facts.reader().probesOfSignature(signature.id);
    return std::any_of(probes.cbegin(), probes.cend(), [&](const QString &id) {
        const Probe *probe = m_facts.knowledge().probe(id);
        const Reading *reading = m_facts.reading(node, id);
        return probe && probe->component == signature.component && reading
            && reading->artifact.state != ArtifactState::NotApplicable
            && answerOf(reading->artifact, probe) != Answer::None;
    });
}

UnknownReason LogBook::reason(const QString &node, const QStringList &probes) const
{
    UnknownReason worst = UnknownReason::None;
    for (const QString &probe : probes) {
        worst = worthTelling(worst, m_facts.probeReason(node, probe));
    }
    return worst == UnknownReason::None ? UnknownReason::NotCollected : worst;
}

SourceRef LogBook::source(const LogLine &line) const
{
    const Artifact &artifact = line.reading->artifact;
    return {artifact.node, artifact.probe, sectionAt(artifact, line.hit.offset), line.hit.line,
            line.hit.line};
}

QMap<QString, QString> LogBook::captures(const QString &signature, const LogLine &line) const
{
    const Signature *declared = m_facts.knowledge().signature(signature);
    const qsizetype index = declared - m_facts.knowledge().signatures().constData();
    return m_facts.reader().matcher().captures(
        index, QByteArrayView(line.reading->artifact.output).sliced(line.hit.offset, line.hit.length));
}

} // namespace gordian
