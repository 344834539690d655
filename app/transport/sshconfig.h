// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// ssh_config(5), as far as Gordian follows it. libssh's own reader neither tells what it passes over nor can
// be asked for one host's jump chain. A plain value, any thread.

#include "core/result.h"

#include <QHash>
#include <QStringList>
#include <QVector>

#include <optional>

namespace gordian {

/// What the config says of one host; empty or absent: nothing.
struct SshHostConfig {
    QString hostName;
    QString user;
    quint16 port = 0;
    QStringList identityFiles; ///< tokens and ~ filled in; "none" removed
    std::optional<bool> identitiesOnly;
    QString identityAgent;
    QStringList certificateFiles;
    QString proxyJump; ///< "none" stays, so that a caller sees it was said
    QString proxyCommand;
    QStringList userKnownHostsFiles;
    QStringList globalKnownHostsFiles;
    QString hostKeyAlias;
    std::optional<bool> hashKnownHosts;
    int connectTimeout = 0;
    int serverAliveInterval = 0;
};

/// What a reader passed over, and where: for the log, and to explain why a host is not reached.
struct SshConfigNote {
    QString file;
    int line = 0;
    QString text; ///< "Match exec", "Include depth", ...
};

class SshConfig {
public:
    /// In order; the first value wins. Includes of `~/.ssh` files are relative to that folder, others to
    /// /etc/ssh.
    static Result<SshConfig> read(const QStringList &files);

    /// `host` and `user` as the person gave them; an empty user is the local account.
    SshHostConfig lookup(const QString &host, const QString &user) const;
    /// Names of `Host` lines that are no patterns, each once, in order.
    QStringList hostNames() const;
    const QVector<SshConfigNote> &notes() const { return m_notes; }

    struct Criterion {
        enum class Kind { Host, MatchHost, OriginalHost, User, LocalUser, Never };
        Kind kind = Kind::Host;
        bool negated = false;
        QStringList patterns;
    };
    struct Setting {
        QString keyword; ///< lower case
        QStringList arguments;
        QVector<int> blocks; ///< all of these must match: its own block and those around its Include
    };

private:
    friend class SshConfigReader;
    QVector<QVector<Criterion>> m_blocks;
    QVector<Setting> m_settings;
    QVector<SshConfigNote> m_notes;
};

/// Host names of `path` (empty: ~/.ssh/config) that are no patterns; an inventory lists them.
QStringList configuredHosts(const QString &path = {});
/// "~" and "~/..." filled in.
QString expandHome(const QString &path);
QString localAccount();

} // namespace gordian
