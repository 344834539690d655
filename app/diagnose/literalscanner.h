// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds many short strings in much text at the speed of memory: of each string the four bytes that are rarest
// stand in a bitmap that fits the processor's nearest cache, and only where the text has four such bytes is
// anything compared. Const and thread-safe.

#include <QByteArray>
#include <QByteArrayView>
#include <QVector>

#include <cstdint>
#include <cstring>
#include <vector>

namespace gordian {

/// Does `literal`, in lower case, begin there, in whatever case?
bool standsAt(QByteArrayView text, qsizetype start, const QByteArray &literal);

class LiteralScanner {
public:
    /// Lower-case strings of three bytes or more.
    explicit LiteralScanner(const QVector<QByteArray> &literals);

    /// Calls `found(literal, start)` for each place where one stands, in upper or lower case (A to Z): its
    /// index and where it begins.
    template <typename Found> void scan(QByteArrayView text, Found found) const
    {
        const qsizetype last = text.size() - kGram;
        for (qsizetype at = 0; at <= last; ++at) {
            const std::uint32_t hash = hashAt(text.data() + at);
            if ((m_bits[hash / kWord] >> (hash % kWord) & 1) != 0) {
                compare(text, at, hash, found);
            }
        }
        if (text.size() >= kGram - 1) {
            // A string of three bytes may end the text.
            char padded[kGram] = {};
            std::memcpy(padded, text.data() + last + 1, kGram - 1);
            compare(text, last + 1, hashAt(padded), found);
        }
    }

private:
    static constexpr qsizetype kGram = 4;
    static constexpr int kHashBits = 17;
    static constexpr unsigned kWord = 64;

    struct Entry {
        std::uint32_t hash = 0;
        int literal = 0;
        qsizetype offset = 0; ///< of the four bytes in the literal
    };

    static std::uint32_t hashOf(std::uint32_t folded) { return (folded * 0x9E3779B1U) >> (32 - kHashBits); }
    /// Of four bytes, whatever their case; some that are no letters fall together with others.
    static std::uint32_t hashAt(const char *bytes)
    {
        std::uint32_t value = 0;
        std::memcpy(&value, bytes, sizeof value);
        return hashOf(value | 0x20202020U);
    }
    void enter(int literal);

    template <typename Found>
    void compare(QByteArrayView text, qsizetype at, std::uint32_t hash, Found &found) const
    {
        for (std::uint32_t i = m_starts[hash]; i < m_starts[hash + 1]; ++i) {
            const Entry &entry = m_entries[i];
            if (standsAt(text, at - entry.offset, m_literals.at(entry.literal))) {
                found(entry.literal, at - entry.offset);
            }
        }
    }

    QVector<QByteArray> m_literals;
    std::vector<std::uint64_t> m_bits;
    std::vector<Entry> m_entries; ///< by hash
    std::vector<std::uint32_t> m_starts; ///< where a hash's entries begin
};

} // namespace gordian
