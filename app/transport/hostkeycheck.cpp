// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/hostkeycheck.h"

#include <libssh/libssh.h>

#include <QRegularExpression>

#include <unistd.h>

namespace gordian {

namespace {

ConnectFailure failureOf(ConnectLayer layer, const QString &detail)
{
    ConnectFailure failure;
    failure.layer = layer;
    failure.detail = detail;
    return failure;
}

// The types a host is known by come first, or a server with several keys would show one that is not known.
QByteArray hostKeyAlgorithms(const QStringList &known)
{
    QStringList names;
    const QStringList usual = {QStringLiteral("ssh-ed25519"), QStringLiteral("ecdsa-sha2-nistp256"),
                               QStringLiteral("ecdsa-sha2-nistp384"), QStringLiteral("ecdsa-sha2-nistp521"),
                               QStringLiteral("ssh-rsa")};
    for (const QString &type : known + usual) {
        if (type == QLatin1String("ssh-rsa")) {
            names << QStringLiteral("rsa-sha2-512") << QStringLiteral("rsa-sha2-256");
        } else if (usual.contains(type)) {
            names << type;
        }
    }
    names.removeDuplicates();
    return names.join(QLatin1Char(',')).toLatin1();
}

bool configure(const SshLink &link, const HopPlan &plan, const KnownHosts &known, int socket)
{
    ssh_session session = link.session();
    const bool no = false;
    const QByteArray address = plan.address.toUtf8();
    const QByteArray user = plan.endpoint.user.toUtf8();
    const QByteArray algorithms = hostKeyAlgorithms(known.keyTypes(plan.hostId));
    // Begins with the sign-in: what a stranger sends is not unpacked.
    const char *const compression = plan.compresses ? "zlib@openssh.com,none" : "none";
    // libssh's own readers of config and known_hosts stay out of it: ours know markers, lines and jump
    // chains.
    return ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &no) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_HOST, address.constData()) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_USER, user.constData()) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_KNOWNHOSTS, "/dev/null") == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null") == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_HOSTKEYS, algorithms.constData()) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_COMPRESSION_C_S, compression) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_COMPRESSION_S_C, compression) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_FD, &socket) == SSH_OK;
}

ConnectFailure exchangeFailure(const SshLink &link)
{
    const QString words = link.errorText();
    ConnectFailure failure = failureOf(
        ssh_get_serverbanner(link.session()) == nullptr ? ConnectLayer::Banner : ConnectLayer::KeyExchange,
        words);
    static const QRegularExpression mismatch(
        QStringLiteral("no match for method ([^:]+): server \\[([^\\]]*)\\], client \\[([^\\]]*)\\]"));
    const auto match = mismatch.match(words);
    if (match.hasMatch()) {
        failure.layer = ConnectLayer::KeyExchange;
        failure.detail = match.captured(1);
        failure.theirs = match.captured(2).split(QLatin1Char(','), Qt::SkipEmptyParts);
        failure.ours = match.captured(3).split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    return failure;
}

} // namespace

std::optional<ConnectFailure> exchangeKeys(SshLink &link, const HopPlan &plan, const KnownHosts &known,
                                           int socket, const QDeadlineTimer &deadline)
{
    if (link.session() == nullptr || !configure(link, plan, known, socket)) {
        ::close(socket);
        return failureOf(ConnectLayer::Internal, link.errorText());
    }
    const auto code = link.finish(SSH_AGAIN, deadline, [&] { return ssh_connect(link.session()); });
    if (code == SSH_OK) {
        return std::nullopt;
    }
    if (link.control().isCancelled()) {
        return failureOf(ConnectLayer::Cancelled, {});
    }
    if (!code) {
        const bool silent = ssh_get_serverbanner(link.session()) == nullptr;
        return failureOf(silent ? ConnectLayer::Banner : ConnectLayer::KeyExchange,
                         QStringLiteral("timed out"));
    }
    return exchangeFailure(link);
}

HostKey offeredHostKey(const SshLink &link)
{
    ssh_key key = nullptr;
    if (ssh_get_server_publickey(link.session(), &key) != SSH_OK) {
        return {};
    }
    HostKey offered;
    char *base64 = nullptr;
    if (ssh_pki_export_pubkey_base64(key, &base64) == SSH_OK) {
        offered = hostKeyFromBlob(QByteArray::fromBase64(base64));
        ssh_string_free_char(base64);
    }
    ssh_key_free(key);
    return offered;
}

std::optional<ConnectFailure> hostKeyObjection(const HostKeyVerdict &verdict, const HostKey &offered)
{
    ConnectFailure failure;
    switch (verdict.kind) {
    case HostKeyVerdict::Kind::Trusted:
    case HostKeyVerdict::Kind::Unknown:
        return std::nullopt;
    case HostKeyVerdict::Kind::Changed:
        failure.layer = ConnectLayer::HostKeyChanged;
        break;
    case HostKeyVerdict::Kind::Revoked:
        failure.layer = ConnectLayer::HostKeyRevoked;
        failure.detail = QStringLiteral("@revoked");
        break;
    case HostKeyVerdict::Kind::CertificateOnly:
        failure.layer = ConnectLayer::HostKeyRevoked;
        failure.detail = QStringLiteral("@cert-authority");
        break;
    }
    failure.offered = offered;
    failure.known = verdict.entry.key;
    failure.knownHostsFile = verdict.entry.file;
    failure.knownHostsLine = verdict.entry.line;
    return failure;
}

} // namespace gordian
