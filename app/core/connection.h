// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is known of the way to a node: the steps of connecting, the questions a connection asks, and how it
// failed. Plain values, any thread. Wording is report/phrases.h's.

#include "core/node.h"
#include "core/secret.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace gordian {

enum class ConnectState {
    Idle,
    Resolving,
    Connecting,
    KeyExchange,
    HostKey,
    Authenticating,
    Opened,
    Running,
    Closed,
    Failed
};

/// The layer at which a connection ended. One sentence and one advice belong to each.
enum class ConnectLayer {
    Config, ///< the ssh config could not be read or asks for what we cannot do
    Name, ///< the host name does not resolve
    TcpRefused,
    TcpUnreachable,
    TcpTimedOut,
    Banner, ///< connected, but no SSH server answers
    KeyExchange, ///< no common algorithm; ours/theirs hold both lists
    HostKeyUnknown, ///< not in known_hosts, and nobody accepted it
    HostKeyChanged, ///< another key stands in known_hosts
    HostKeyRevoked, ///< @revoked, or an entry kind that is refused (see detail)
    Authentication, ///< none of the tried methods was accepted; `methods` holds the server's offer
    Jump, ///< the hop refused to forward; `detail` has its words
    Shell, ///< the account's shell is not POSIX or does not run commands
    Sudo, ///< the sudo password was refused
    DiskFull, ///< signed in, but the node cannot even start a shell for want of space
    LinkLost, ///< it was open and broke
    Cancelled,
    Internal,
};

struct HostKey {
    QString type; ///< "ssh-ed25519"
    QString sha256; ///< "SHA256:..." as ssh prints it
    QByteArray blob; ///< public key, wire format
    friend bool operator==(const HostKey &, const HostKey &) = default;
};

/// A key that known_hosts does not hold. Several nodes' offers are shown on one page.
struct HostKeyOffer {
    QString node; ///< node id
    Endpoint hop; ///< whose key: the node's own or a jump host's
    HostKey key;
    QString knownHostsFile; ///< where it would be written
};

struct ConnectFailure {
    ConnectLayer layer = ConnectLayer::Internal;
    Endpoint hop; ///< where on the chain it failed
    QString detail; ///< the library's or server's own words
    QStringList ours; ///< KeyExchange: algorithms we offer
    QStringList theirs; ///< KeyExchange: algorithms the server offers
    QStringList methods; ///< Authentication: methods the server offers
    QStringList tried; ///< Authentication: what was tried ("agent: 2 keys", "key ~/.ssh/id_ed25519")
    HostKey offered; ///< HostKeyChanged: what the server showed
    HostKey known; ///< HostKeyChanged: what known_hosts holds
    QString knownHostsFile; ///< HostKey*: the file ...
    int knownHostsLine = 0; ///< ... and its line
    int milliseconds = 0; ///< how long it took
};

enum class SecretKind { Password, KeyPassphrase, KeyboardInteractive, SudoPassword };

struct SecretPrompt {
    QString text; ///< hostile: the server's words
    bool echo = false;
};

/// Asked once per identity: requests with the same `identity` are answered together.
struct SecretRequest {
    QString node; ///< node id
    Endpoint hop;
    SecretKind kind = SecretKind::Password;
    QString identity; ///< "user@host" or a key's path; never a secret
    QString title; ///< KeyboardInteractive: the server's name and instruction; hostile
    QVector<SecretPrompt> prompts;
    int attempt = 1; ///< 2 and more: the last answer was refused
    /// Session-unique number to answer with.
    quint64 number = 0;
};

enum class Privilege { Root, Sudo, SudoPassword, None };

/// What is known once a node is open.
struct ConnectionInfo {
    QString serverBanner; ///< hostile
    QString cipher;
    QString hostKeySha256;
    QString authMethod; ///< "agent", "publickey", "certificate", "password", "keyboard-interactive"
    int connectMilliseconds = 0;
    int roundTripMilliseconds = 0;
};

} // namespace gordian
