// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/patterntokens.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace gordian {

namespace {

constexpr int kManyTimes = 1000; // RE2 takes no more

bool isDigit(int c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

ByteSet oneOf(const char *bytes)
{
    ByteSet made;
    for (; *bytes; ++bytes) {
        made.set(std::uint8_t(*bytes));
    }
    return made;
}

/// What "\d" and the like stand for (https://github.com/google/re2/wiki/Syntax); nothing if it is no class.
std::optional<ByteSet> escapedClass(char letter)
{
    static const ByteSet digits = byteRange('0', '9');
    static const ByteSet words = digits | byteRange('a', 'z') | byteRange('A', 'Z') | oneOf("_");
    static const ByteSet spaces = oneOf("\t\n\f\r ");
    switch (letter) {
    case 'd':
        return digits;
    case 'D':
        return ~digits;
    case 'w':
        return words;
    case 'W':
        return ~words;
    case 's':
        return spaces;
    case 'S':
        return ~spaces;
    default:
        return std::nullopt;
    }
}

/// The byte that "\n" and the like stand for; nothing for what is not understood.
std::optional<ByteSet> escapedByte(char escaped)
{
    static constexpr char kLetters[] = "tnrfva";
    static constexpr char kBytes[] = "\t\n\r\f\v\a";
    if (const char *known = std::strchr(kLetters, escaped); known && escaped != '\0') {
        return byteRange(kBytes[known - kLetters], kBytes[known - kLetters]);
    }
    if (isLetter(escaped) || isDigit(escaped)) {
        return std::nullopt;
    }
    return byteRange(std::uint8_t(escaped), std::uint8_t(escaped));
}

/// Letters in either case, and whatever is not ASCII as one: a set may be too large here, never too small.
ByteSet withEitherCase(ByteSet set)
{
    constexpr std::size_t kApart = 'a' - 'A';
    static const ByteSet small = byteRange('a', 'z');
    static const ByteSet large = byteRange('A', 'Z');
    static const ByteSet others = byteRange(128, 255); // not ASCII
    set |= (set & small) >> kApart | (set & large) << kApart;
    return (set & others).any() ? set | others : set;
}

class Reading {
public:
    explicit Reading(QByteArrayView pattern) : m_pattern(pattern) { }

    std::optional<std::vector<PatternToken>> run()
    {
        while (m_at < m_pattern.size()) {
            const qsizetype begin = m_at;
            if (!step()) {
                return std::nullopt;
            }
            const QByteArrayView text = m_pattern.sliced(begin, m_at - begin);
            m_tokens.back().text.assign(text.data(), std::size_t(text.size()));
        }
        return std::move(m_tokens);
    }

private:
    char here(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_pattern.size() ? m_pattern.at(m_at + ahead) : '\0';
    }
    bool is(PatternToken::Kind kind)
    {
        m_tokens.push_back({kind, {}, {}, {}, 0});
        return true;
    }
    bool takes(const ByteSet &bytes)
    {
        m_tokens.push_back({PatternToken::Bytes, withEitherCase(bytes), bytes, {}, 0});
        return true;
    }
    /// Where case counts for nothing, neither do letters of the other case match.
    bool takesAllBut(const ByteSet &bytes)
    {
        m_tokens.push_back({PatternToken::Bytes, withEitherCase(~bytes), ~withEitherCase(bytes), {}, 0});
        return true;
    }

    bool step()
    {
        const char c = m_pattern.at(m_at++);
        switch (c) {
        case '\\':
            return escape();
        case '[':
            return bracket();
        case '(':
            return group();
        case ')':
            return is(PatternToken::Close);
        case '|':
            return is(PatternToken::Or);
        case '^':
        case '$':
            return is(PatternToken::Edge);
        case '*':
        case '?':
            return repeated(PatternToken::Maybe);
        case '+':
            return repeated(PatternToken::Again);
        case '{':
            return repetition();
        case '.':
            return takes(~ByteSet());
        default:
            return takes(byteRange(std::uint8_t(c), std::uint8_t(c)));
        }
    }

    bool escape()
    {
        const char escaped = here();
        ++m_at;
        if (escaped != '\0' && std::strchr("bBAz", escaped)) {
            return is(PatternToken::Edge);
        }
        const auto set = escapedClass(escaped);
        const auto meant = set ? set : escapedByte(escaped);
        return meant && takes(*meant);
    }

    /// Behind "(": "?:", "?P<name>" and "?i:" say nothing about bytes but their case, and "?i)" is no group.
    bool group()
    {
        if (here() != '?') {
            return is(PatternToken::Open);
        }
        for (++m_at; m_at < m_pattern.size(); ++m_at) {
            const char c = here();
            if (c == ':' || c == ')' || c == '>') {
                ++m_at;
                return is(c == ')' ? PatternToken::Edge : PatternToken::Open);
            }
            if (!isLetter(c) && !isDigit(c) && c != '<' && c != '_' && c != '-') {
                return false;
            }
        }
        return false;
    }

    bool bracket()
    {
        const bool negated = here() == '^';
        m_at += negated ? 1 : 0;
        ByteSet set;
        for (bool first = true; first || here() != ']'; first = false) {
            if (m_at >= m_pattern.size() || (here() == '[' && here(1) == ':') || !member(set)) {
                return false;
            }
        }
        ++m_at;
        return negated ? takesAllBut(set) : takes(set);
    }

    /// One byte, class or range between brackets.
    bool member(ByteSet &set)
    {
        const char c = m_pattern.at(m_at++);
        if (c == '\\') {
            const char escaped = here();
            ++m_at;
            const auto known = escapedClass(escaped);
            const auto meant = known ? known : escapedByte(escaped);
            set |= meant.value_or(ByteSet());
            const bool rangeFollows = here() == '-' && here(1) != ']';
            return meant.has_value() && !rangeFollows;
        }
        if (here() == '-' && here(1) != ']') {
            const char last = here(1);
            m_at += 2;
            set |= byteRange(std::uint8_t(c), std::uint8_t(last));
            return last != '\\' && last != '[' && last != '\0' && std::uint8_t(c) <= std::uint8_t(last);
        }
        set.set(std::uint8_t(c));
        return true;
    }

    /// "{2}", "{2,}", "{0,3}"; any other brace is a byte.
    bool repetition()
    {
        qsizetype end = m_at;
        while (end < m_pattern.size() && (isDigit(m_pattern.at(end)) || m_pattern.at(end) == ',')) {
            ++end;
        }
        if (end >= m_pattern.size() || m_pattern.at(end) != '}' || !isDigit(here())) {
            return takes(byteRange('{', '{'));
        }
        int least = 0;
        for (; isDigit(here()); ++m_at) {
            least = std::min(least * 10 + (here() - '0'), kManyTimes);
        }
        const bool exactly = here() == '}';
        m_at = end + 1;
        repeated(least > 0 ? PatternToken::Again : PatternToken::Maybe);
        m_tokens.back().times = exactly && least < kManyTimes ? least : 0;
        return true;
    }

    /// As few as possible or as many: the same lines match.
    bool repeated(PatternToken::Kind kind)
    {
        m_at += here() == '?' ? 1 : 0;
        return is(kind);
    }

    QByteArrayView m_pattern;
    qsizetype m_at = 0;
    std::vector<PatternToken> m_tokens;
};

} // namespace

ByteSet byteRange(int first, int last)
{
    ByteSet made;
    made.set();
    return made >> std::size_t(255 - (last - first)) << std::size_t(first);
}

std::optional<std::vector<PatternToken>> patternTokens(QByteArrayView pattern)
{
    return Reading(pattern).run();
}

} // namespace gordian
