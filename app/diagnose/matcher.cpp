// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/matcher.h"

#include "core/glob.h"
#include "diagnose/lineshapes.h"
#include "diagnose/signaturepatterns.h"
#include "knowledge/syntaxes.h"

#include <QHash>

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

namespace gordian {

namespace {

constexpr qsizetype kLongestLine = 16 * 1024;
constexpr qsizetype kMostHits = 20'000;
constexpr qsizetype kLongestRemembered = 4 * 1024; // a line that is longer is matched each time

bool looksIn(const Signature &signature, const Probe &probe)
{
    return signature.in.isEmpty() ? isLogSyntax(probe.syntax) : anyGlobMatches(signature.in, probe.id);
}

/// The signatures of one kind of log. Probes with equal lists share one.
struct Group {
    QVector<qsizetype> signatures;
    std::vector<bool> wanted; ///< by signature: is it one of them?
    std::vector<int> anywhere; ///< those without literals: any line may match them
};

} // namespace

QString unsortedText()
{
    return QStringLiteral("pasted.text");
}

struct Matcher::Private {
    explicit Private(const KnowledgeBase &knowledge) : patterns(knowledge.signatures()) { }

    SignaturePatterns patterns;
    std::vector<std::unique_ptr<Group>> groups;
    QHash<QString, Group *> byProbe;

    class Search;

    void addGroup(const QString &probe, const QVector<qsizetype> &signatures);
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
    made->wanted.resize(patterns.size());
    for (const qsizetype signature : signatures) {
        made->wanted[std::size_t(signature)] = true;
        if (!patterns.hasLiterals(int(signature))) {
            made->anywhere.push_back(int(signature));
        }
    }
    byProbe.insert(probe, made.get());
    groups.push_back(std::move(made));
}

/// One text, searched for the signatures of one group.
class Matcher::Private::Search {
public:
    Search(const SignaturePatterns &patterns, const Group &group, QByteArrayView text)
        : m_patterns(patterns),
          m_group(group),
          m_text(text),
          m_seen(patterns.size()),
          m_hits(patterns.size())
    {
    }

