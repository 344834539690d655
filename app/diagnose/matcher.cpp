// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/matcher.h"

#include "core/glob.h"
#include "knowledge/syntaxes.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <QHash>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <numeric>
#include <string>

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

/// The signatures of one kind of log, compiled together when the first line of that kind comes: compiling all
/// would take longer than to triage a forum post. Probes with equal lists share one.
struct Group {
    QVector<qsizetype> signatures;
    std::once_flag compiled;
    std::unique_ptr<RE2::Set> set;
};

/// One signature alone, compiled when it is asked for.
struct Single {
    std::string pattern;
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
    std::vector<std::unique_ptr<Single>> singles;
    std::vector<std::unique_ptr<Group>> groups;
    QHash<QString, Group *> byProbe;

    void addGroup(const QString &probe, const QVector<qsizetype> &signatures);
    void compile(Group &group) const;
    void matchLine(const Group &group, re2::StringPiece line, std::vector<int> &found) const;
};

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
    byProbe.insert(probe, made.get());
    groups.push_back(std::move(made));
}

void Matcher::Private::compile(Group &group) const
{
    std::call_once(group.compiled, [&] {
        group.set = std::make_unique<RE2::Set>(options(), RE2::UNANCHORED);
        for (const qsizetype signature : group.signatures) {
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
            std::sort(found.begin(), found.end());
            return;
        }
    }
    // The set's automaton outgrew its memory: slower, never wrong.
    found.clear();
    for (qsizetype i = 0; i < group.signatures.size(); ++i) {
        if (RE2::PartialMatch(line, singles.at(std::size_t(group.signatures.at(i)))->get())) {
            found.push_back(int(i));
        }
    }
}

Matcher::Matcher(const KnowledgeBase &knowledge) : d(std::make_unique<Private>())
{
    for (const Signature &signature : knowledge.signatures()) {
        d->singles.push_back(std::make_unique<Single>());
        d->singles.back()->pattern = signature.pattern.toStdString();
    }
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
    QVector<SignatureHits> result;
    Group *group = d->byProbe.value(artifact.probe);
    if (!group || artifact.output.isEmpty()) {
        return result;
    }
    d->compile(*group);
    std::vector<QVector<Hit>> hits(std::size_t(group->signatures.size()));
    std::vector<int> found;
    const char *const data = artifact.output.constData();
    const qsizetype size = artifact.output.size();
    int number = 0;
    for (qsizetype at = 0; at < size;) {
        const void *end = std::memchr(data + at, '\n', std::size_t(size - at));
        const qsizetype length = (end ? static_cast<const char *>(end) - data : size) - at;
        ++number;
        d->matchLine(*group, {data + at, std::size_t(std::min(length, kLongestLine))}, found);
        for (const int index : found) {
            auto &kept = hits[std::size_t(index)];
            if (kept.size() >= kMostHits) {
                kept.remove(0, kMostHits / 2);
            }
            kept.append({number, at, length});
        }
        at += length + 1;
    }
    for (std::size_t i = 0; i < hits.size(); ++i) {
        if (!hits[i].isEmpty()) {
            result.append({group->signatures.at(qsizetype(i)), std::move(hits[i])});
        }
    }
    return result;
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
