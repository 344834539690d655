// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/reader.h"

#include "core/glob.h"
#include "diagnose/patternfacts.h"

#include <QHash>
#include <QMutex>
#include <QMutexLocker>
#include <QSet>

#include <algorithm>

namespace gordian {

namespace {

constexpr qsizetype kMostFacts = 50'000; // of one artifact
constexpr int kTailLines = 40;

class Sink : public FactSink {
    Q_DISABLE_COPY_MOVE(Sink)

public:
    explicit Sink(Reading &reading) : m_reading(reading) { }

    void add(Fact fact) override
    {
        if (m_reading.facts.size() < kMostFacts) {
            fact.source.node = m_reading.artifact.node;
            fact.source.probe = m_reading.artifact.probe;
            m_reading.facts.append(std::move(fact));
        }
    }
    void notUnderstood(const SourceRef &, const QString &) override { m_reading.notUnderstood = true; }

private:
    Reading &m_reading;
};

/// The time of the last line that has one, looking at the last few.
std::optional<RawTime> newestLine(const QByteArray &output)
{
    qsizetype end = output.size();
    for (int i = 0; i < kTailLines && end > 0; ++i) {
        const qsizetype start = output.lastIndexOf('\n', end - 1) + 1;
        if (const auto time = lineTime(QByteArrayView(output).sliced(start, end - start))) {
            return time;
        }
        end = start - 1;
    }
    return std::nullopt;
}

/// Shared bytes are equal bytes: a QByteArray that is held cannot change under its address.
bool sameContent(const Artifact &one, const Artifact &other)
{
    return one.output.constData() == other.output.constData() && one.output.size() == other.output.size()
        && one.state == other.state && one.exitCode == other.exitCode && one.truncated == other.truncated
        && one.collectedAt == other.collectedAt && one.note == other.note && one.errors == other.errors
        && one.command == other.command && one.sections == other.sections;
}

} // namespace

const QVector<Hit> *Reading::hitsOf(qsizetype signature) const
{
    const auto found = std::find_if(hits.cbegin(), hits.cend(),
                                    [&](const SignatureHits &each) { return each.signature == signature; });
    return found == hits.cend() ? nullptr : &found->hits;
}

struct Reader::Private {
    Private(const KnowledgeBase &k) : knowledge(k), matcher(k), patterns(k) { }

    const KnowledgeBase &knowledge;
    QHash<QString, QVector<const Parser *>> parsers;
    Matcher matcher;
    PatternFacts patterns;
    QHash<QString, QStringList> factProbes;
    QHash<QString, QStringList> signatureProbes;
    mutable QMutex mutex;
    mutable QHash<QString, std::shared_ptr<const Reading>> kept; ///< by node and probe; guarded by mutex

    std::shared_ptr<const Reading> readNow(const Artifact &artifact) const;
};

Reader::Reader(const KnowledgeBase &knowledge, const std::vector<std::unique_ptr<Parser>> &parsers)
    : d(std::make_unique<Private>(knowledge))
{
    for (const auto &parser : parsers) {
        for (const QString &probe : parser->probes()) {
            d->parsers[probe].append(parser.get());
        }
    }
    for (const FactDeclaration &fact : knowledge.facts()) {
        for (const Probe &probe : knowledge.probes()) {
            if (anyGlobMatches(fact.from, probe.id)) {
                d->factProbes[fact.key].append(probe.id);
            }
        }
    }
    for (const Probe &probe : knowledge.probes()) {
        for (const qsizetype signature : d->matcher.signaturesFor(probe.id)) {
            d->signatureProbes[knowledge.signatures().at(signature).id].append(probe.id);
        }
    }
}

Reader::~Reader() = default;

std::shared_ptr<const Reading> Reader::Private::readNow(const Artifact &artifact) const
{
    auto made = std::make_shared<Reading>();
    made->artifact = artifact;
    // To count nothing in what ended before its first word would be to invent an answer.
    const bool speechless = artifact.state == ArtifactState::TimedOut && artifact.output.isEmpty();
    if (!artifact.answered() || speechless) {
        return made;
    }
    Sink sink(*made);
    for (const Parser *parser : parsers.value(artifact.probe)) {
        parser->parse(artifact, sink);
    }
    made->facts += patterns.read(artifact);
    made->hits = matcher.match(artifact);
    made->newestLine = newestLine(artifact.output);
    return made;
}

std::shared_ptr<const Reading> Reader::read(const Artifact &artifact) const
{
    const QString key = artifact.node + QLatin1Char('\n') + artifact.probe;
    {
        const QMutexLocker locker(&d->mutex);
        const auto found = d->kept.constFind(key);
        if (found != d->kept.cend() && sameContent((*found)->artifact, artifact)) {
            return *found;
        }
    }
    auto made = d->readNow(artifact);
    const QMutexLocker locker(&d->mutex);
    d->kept.insert(key, made);
    return made;
}

void Reader::keepOnly(const QVector<std::shared_ptr<const Reading>> &kept) const
{
    QHash<QString, std::shared_ptr<const Reading>> wanted;
    for (const auto &reading : kept) {
        wanted.insert(reading->artifact.node + QLatin1Char('\n') + reading->artifact.probe, reading);
    }
    const QMutexLocker locker(&d->mutex);
    d->kept.swap(wanted);
}

const Matcher &Reader::matcher() const
{
    return d->matcher;
}

QStringList Reader::probesOfFact(const QString &key) const
{
    return d->factProbes.value(key);
}

QStringList Reader::probesOfSignature(const QString &id) const
{
    return d->signatureProbes.value(id);
}

} // namespace gordian
