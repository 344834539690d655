// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/matcher.h"

#include "core/glob.h"
#include "diagnose/literalscanner.h"
#include "knowledge/checkedpacks.h"
#include "knowledge/literals.h"
#include "knowledge/syntaxes.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <QHash>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <numeric>
#include <string>
#include <utility>

namespace gordian {

namespace {

constexpr qsizetype kLongestLine = 16 * 1024;
constexpr qsizetype kMostHits = 20'000;
constexpr int64_t kSetMemory = 64LL * 1024 * 1024;

RE2::Options options()
{
    RE2::Options made;
    made.set_log_errors(false);
    made.set_encoding(RE2::Options::EncodingLatin1);
    made.set_max_mem(kSetMemory);
    return made;
}

bool looksIn(const Signature &signature, const Probe &probe)
{
    return signature.in.isEmpty() ? isLogSyntax(probe.syntax) : anyGlobMatches(signature.in, probe.id);
}

/// The signatures of one kind of log. Probes with equal lists share one.
struct Group {
    QVector<qsizetype> signatures;
    std::vector<bool> wanted; ///< by signature: is it one of them?
    QVector<qsizetype> anywhere; ///< those without literals: each line is searched for them
    std::once_flag compiled;
    std::unique_ptr<RE2::Set> set; ///< of `anywhere`
};

/// One signature alone, compiled when it is asked for.
struct Single {
    std::string pattern;
    bool hasLiterals = false;
    std::once_flag compiled;
    std::unique_ptr<RE2> expression;

    const RE2 &get()
    {
        std::call_once(compiled, [this] { expression = std::make_unique<RE2>(pattern, options()); });
        return *expression;
    }
};

} // namespace

QString unsortedText()
{
    return QStringLiteral("pasted.text");
}

struct Matcher::Private {
    explicit Private(const KnowledgeBase &knowledge);

    std::vector<std::unique_ptr<Single>> singles;
    std::vector<std::unique_ptr<Group>> groups;
    QHash<QString, Group *> byProbe;
    QVector<QByteArray> literals;
    std::vector<std::vector<qsizetype>> owners; ///< by literal: the signatures that need it or another
    LiteralScanner scanner;

    class Search;

    QVector<QByteArray> takeIn(const QVector<Signature> &signatures);
    void addGroup(const QString &probe, const QVector<qsizetype> &signatures);
    void compile(Group &group) const;
    bool matches(qsizetype signature, re2::StringPiece line) const
    {
        return RE2::PartialMatch(line, singles[std::size_t(signature)]->get());
    }
    void matchLine(const Group &group, re2::StringPiece line, std::vector<int> &found) const;
};

QVector<QByteArray> Matcher::Private::takeIn(const QVector<Signature> &signatures)
{
    const LiteralIndex checked = checkedLiterals();
    QHash<QByteArray, qsizetype> known;
    for (qsizetype i = 0; i < signatures.size(); ++i) {
        const QString &pattern = signatures.at(i).pattern;
        const auto listed = checked.constFind(pattern);
        const QVector<QByteArray> needed = listed == checked.cend() ? neededLiterals(pattern) : *listed;
        singles.push_back(std::make_unique<Single>());
        singles.back()->pattern = pattern.toStdString();
        singles.back()->hasLiterals = !needed.isEmpty();
        for (const QByteArray &literal : needed) {
            const auto found = known.constFind(literal);
            if (found != known.cend()) {
                owners[std::size_t(*found)].push_back(i);
                continue;
            }
            known.insert(literal, literals.size());
            literals.append(literal);
            owners.push_back({i});
        }
    }
    return literals;
}

Matcher::Private::Private(const KnowledgeBase &knowledge) : scanner(takeIn(knowledge.signatures()))
{
}

void Matcher::Private::addGroup(const QString &probe, const QVector<qsizetype> &signatures)
{
    for (const auto &group : groups) {
        if (group->signatures == signatures) {
            byProbe.insert(probe, group.get());
            return;
        }
    }
    auto made = std::make_unique<Group>();
    made->signatures = signatures;
    made->wanted.resize(singles.size());
    for (const qsizetype signature : signatures) {
        made->wanted[std::size_t(signature)] = true;
        if (!singles[std::size_t(signature)]->hasLiterals) {
            made->anywhere.append(signature);
        }
    }
    byProbe.insert(probe, made.get());
    groups.push_back(std::move(made));
}

void Matcher::Private::compile(Group &group) const
{
    std::call_once(group.compiled, [&] {
        group.set = std::make_unique<RE2::Set>(options(), RE2::UNANCHORED);
        for (const qsizetype signature : std::as_const(group.anywhere)) {
            group.set->Add(singles.at(std::size_t(signature))->pattern, nullptr);
        }
        if (!group.set->Compile()) {
            group.set.reset();
        }
    });
}

void Matcher::Private::matchLine(const Group &group, re2::StringPiece line, std::vector<int> &found) const
{
    found.clear();
    if (group.set) {
        RE2::Set::ErrorInfo error{RE2::Set::kNoError};
        if (group.set->Match(line, &found, &error) || error.kind == RE2::Set::kNoError) {
            return;
        }
    }
    // The set's automaton outgrew its memory: slower, never wrong.
    found.clear();
    for (qsizetype i = 0; i < group.anywhere.size(); ++i) {
        if (matches(group.anywhere.at(i), line)) {
            found.push_back(int(i));
        }
    }
}

/// One text, searched for the signatures of one group.
class Matcher::Private::Search {
public:
    Search(const Private &matcher, Group &group, QByteArrayView text)
        : m_matcher(matcher),
          m_group(group),
          m_text(text),
          m_tried(matcher.singles.size()),
          m_hits(matcher.singles.size())
    {
    }

