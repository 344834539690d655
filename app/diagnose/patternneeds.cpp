// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/patternneeds.h"

#include "diagnose/digitruns.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace gordian {

namespace {

std::uint32_t folded(char c)
{
    return std::uint8_t(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/// The only byte of the set, whatever its case; '\0' if there are several.
char onlyByte(const ByteSet &bytes)
{
    for (std::size_t c = 1; c < bytes.size(); ++c) {
        if (bytes[c]) {
            const bool letter = c >= 'A' && c <= 'Z';
            return bytes.count() == (letter ? 2 : 1) ? char(folded(char(c))) : '\0';
        }
    }
    return '\0';
}

std::string shapeOf(std::string text)
{
    foldDigits(QByteArrayView(std::string(text)), text.data());
    return text;
}

} // namespace

void WantedText::add(const std::string &piece)
{
    std::uint32_t gram = 0;
    const std::string shape = shapeOf(piece);
    for (std::size_t at = 0; at < shape.size(); ++at) {
        gram = (gram << 8U | folded(shape[at])) & 0xFFFFFFU;
        if (at >= 2) {
            grams.push_back(ShapeText::slot(gram));
        }
    }
    if (shape.size() > 2) {
        pieces.push_back(shape);
    }
}

void ShapeText::read(QByteArrayView shape)
{
    m_seen.reset();
    m_text.resize(std::size_t(shape.size()));
    std::uint32_t gram = 0;
    for (std::size_t at = 0; at < m_text.size(); ++at) {
        const std::uint32_t c = folded(shape[qsizetype(at)]);
        m_text[at] = char(c);
        gram = (gram << 8U | c) & 0xFFFFFFU;
        if (at >= 2) {
            m_seen.set(slot(gram));
        }
    }
}

bool ShapeText::has(const WantedText &wanted) const
{
    return std::all_of(wanted.grams.cbegin(), wanted.grams.cend(),
                       [&](std::uint16_t gram) { return m_seen[gram]; })
        && std::all_of(wanted.pieces.cbegin(), wanted.pieces.cend(), [&](const std::string &piece) {
               return ::memmem(m_text.data(), m_text.size(), piece.data(), piece.size()) != nullptr;
           });
}

/// Goes through the tokens with a stack of the groups that are open.
class PatternNeeds::Building {
public:
    All run(const std::vector<PatternToken> &pattern)
    {
        open();
        for (const PatternToken &token : pattern) {
            take(token);
        }
        while (m_open.size() > 1) {
            close();
        }
        endLiteral();
        return oneOf(m_open.back().alternatives);
    }

private:
    struct Group {
        std::vector<All> alternatives;
    };

    void take(const PatternToken &token)
    {
        switch (token.kind) {
        case PatternToken::Bytes:
            bytes(token.bytes);
            break;
        case PatternToken::Open:
            endLiteral();
            open();
            break;
        case PatternToken::Close:
            endLiteral();
            close();
            break;
        case PatternToken::Or:
            endLiteral();
            m_open.back().alternatives.emplace_back();
            break;
        case PatternToken::Edge:
            m_last = 0;
            break;
        case PatternToken::Maybe:
            dropLast();
            break;
        case PatternToken::Again:
            endLiteral();
            break;
        }
    }

    void bytes(const ByteSet &set)
    {
        const char only = onlyByte(set);
        if (only == '\0') {
            endLiteral();
            return;
        }
        m_literal += only;
        m_last = 0;
    }

    void open() { m_open.push_back({{All()}}); }

    void close()
    {
        if (m_open.size() > 1) {
            All inner = oneOf(m_open.back().alternatives);
            m_open.pop_back();
            All &outer = m_open.back().alternatives.back();
            m_last = inner.size();
            outer.insert(outer.end(), inner.begin(), inner.end());
        }
    }

    /// What was read last may be missing: a byte of the literal, a group, or a class that needed nothing.
    void dropLast()
    {
        if (!m_literal.empty()) {
            m_literal.pop_back();
            endLiteral();
            return;
        }
        All &all = m_open.back().alternatives.back();
        all.resize(all.size() - m_last);
        m_last = 0;
    }

    void endLiteral()
    {
        Need need;
        need.whole.add(m_literal);
        for (const std::string &piece : outsideIdentifiers(m_literal)) {
            need.outside.add(piece);
        }
        if (!need.whole.pieces.empty()) {
            m_open.back().alternatives.back().push_back(std::move(need));
        }
        m_literal.clear();
        m_last = 0;
    }

    /// Needs are met where all of one alternative's are.
    static All oneOf(std::vector<All> &alternatives)
    {
        if (alternatives.size() == 1) {
            return std::move(alternatives.front());
        }
        if (std::any_of(alternatives.cbegin(), alternatives.cend(),
                        [](const All &each) { return each.empty(); })) {
            return {};
        }
        All made(1);
        made.front().oneOf = std::move(alternatives);
        return made;
    }

    std::vector<Group> m_open;
    std::string m_literal;
    std::size_t m_last = 0; ///< how many needs the group that was closed last has brought
};

PatternNeeds::PatternNeeds(const std::vector<PatternToken> &pattern) : m_all(Building().run(pattern))
{
}

bool PatternNeeds::areMet(const All &all, const ShapeText &shape, Wanted wanted)
{
    return std::all_of(all.cbegin(), all.cend(), [&](const Need &need) {
        return need.oneOf.empty() ? shape.has(need.*wanted)
                                  : std::any_of(need.oneOf.cbegin(), need.oneOf.cend(),
                                                [&](const All &one) { return areMet(one, shape, wanted); });
    });
}

} // namespace gordian
