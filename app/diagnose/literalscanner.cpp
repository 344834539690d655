// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/literalscanner.h"

#include <algorithm>
#include <limits>

namespace gordian {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

/// How common a byte is in logs, roughly.
int frequency(char c)
{
    static constexpr char kCommonFirst[] = "etaoinsrhldcumfpgwybvkxjqz";
    if (c >= 'a' && c <= 'z') {
        return 26 - int(std::strchr(kCommonFirst, c) - kCommonFirst);
    }
    return c == ' ' ? 30 : c >= '0' && c <= '9' ? 20 : 12;
}

/// How often four bytes occur in all strings: what many of them have, every log line has.
class Commonness {
public:
    explicit Commonness(const QVector<QByteArray> &literals) : m_counts(kSize)
    {
        for (const QByteArray &literal : literals) {
            for (qsizetype at = 0; at + 4 <= literal.size(); ++at) {
                ++m_counts[slot(literal.constData() + at)];
            }
        }
    }

    int of(const char *gram) const
    {
        constexpr int kOneMore = 8; // weighs like a letter that is some places more common
        return kOneMore * m_counts[slot(gram)] + frequency(gram[0]) + frequency(gram[1]) + frequency(gram[2])
            + frequency(gram[3]);
    }

private:
    static constexpr std::size_t kSize = 1U << 16U;
    static std::size_t slot(const char *gram)
    {
        std::uint32_t value = 0;
        std::memcpy(&value, gram, sizeof value);
        return (value * 0x9E3779B1U) >> 16U;
    }
    std::vector<int> m_counts;
};

qsizetype rarest(const QByteArray &literal, const Commonness &commonness)
{
    qsizetype best = 0;
    int least = std::numeric_limits<int>::max();
    for (qsizetype at = 0; at + 4 <= literal.size(); ++at) {
        const int cost = commonness.of(literal.constData() + at);
        if (cost < least) {
            least = cost;
            best = at;
        }
    }
    return best;
}

} // namespace

bool standsAt(QByteArrayView text, qsizetype start, const QByteArray &literal)
{
    if (start < 0 || text.size() - start < literal.size()) {
        return false;
    }
    const char *at = text.data() + start;
    return std::equal(literal.cbegin(), literal.cend(), at,
                      [](char wanted, char given) { return wanted == lower(given); });
}

LiteralScanner::LiteralScanner(const QVector<QByteArray> &literals)
    : m_literals(literals),
      m_bits((std::size_t(1) << kHashBits) / kWord),
      m_starts((std::size_t(1) << kHashBits) + 1)
{
    const Commonness commonness(literals);
    for (int i = 0; i < int(literals.size()); ++i) {
        const QByteArray &literal = literals.at(i);
        if (literal.size() < kGram) {
            enter(i);
        } else {
            const qsizetype offset = rarest(literal, commonness);
            m_entries.push_back({hashAt(literal.constData() + offset), i, offset});
        }
    }
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry &one, const Entry &other) { return one.hash < other.hash; });
    for (const Entry &entry : m_entries) {
        m_bits[entry.hash / kWord] |= std::uint64_t(1) << (entry.hash % kWord);
        ++m_starts[entry.hash + 1];
    }
    for (std::size_t i = 1; i < m_starts.size(); ++i) {
        m_starts[i] += m_starts[i - 1];
    }
}

/// Three bytes, and whatever follows.
void LiteralScanner::enter(int literal)
{
    char gram[kGram] = {};
    std::memcpy(gram, m_literals.at(literal).constData(), kGram - 1);
    std::vector<std::uint32_t> hashes;
    for (int next = 0; next < 256; ++next) {
        gram[kGram - 1] = char(next);
        hashes.push_back(hashAt(gram));
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    for (const std::uint32_t hash : hashes) {
        m_entries.push_back({hash, literal, 0});
    }
}

} // namespace gordian
