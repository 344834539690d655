// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/signaturepatterns.h"

#include "knowledge/literals.h"
#include "knowledge/packedknowledge.h"

#include <QHash>

#include <algorithm>
#include <mutex>
#include <optional>

namespace gordian {

namespace {

constexpr int64_t kMostMemory = 64LL * 1024 * 1024;

QByteArray shapeOf(QByteArray text)
{
    foldDigits(QByteArray(text), text.data());
    return text;
}

QVector<QByteArray> literalsOf(const Signature &signature, const LiteralIndex &ready)
{
    if (signature.literals) {
        return *signature.literals;
    }
    const auto listed = ready.constFind(signature.pattern);
    return listed == ready.cend() ? neededLiterals(signature.pattern) : *listed;
}

} // namespace

RE2::Options lineOptions()
{
    RE2::Options made;
    made.set_log_errors(false);
    made.set_encoding(RE2::Options::EncodingLatin1);
    made.set_max_mem(kMostMemory);
    return made;
}

struct SignaturePatterns::Single {
    std::string pattern;
    bool hasLiterals = false;
    std::once_flag compiled;
    std::unique_ptr<RE2> expression;
    std::once_flag read;
    PatternNeeds needs;
    std::optional<DigitSense> sense; ///< nothing: any digit may decide
    std::once_flag relaxedOnce;
    std::unique_ptr<RE2> relaxed;

    const RE2 &get()
    {
        std::call_once(compiled, [this] { expression = std::make_unique<RE2>(pattern, lineOptions()); });
        return *expression;
    }
    const Single &known()
    {
        std::call_once(read, [this] {
            if (const auto tokens =
                    patternTokens(QByteArrayView(pattern.data(), qsizetype(pattern.size())))) {
                needs = PatternNeeds(*tokens);
                sense = digitSense(*tokens);
            }
        });
        return *this;
    }
    /// What is not understood is possible.
    bool isPossible(re2::StringPiece shape)
    {
        std::call_once(relaxedOnce, [this] {
            if (known().sense) {
                relaxed = std::make_unique<RE2>(sense->relaxed, lineOptions());
            }
        });
        return !relaxed || !relaxed->ok() || RE2::PartialMatch(shape, *relaxed);
    }
};

SignaturePatterns::SignaturePatterns(const QVector<Signature> &signatures) : m_scanner(takeIn(signatures))
{
}

SignaturePatterns::~SignaturePatterns() = default;

QVector<QByteArray> SignaturePatterns::takeIn(const QVector<Signature> &signatures)
{
    const bool allKnown = std::all_of(signatures.cbegin(), signatures.cend(),
                                      [](const Signature &each) { return each.literals.has_value(); });
    const LiteralIndex ready = allKnown ? LiteralIndex() : readyLiterals(); // with users' packs
    QVector<QByteArray> literals;
    QHash<QByteArray, std::size_t> known;
    for (const Signature &signature : signatures) {
        const QVector<QByteArray> needed = literalsOf(signature, ready);
        const int index = int(m_all.size());
        m_all.push_back(std::make_unique<Single>());
        m_all.back()->pattern = signature.pattern.toStdString();
        m_all.back()->hasLiterals = !needed.isEmpty();
        for (const QByteArray &whole : needed) {
            const QByteArray each = outside(whole, index);
            const QByteArray shape = shapeOf(each);
            const auto found = known.constFind(shape);
            const std::size_t entry = found == known.cend() ? m_owners.size() : *found;
            if (found == known.cend()) {
                known.insert(shape, entry);
                literals.append(shape);
                m_owners.emplace_back();
            }
            const bool hasDigits =
                std::any_of(each.cbegin(), each.cend(), [](char c) { return c >= '0' && c <= '9'; });
            m_owners[entry].push_back({index, hasDigits ? each : QByteArray()});
        }
    }
    return literals;
}

/// What is looked for in a shape: no identifier hides it.
QByteArray SignaturePatterns::outside(const QByteArray &literal, int signature)
{
    constexpr std::size_t kTelling = 5;
    const std::vector<std::string> pieces = outsideIdentifiers(literal.toStdString());
    const auto longest = std::max_element(
        pieces.cbegin(), pieces.cend(),
        [](const std::string &one, const std::string &other) { return one.size() < other.size(); });
    if (longest != pieces.cend() && longest->size() >= std::min(kTelling, std::size_t(literal.size()))) {
        return QByteArray::fromStdString(*longest);
    }
    if (m_inIdentifiers.empty() || m_inIdentifiers.back() != signature) {
        m_inIdentifiers.push_back(signature);
    }
    return literal;
}

bool SignaturePatterns::hasLiterals(int signature) const
{
    return m_all[std::size_t(signature)]->hasLiterals;
}

bool SignaturePatterns::matches(int signature, re2::StringPiece line) const
{
    return RE2::PartialMatch(line, m_all[std::size_t(signature)]->get());
}

const RE2 &SignaturePatterns::compiled(int signature) const
{
    return m_all[std::size_t(signature)]->get();
}

bool SignaturePatterns::tellsApart(int signature, bool holdsIdentifiers) const
{
    const auto &sense = m_all[std::size_t(signature)]->known().sense;
    return !sense || sense->tellsDigits || (holdsIdentifiers && sense->tellsIdentifiers);
}

bool SignaturePatterns::mayMatchShape(int signature, const ShapeText &shape, bool holdsIdentifiers) const
{
    return m_all[std::size_t(signature)]->known().needs.areMetBy(shape, holdsIdentifiers);
}

bool SignaturePatterns::isPossible(int signature, QByteArrayView shape) const
{
    return m_all[std::size_t(signature)]->isPossible({shape.data(), std::size_t(shape.size())});
}

std::vector<int> SignaturePatterns::decidingPlaces(int signature, const ShapePlaces &places) const
{
    const auto &sense = m_all[std::size_t(signature)]->known().sense;
    if (!sense) {
        return places.all();
    }
    std::vector<int> found;
    for (const DigitRun &run : sense->runs) {
        findRun(run, places, found);
    }
    return found;
}

} // namespace gordian
