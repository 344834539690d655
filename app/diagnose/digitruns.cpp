// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/digitruns.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace gordian {

namespace {

constexpr std::size_t kShortestIdentifierPart = 4;
constexpr int kLongestRepeat = 16; // "[0-9]{3}" is as good as written three times

const ByteSet &digits()
{
    static const ByteSet set = byteRange('0', '9');
    return set;
}

const ByteSet &hexadecimal()
{
    static const ByteSet set = digits() | byteRange('a', 'f');
    return set;
}

/// What may stand beside an identifier.
const ByteSet &besideIdentifiers()
{
    static const ByteSet set = ~(digits() | byteRange('a', 'z') | byteRange('A', 'Z'));
    return set;
}

/// Takes some digits and not others.
bool isChoosy(const ByteSet &bytes)
{
    const std::size_t taken = (bytes & digits()).count();
    return taken > 0 && taken < digits().count();
}

/// Collects the runs of a pattern, and which of its tokens a relaxed pattern has to take more for.
class Runs {
public:
    void add(const PatternToken &token, std::size_t index)
    {
        m_run.push_back({token.bytes, token.certain, index});
    }
    bool isEmpty() const { return m_run.empty(); }
    void repeatLast(int times) { m_run.insert(m_run.end(), std::size_t(times - 1), Byte(m_run.back())); }

    /// What is repeated or may be missing stands beside nothing for certain.
    void setLastApart()
    {
        if (!m_run.empty()) {
            const Byte last = m_run.back();
            m_run.pop_back();
            end();
            m_run = {last};
            end();
        }
    }

    void end()
    {
        DigitRun made;
        for (std::size_t i = 0; i < m_run.size(); ++i) {
            Byte &each = m_run[i];
            const bool inIdentifier = mayLieInIdentifier(i);
            if (isChoosy(each.bytes)) {
                made.choosy.push_back(i);
                made.onlyDigits = made.onlyDigits && (each.bytes & ~digits()).none();
            }
            if (inIdentifier && (hexadecimal() & ~each.certain).any()) {
                made.choosyInIdentifiers.push_back(i);
            }
            if (isChoosy(each.bytes) || (inIdentifier && !each.certain[std::size_t('0')])) {
                relaxed.push_back(each.token);
            }
        }
        for (Byte &each : m_run) {
            each.bytes[std::size_t('0')] = (each.bytes & digits()).any();
            each.bytes[std::size_t(ShapePlaces::kIdentifier)] = (each.bytes & hexadecimal()).any();
            made.bytes.push_back(each.bytes);
        }
        if (!made.choosy.empty() || !made.choosyInIdentifiers.empty()) {
            all.push_back(std::move(made));
        }
        m_run.clear();
    }

    std::vector<DigitRun> all;
    std::vector<std::size_t> relaxed; ///< tokens

private:
    struct Byte {
        ByteSet bytes;
        ByteSet certain;
        std::size_t token = 0;
    };

    bool mayBeHexadecimal(std::size_t at) const { return (m_run[at].bytes & hexadecimal()).any(); }

    /// An identifier stands alone: "error" cannot begin in one, since an "r" is no part of it.
    bool mayLieInIdentifier(std::size_t at) const
    {
        const auto mayGoOn = [&](std::size_t beside) {
            return (m_run[beside].bytes & besideIdentifiers()).any() ? std::optional<bool>(true)
                : mayBeHexadecimal(beside)                           ? std::nullopt
                                                                     : std::optional<bool>(false);
        };
        if (!mayBeHexadecimal(at)) {
            return false;
        }
        for (std::size_t before = at; before > 0; --before) {
            if (const auto known = mayGoOn(before - 1)) {
                if (!*known) {
                    return false;
                }
                break;
            }
        }
        for (std::size_t behind = at + 1; behind < m_run.size(); ++behind) {
            if (const auto known = mayGoOn(behind)) {
                return *known;
            }
        }
        return true;
    }

