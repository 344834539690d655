// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A password, passphrase or one-time code. Wiped when it dies, never printed, never copied into a QString by
// us. A plain value; move or copy it between threads, never share a reference.

#include <QByteArray>
#include <QDebug>

namespace gordian {

class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray utf8);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// The bytes, to be handed to a library at once. Do not keep.
    const QByteArray &reveal() const { return m_bytes; }

private:
    void wipe();
    QByteArray m_bytes;
};

QDebug operator<<(QDebug out, const Secret &);

} // namespace gordian
