// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/patternfacts.h"

#include "core/glob.h"
#include "core/linetime.h"
#include "core/utc.h"

#include <re2/re2.h>

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <mutex>

namespace gordian {

namespace {

constexpr qsizetype kMostFacts = 5'000; // of one declaration in one artifact
constexpr qsizetype kLongestValue = 4'000;

/// Compiled when an artifact is first read for it: most runs see few probes.
struct PatternFact {
    const FactDeclaration *declaration = nullptr;
    std::once_flag once;
    std::unique_ptr<RE2> pattern;
    int valueGroup = 0;
    int subjectGroup = 0;

    const PatternFact &compiled();
};

const PatternFact &PatternFact::compiled()
{
    std::call_once(once, [this] {
        RE2::Options options;
        options.set_log_errors(false);
        options.set_encoding(RE2::Options::EncodingLatin1);
        pattern = std::make_unique<RE2>("(?m)" + declaration->pattern.toStdString(), options);
        const auto &groups = pattern->NamedCapturingGroups();
        valueGroup = groups.count("value") ? groups.at("value") : 0;
        subjectGroup = groups.count("subject") ? groups.at("subject") : 0;
    });
    return *this;
}

QString decoded(const re2::StringPiece &text)
{
    return QString::fromUtf8(text.data(), std::min(qsizetype(text.size()), kLongestValue));
}

QVector<Section> partsOf(const Artifact &artifact)
{
    return artifact.sections.isEmpty() ? QVector<Section>{{QString(), 0, artifact.output.size()}}
                                       : artifact.sections;
}

/// Applies one declaration to one artifact.
class Application {
public:
    Application(const PatternFact &fact, const Artifact &artifact) : m_fact(fact), m_artifact(artifact) { }

    QVector<Fact> run()
    {
        for (const Section &section : partsOf(m_artifact)) {
            const QString &glob = m_fact.declaration->section;
            if (glob.isEmpty() || globMatches(glob, section.name)) {
                search(section);
            }
        }
        if (m_fact.declaration->count) {
            Fact counted{m_fact.declaration->key, {}, FactValue(qint64(m_count)), m_first, {}};
            counted.source.node = m_artifact.node;
            counted.source.probe = m_artifact.probe;
            m_facts = {counted};
        }
        return m_facts;
    }

private:
    void search(const Section &section)
    {
        const qsizetype begin = std::clamp<qsizetype>(section.offset, 0, m_artifact.output.size());
        const qsizetype length = std::clamp<qsizetype>(section.length, 0, m_artifact.output.size() - begin);
        const re2::StringPiece text(m_artifact.output.constData() + begin, std::size_t(length));
        std::vector<re2::StringPiece> groups(std::size_t(m_fact.pattern->NumberOfCapturingGroups() + 1));
        std::size_t at = 0;
        int line = m_artifact.lineAt(begin);
        std::size_t counted = 0;
        while (at <= text.size() && m_facts.size() < kMostFacts
               && m_fact.pattern->Match(text, at, text.size(), RE2::UNANCHORED, groups.data(),
                                        int(groups.size()))) {
            const auto start = std::size_t(groups[0].data() - text.data());
            const auto end = start + groups[0].size();
            line += int(std::count(text.data() + counted, text.data() + start, '\n'));
            counted = start;
            const int lines = int(std::count(text.data() + start, text.data() + end, '\n'));
            take(groups, {m_artifact.node, m_artifact.probe, section.name, line, line + lines});
            at = end > at ? end : at + 1;
        }
    }

    void take(const std::vector<re2::StringPiece> &groups, const SourceRef &source)
    {
        if (m_fact.declaration->count) {
            m_first = m_count++ == 0 ? source : m_first;
            return;
        }
        const auto value = valueOf(decoded(groups[std::size_t(m_fact.valueGroup)]), m_fact.declaration->type);
        if (value) {
            const QString subject =
                m_fact.subjectGroup > 0 ? decoded(groups[std::size_t(m_fact.subjectGroup)]) : source.section;
            m_facts.append({m_fact.declaration->key, subject, *value, source, {}});
        }
    }

    const PatternFact &m_fact;
    const Artifact &m_artifact;
    QVector<Fact> m_facts;
    qint64 m_count = 0;
    SourceRef m_first;
};

std::optional<FactValue> boolOf(const QString &text)
{
    static const QStringList yes{QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("on"),
                                 QStringLiteral("1"), QStringLiteral("enabled")};
    static const QStringList no{QStringLiteral("false"), QStringLiteral("no"), QStringLiteral("off"),
                                QStringLiteral("0"), QStringLiteral("disabled")};
    const QString word = text.toLower();
    return yes.contains(word) ? std::optional<FactValue>(true)
        : no.contains(word)   ? std::optional<FactValue>(false)
                              : std::nullopt;
}

} // namespace

std::optional<FactValue> valueOf(const QString &text, const QString &type)
{
    const QString plain = text.trimmed();
    bool fits = false;
    if (type == QLatin1String("int")) {
        const qint64 value = plain.toLongLong(&fits);
        return fits ? std::optional<FactValue>(value) : std::nullopt;
    }
    if (type == QLatin1String("real")) {
        const double value = plain.toDouble(&fits);
        return fits ? std::optional<FactValue>(value) : std::nullopt;
    }
    if (type == QLatin1String("bool")) {
        return boolOf(plain);
    }
    if (type == QLatin1String("list")) {
        static const QRegularExpression separators(QStringLiteral("[,\\s]+"));
        return FactValue(plain.split(separators, Qt::SkipEmptyParts));
    }
    if (type == QLatin1String("moment")) {
        const auto moment = parseMoment(plain);
        return moment ? std::optional<FactValue>(
                   QDateTime::fromMSecsSinceEpoch(*moment, Utc).toString(Qt::ISODateWithMs))
                      : std::nullopt;
    }
    return FactValue(plain);
}

struct PatternFacts::Private {
    std::vector<std::unique_ptr<PatternFact>> all;
    QHash<QString, QVector<PatternFact *>> byProbe;
};

PatternFacts::PatternFacts(const KnowledgeBase &knowledge) : d(std::make_unique<Private>())
{
    for (const FactDeclaration &declaration : knowledge.facts()) {
        if (declaration.pattern.isEmpty()) {
            continue;
        }
        auto made = std::make_unique<PatternFact>();
        made->declaration = &declaration;
        for (const Probe &probe : knowledge.probes()) {
            if (anyGlobMatches(declaration.from, probe.id)) {
                d->byProbe[probe.id].append(made.get());
            }
        }
        d->all.push_back(std::move(made));
    }
}

PatternFacts::~PatternFacts() = default;

QVector<Fact> PatternFacts::read(const Artifact &artifact) const
{
    QVector<Fact> facts;
    for (PatternFact *fact : d->byProbe.value(artifact.probe)) {
        facts += Application(fact->compiled(), artifact).run();
    }
    return facts;
}

} // namespace gordian
