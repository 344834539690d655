// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// known_hosts files (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT): which keys a host is known by, on which line.
// libssh's own reader knows neither markers nor line numbers. A plain value; any thread.

#include "core/connection.h"
#include "core/result.h"

#include <QStringList>
#include <QVector>

namespace gordian {

struct KnownHostEntry {
    enum class Marker { None, CertAuthority, Revoked, Unknown };

    Marker marker = Marker::None;
    QStringList patterns; ///< empty when hashed
    QByteArray salt; ///< hashed entries
    QByteArray hash;
    HostKey key;
    QString file;
    int line = 0;

    bool matches(const QString &hostId) const;
};

struct HostKeyVerdict {
    enum class Kind {
        Trusted,
        Unknown,
        Changed, ///< the host is known, by other keys only
        Revoked,
        CertificateOnly, ///< the host is known by a certificate authority alone, which is not supported
    };
    Kind kind = Kind::Unknown;
    KnownHostEntry entry; ///< what decided, except for Unknown
};

class KnownHosts {
public:
    /// Files that do not exist are empty ones.
    static Result<KnownHosts> read(const QStringList &files);
    static KnownHosts parse(const QByteArray &text, const QString &file);

    HostKeyVerdict check(const QString &hostId, const HostKey &offered) const;
    /// The key types the host is known by, to be asked for first.
    QStringList keyTypes(const QString &hostId) const;

    const QVector<KnownHostEntry> &entries() const { return m_entries; }

private:
    QVector<KnownHostEntry> m_entries;
};

/// What a host is called in known_hosts: "host", or "[host]:port" off port 22.
QString knownHostId(const QString &host, quint16 port);
enum class HostNames { Plain, Hashed };
/// Adds a line at the end in one write; makes the file (0600) and its folder (0700).
Result<void> rememberHostKey(const QString &file, const QString &hostId, const HostKey &key, HostNames names);
/// From the wire format; empty type when it is not a key.
HostKey hostKeyFromBlob(const QByteArray &blob);

} // namespace gordian