    QVector<SignatureHits> run()
    {
        toLine(0);
        m_matcher.scanner.scan(m_text, [this](int literal, qsizetype at) { literalFound(literal, at); });
        if (!m_group.anywhere.isEmpty()) {
            searchEachLine();
        }
        QVector<SignatureHits> result;
        for (const qsizetype signature : std::as_const(m_group.signatures)) {
            if (auto &hits = m_hits[std::size_t(signature)]; !hits.isEmpty()) {
                result.append({signature, std::move(hits)});
            }
        }
        return result;
    }

private:
    void toLine(qsizetype begin)
    {
        const void *end = std::memchr(m_text.data() + begin, '\n',
                                      std::size_t(std::max<qsizetype>(m_text.size() - begin, 0)));
        m_begin = begin;
        m_end = end ? static_cast<const char *>(end) - m_text.data() : m_text.size();
        ++m_number;
    }

    re2::StringPiece line() const
    {
        return {m_text.data() + m_begin, std::size_t(std::min(m_end - m_begin, kLongestLine))};
    }

    void literalFound(int literal, qsizetype at)
    {
        while (at > m_end) {
            toLine(m_end + 1);
        }
        for (const qsizetype signature : m_matcher.owners[std::size_t(literal)]) {
            int &tried = m_tried[std::size_t(signature)];
            if (tried != m_number && m_group.wanted[std::size_t(signature)]) {
                tried = m_number;
                if (m_matcher.matches(signature, line())) {
                    keep(signature);
                }
            }
        }
    }

    void searchEachLine()
    {
        m_matcher.compile(m_group);
        std::vector<int> found;
        m_number = 0;
        for (toLine(0); m_begin < m_text.size(); toLine(m_end + 1)) {
            m_matcher.matchLine(m_group, line(), found);
            for (const int index : found) {
                keep(m_group.anywhere.at(index));
            }
        }
    }

    void keep(qsizetype signature)
    {
        auto &kept = m_hits[std::size_t(signature)];
        if (kept.size() >= kMostHits) {
            kept.remove(0, kMostHits / 2);
        }
        kept.append({m_number, m_begin, m_end - m_begin});
    }

    const Private &m_matcher;
    Group &m_group;
    QByteArrayView m_text;
    std::vector<int> m_tried; ///< by signature: the last line that was searched for it
    std::vector<QVector<Hit>> m_hits; ///< by signature
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    int m_number = 0;
};

Matcher::Matcher(const KnowledgeBase &knowledge) : d(std::make_unique<Private>(knowledge))
{
    for (const Probe &probe : knowledge.probes()) {
        QVector<qsizetype> wanted;
        for (qsizetype i = 0; i < knowledge.signatures().size(); ++i) {
            if (looksIn(knowledge.signatures().at(i), probe)) {
                wanted.append(i);
            }
        }
        if (!wanted.isEmpty()) {
            d->addGroup(probe.id, wanted);
        }
    }
    QVector<qsizetype> every(knowledge.signatures().size());
    std::iota(every.begin(), every.end(), 0);
    d->addGroup(unsortedText(), every);
}

Matcher::~Matcher() = default;

const QVector<qsizetype> &Matcher::signaturesFor(const QString &probe) const
{
    static const QVector<qsizetype> none;
    const Group *group = d->byProbe.value(probe);
    return group ? group->signatures : none;
}

QVector<SignatureHits> Matcher::match(const Artifact &artifact) const
{
    Group *group = d->byProbe.value(artifact.probe);
    if (!group || artifact.output.isEmpty()) {
        return {};
    }
    return Private::Search(*d, *group, artifact.output).run();
}

QMap<QString, QString> Matcher::captures(qsizetype signature, QByteArrayView line) const
{
    constexpr qsizetype kLongestCapture = 400;
    const RE2 &pattern = d->singles.at(std::size_t(signature))->get();
    QMap<QString, QString> made;
    std::vector<re2::StringPiece> groups(std::size_t(pattern.NumberOfCapturingGroups() + 1));
    const re2::StringPiece text(line.data(), std::size_t(std::min(line.size(), kLongestLine)));
    if (pattern.NamedCapturingGroups().empty()
        || !pattern.Match(text, 0, text.size(), RE2::UNANCHORED, groups.data(), int(groups.size()))) {
        return made;
    }
    for (const auto &[name, index] : pattern.NamedCapturingGroups()) {
        const re2::StringPiece &value = groups.at(std::size_t(index));
        if (value.data()) {
            made.insert(QString::fromStdString(name),
                        QString::fromUtf8(value.data(), std::min(qsizetype(value.size()), kLongestCapture)));
        }
    }
    return made;
}

} // namespace gordian
