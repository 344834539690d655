// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/secret.h"

#include <utility>

namespace gordian {

Secret::Secret(QByteArray utf8) : m_bytes(std::move(utf8))
{
}

// A deep copy: a shared QByteArray could not be wiped by either owner.
Secret::Secret(const Secret &other) : m_bytes(other.m_bytes.constData(), other.m_bytes.size())
{
}

Secret::Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {}))
{
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_bytes = QByteArray(other.m_bytes.constData(), other.m_bytes.size());
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    if (!m_bytes.isEmpty()) {
        // volatile, or the compiler drops stores to memory that is about to be freed.
        volatile char *bytes = m_bytes.data();
        for (qsizetype i = 0; i < m_bytes.size(); ++i) {
            bytes[i] = 0;
        }
    }
    m_bytes.clear();
}

QDebug operator<<(QDebug out, const Secret &)
{
    return out << "Secret(...)";
}

} // namespace gordian
