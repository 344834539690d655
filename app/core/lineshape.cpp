// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/lineshape.h"

#include <cstdint>
#include <cstring>

namespace gordian {

void foldDigits(QByteArrayView text, char *shape)
{
    // Eight bytes at a time: a byte's highest bit tells whether it is '0' or more, and whether it is past
    // '9'.
    constexpr std::uint64_t kEach = 0x0101010101010101U;
    qsizetype at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        const std::uint64_t plain = bytes & (kEach * 0x7F);
        const std::uint64_t fromZero = plain + kEach * (0x80 - '0');
        const std::uint64_t pastNine = plain + kEach * (0x80 - '9' - 1);
        const std::uint64_t digit = (fromZero & ~pastNine & ~bytes & (kEach * 0x80)) >> 7U;
        bytes &= ~(digit * 0x0F);
        std::memcpy(shape + at, &bytes, sizeof bytes);
    }
    for (; at < text.size(); ++at) {
        shape[at] = text.at(at) >= '0' && text.at(at) <= '9' ? '0' : text.at(at);
    }
}

} // namespace gordian
