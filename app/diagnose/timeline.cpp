// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/timeline.h"

#include "core/utc.h"

#include <algorithm>

namespace gordian {

namespace {

constexpr qsizetype kMostEvents = 2'000;
constexpr qint64 kSoonMs = 30LL * 24 * 60 * 60 * 1000;

TimelineKind kindOf(TimelineUse use, int attempt)
{
    switch (use) {
    case TimelineUse::Finished:
        return TimelineKind::Stopped;
    case TimelineUse::Killed:
        return TimelineKind::Killed;
    case TimelineUse::Changed:
        return TimelineKind::ConfigChanged;
    case TimelineUse::Expires:
        return TimelineKind::CertificateEnd;
    case TimelineUse::Booted:
        return TimelineKind::Boot;
    case TimelineUse::Started:
    case TimelineUse::None:
        break;
    }
    return attempt > 0 ? TimelineKind::Restarted : TimelineKind::Started;
}

class Timeline {
public:
    explicit Timeline(Judge &judge) : m_judge(judge), m_knowledge(judge.facts().knowledge()) { }

    QVector<TimelineEvent> run();

private:
    void addFact(const QString &node, const Fact &fact, TimelineUse use);
    void addFirstErrors(const QString &node);
    QString componentOf(const Fact &fact, const QString &subject) const;
    QDateTime corrected(const QString &node, qint64 time) const;

    Judge &m_judge;
    const KnowledgeBase &m_knowledge;
    QVector<TimelineEvent> m_events;
};

QDateTime Timeline::corrected(const QString &node, qint64 time) const
{
    return QDateTime::fromMSecsSinceEpoch(time - m_judge.facts().clockOffset(node), Utc);
}

/// The component whose pod the subject is ("kube-system/kube-apiserver-cp1" -> apiserver), else the probe's.
QString Timeline::componentOf(const Fact &fact, const QString &subject) const
{
    const QString pod = subject.mid(subject.lastIndexOf(QLatin1Char('/')) + 1);
    for (const Component &component : m_knowledge.components()) {
        if (pod.startsWith(component.id + QLatin1Char('-'))
            || pod.startsWith(QLatin1String("kube-") + component.id + QLatin1Char('-'))) {
            return component.id;
        }
    }
    const Probe *probe = m_knowledge.probe(fact.source.probe);
    return probe ? probe->component : QString();
}

void Timeline::addFact(const QString &node, const Fact &fact, TimelineUse use)
{
    const auto moment = parseMoment(displayValue(fact.value));
    if (!moment || (use == TimelineUse::Expires && *moment > m_judge.facts().now(node) + kSoonMs)) {
        return;
    }
    const qsizetype hash = fact.subject.lastIndexOf(QLatin1Char('#'));
    bool numbered = false;
    const int attempt = hash < 0 ? -1 : fact.subject.mid(hash + 1).toInt(&numbered);
    TimelineEvent event;
    event.time = corrected(node, *moment);
    event.node = node;
    event.subject = numbered ? fact.subject.left(hash) : fact.subject;
    event.attempt = numbered ? attempt : -1;
    event.component = componentOf(fact, event.subject);
    event.kind = kindOf(use, event.attempt);
    event.source = fact.source;
    const Evidence shown = m_judge.wording().evidence(fact);
    event.line = shown.lines.value(0);
    m_events.append(event);
}

void Timeline::addFirstErrors(const QString &node)
{
    for (const Signature &signature : m_knowledge.signatures()) {
        if (signature.noise
            || !(signature.health == Health::Failed || signature.health == Health::Degraded)) {
            continue;
        }
        for (const LogLine &line : m_judge.log().lines(node, signature.id)) {
            if (!line.history && line.time) {
                TimelineEvent event;
                event.time = corrected(node, *line.time);
                event.node = node;
                event.component = signature.component;
                event.subject = signature.id;
                event.kind = TimelineKind::FirstError;
                event.source = m_judge.log().source(line);
                event.line = m_judge.wording().evidence(SeenGround{&signature, {line}}).lines.value(0);
                m_events.append(event);
                break;
            }
        }
    }
}

QVector<TimelineEvent> Timeline::run()
{
    for (const QString &node : m_judge.facts().nodes()) {
        for (const FactDeclaration &declared : m_knowledge.facts()) {
            if (declared.timeline == TimelineUse::None) {
                continue;
            }
            for (const Fact *fact : m_judge.facts().facts(node, declared.key)) {
                addFact(node, *fact, declared.timeline);
            }
        }
        addFirstErrors(node);
        if (m_judge.facts().examined(node)) {
            TimelineEvent collected;
            collected.time = corrected(node, m_judge.facts().now(node));
            collected.node = node;
            collected.kind = TimelineKind::Collected;
            m_events.append(collected);
        }
    }
    std::stable_sort(
        m_events.begin(), m_events.end(), [](const TimelineEvent &one, const TimelineEvent &other) {
            return std::tuple(one.time, one.node, one.component, int(one.kind), one.subject, one.attempt)
                < std::tuple(other.time, other.node, other.component, int(other.kind), other.subject,
                             other.attempt);
        });
    return m_events.mid(std::max<qsizetype>(0, m_events.size() - kMostEvents));
}

} // namespace

QVector<TimelineEvent> timelineOf(Judge &judge)
{
    return Timeline(judge).run();
}

} // namespace gordian