    QVector<SignatureHits> run()
    {
        for (qsizetype begin = 0; begin < m_text.size(); begin = m_end + 1) {
            toLine(begin);
            matchLine();
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
    struct Candidate {
        int line = 0; ///< the last one whose shape has a string that the signature needs
        bool held = false; ///< the line has it too
    };

    void toLine(qsizetype begin)
    {
        const void *end = std::memchr(m_text.data() + begin, '\n', std::size_t(m_text.size() - begin));
        m_begin = begin;
        m_end = end ? static_cast<const char *>(end) - m_text.data() : m_text.size();
        m_line = m_text.sliced(begin, std::min(m_end - m_begin, kLongestLine));
        ++m_number;
    }

    void matchLine()
    {
        m_shape.resize(std::max(m_shape.size(), m_line.size()));
        foldIdentifiers(m_line, m_shape.data());
        const QByteArrayView shape = QByteArrayView(m_shape).first(m_line.size());
        if (m_line.size() > kLongestRemembered) {
            LineShape forgotten;
            matchFirst(shape, forgotten);
        } else if (LineShape *known = m_shapes.find(shape)) {
            matchAgain(shape, *known);
        } else {
            matchFirst(shape, m_shapes.add(shape));
        }
    }

    /// A line of a shape that is not known.
    void matchFirst(QByteArrayView shape, LineShape &made)
    {
        made.first = m_line;
        const bool holdsIdentifiers = mayHoldIdentifiers(shape);
        const std::vector<int> &found = candidates(shape, holdsIdentifiers);
        if (found.empty()) {
            return;
        }
        m_shapeText.read(shape);
        LineShape::Verdict verdict;
        for (const int signature : found) {
            if (!m_patterns.mayMatchShape(signature, m_shapeText, holdsIdentifiers)) {
                continue;
            }
            const bool isHeld = m_seen[std::size_t(signature)].held;
            if (!m_patterns.tellsApart(signature, holdsIdentifiers)) {
                take(signature, isHeld && m_patterns.matches(signature, piece()), made.sure);
            } else if (m_patterns.isPossible(signature, shape)) {
                made.doubtful.push_back(signature);
                take(signature, isHeld && m_patterns.matches(signature, piece()), verdict.matched);
            }
        }
        if (!made.doubtful.empty()) {
            made.learn(std::move(verdict));
        }
    }

    /// The signatures that need no string or one that lines of this shape may hold.
    const std::vector<int> &candidates(QByteArrayView shape, bool holdsIdentifiers)
    {
        m_candidates = m_group.anywhere;
        for (const int signature : m_candidates) {
            m_seen[std::size_t(signature)] = {m_number, true};
        }
        m_patterns.candidates(m_line, shape, holdsIdentifiers, [&](int signature, bool held) {
            Candidate &candidate = m_seen[std::size_t(signature)];
            if (candidate.line != m_number && m_group.wanted[std::size_t(signature)]) {
                candidate = {m_number, false};
                m_candidates.push_back(signature);
            }
            candidate.held |= held;
        });
        return m_candidates;
    }

    void take(int signature, bool isMatch, std::vector<int> &matched)
    {
        if (isMatch) {
            matched.push_back(signature);
            keep(signature);
        }
    }

    /// A line of a shape that is known: the digits that count may say the same as another's.
    void matchAgain(QByteArrayView shape, LineShape &known)
    {
        if (!known.seenAgain) {
            examine(shape, known);
        }
        for (const int signature : known.sure) {
            keep(signature);
        }
        if (known.doubtful.empty()) {
            return;
        }
        known.pick(m_line, m_digits);
        const LineShape::Verdict *verdict = known.verdictFor(m_digits);
        for (const int signature : (verdict ? *verdict : judge(known)).matched) {
            keep(signature);
        }
    }

    /// What is known of the first line holds for all in so far as no digit decides.
    void examine(QByteArrayView shape, LineShape &known) const
    {
        known.seenAgain = true;
        if (known.doubtful.empty()) {
            return;
        }
        const ShapePlaces folded(shape);
        std::vector<int> &matched = known.verdicts.front().matched;
        std::vector<int> doubtful;
        for (const int signature : known.doubtful) {
            const std::vector<int> places = m_patterns.decidingPlaces(signature, folded);
            const auto did = std::find(matched.begin(), matched.end(), signature);
            if (!places.empty()) {
                known.places.insert(known.places.end(), places.cbegin(), places.cend());
                doubtful.push_back(signature);
            } else if (did != matched.end()) {
                matched.erase(did);
                known.sure.push_back(signature);
            }
        }
        known.doubtful = std::move(doubtful);
        std::sort(known.places.begin(), known.places.end());
        known.places.erase(std::unique(known.places.begin(), known.places.end()), known.places.end());
        known.pick(known.first, known.verdicts.front().digits);
    }

    const LineShape::Verdict &judge(LineShape &known)
    {
        LineShape::Verdict verdict{m_digits, {}};
        for (const int signature : known.doubtful) {
            if (m_patterns.matches(signature, piece())) {
                verdict.matched.push_back(signature);
            }
        }
        return known.learn(std::move(verdict));
    }

    re2::StringPiece piece() const { return {m_line.data(), std::size_t(m_line.size())}; }

    void keep(int signature)
    {
        auto &kept = m_hits[std::size_t(signature)];
        if (kept.size() >= kMostHits) {
            kept.remove(0, kMostHits / 2);
        }
        kept.append({m_number, m_begin, m_end - m_begin});
    }

    const SignaturePatterns &m_patterns;
    const Group &m_group;
    QByteArrayView m_text;
    std::vector<Candidate> m_seen; ///< by signature
    std::vector<int> m_candidates; ///< of the line
    std::vector<QVector<Hit>> m_hits; ///< by signature
    LineShapes m_shapes;
    QByteArray m_shape; ///< the line's, and room for longer ones
    ShapeText m_shapeText;
    QByteArray m_digits;
    QByteArrayView m_line; ///< what counts of it
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
    const Group *group = d->byProbe.value(artifact.probe);
    if (!group || artifact.output.isEmpty()) {
        return {};
    }
    return Private::Search(d->patterns, *group, artifact.output).run();
}

QMap<QString, QString> Matcher::captures(qsizetype signature, QByteArrayView line) const
{
    constexpr qsizetype kLongestCapture = 400;
    const RE2 &pattern = d->patterns.compiled(int(signature));
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