    std::vector<Byte> m_run;
};

std::string relaxed(const std::vector<PatternToken> &pattern, const std::vector<std::size_t> &tokens)
{
    std::vector<bool> isRelaxed(pattern.size());
    for (const std::size_t token : tokens) {
        isRelaxed[token] = true;
    }
    std::string made;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        made += isRelaxed[i] ? "(?:" + pattern[i].text + "|0)" : pattern[i].text;
    }
    return made;
}

} // namespace

ShapePlaces::ShapePlaces(QByteArrayView shape) : m_marked(shape.size(), Qt::Uninitialized)
{
    markIdentifiers(shape, kIdentifier, m_marked.data());
    for (qsizetype at = 0; at < shape.size(); ++at) {
        if (shape[at] == '0') {
            m_all.push_back(int(at));
            (m_marked.at(at) == '0' ? m_digits : m_identifiers).push_back(int(at));
        }
    }
}

DigitSense digitSense(const std::vector<PatternToken> &pattern)
{
    Runs runs;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const PatternToken &token = pattern[i];
        if (token.kind == PatternToken::Bytes) {
            runs.add(token, i);
        } else if (token.times > 0 && token.times <= kLongestRepeat && !runs.isEmpty()) {
            runs.repeatLast(token.times);
        } else if (token.kind == PatternToken::Maybe || token.kind == PatternToken::Again) {
            runs.setLastApart();
        } else {
            runs.end();
        }
    }
    runs.end();
    DigitSense made{std::move(runs.all), false, false, relaxed(pattern, runs.relaxed)};
    for (const DigitRun &run : made.runs) {
        made.tellsDigits = made.tellsDigits || !run.choosy.empty();
        made.tellsIdentifiers = made.tellsIdentifiers || !run.choosyInIdentifiers.empty();
    }
    return made;
}

void findRun(const DigitRun &run, const ShapePlaces &places, std::vector<int> &found)
{
    const QByteArrayView shape = places.marked();
    const auto fits = [&](qsizetype start) {
        if (start < 0 || start + qsizetype(run.bytes.size()) > shape.size()) {
            return false;
        }
        for (const ByteSet &each : run.bytes) {
            if (!each[std::uint8_t(shape[start++])]) {
                return false;
            }
        }
        return true;
    };
    const auto look = [&](const std::vector<int> &where, const std::vector<std::size_t> &choosy) {
        for (const int place : where) {
            if (std::any_of(choosy.cbegin(), choosy.cend(),
                            [&](std::size_t each) { return fits(place - qsizetype(each)); })) {
                found.push_back(place);
            }
        }
    };
    if (run.onlyDigits && places.identifiers().empty() && !run.choosy.empty()) {
        // Then all of them stand on digits: the first tells where the others do.
        const std::size_t first = run.choosy.front();
        for (const int place : places.digits()) {
            const qsizetype start = place - qsizetype(first);
            if (fits(start)) {
                for (const std::size_t choosy : run.choosy) {
                    found.push_back(int(start + qsizetype(choosy)));
                }
            }
        }
        return;
    }
    look(places.digits(), run.choosy);
    look(places.identifiers(), run.choosyInIdentifiers);
}

std::vector<std::string> outsideIdentifiers(const std::string &text)
{
    std::vector<std::string> pieces(1);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        bool isHexadecimal = true;
        for (; end < text.size() && !besideIdentifiers()[std::uint8_t(text[end])]; ++end) {
            isHexadecimal = isHexadecimal && hexadecimal()[std::uint8_t(text[end])];
        }
        const bool atAnEdge = at == 0 || end == text.size();
        const bool mayBeOne = isHexadecimal && end > at && (atAnEdge || end - at >= kShortestIdentifierPart);
        if (mayBeOne) {
            pieces.emplace_back();
            at = end;
        } else {
            end = std::max(end, at + 1);
            pieces.back().append(text, at, end - at);
            at = end;
        }
    }
    std::erase(pieces, std::string());
    return pieces;
}

} // namespace gordian
