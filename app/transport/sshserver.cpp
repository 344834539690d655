// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshserver.h"

#include "transport/sshserverconnection.h"

#include <libssh/libssh.h>
#include <libssh/server.h>

#include <QFile>
#include <QSocketNotifier>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace gordian {

namespace {

constexpr int Backlog = 128;
constexpr size_t MostConnections = 128;

struct KeyFreer {
    void operator()(ssh_key key) const { ssh_key_free(key); }
};
struct BindFreer {
    void operator()(ssh_bind bind) const { ssh_bind_free(bind); }
};
using Key = std::unique_ptr<ssh_key_struct, KeyFreer>;

Key makeKey()
{
    ssh_key key = nullptr;
    ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key);
    return Key(key);
}

QByteArray publicLine(const Key &key)
{
    char *base64 = nullptr;
    if (!key || ssh_pki_export_pubkey_base64(key.get(), &base64) != SSH_OK) {
        return {};
    }
    QByteArray line = QByteArray(ssh_key_type_to_char(ssh_key_type(key.get()))) + ' ' + base64;
    ssh_string_free_char(base64);
    return line;
}

tl::unexpected<Error> systemFailure()
{
    return failure(ErrorCode::Internal, QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

struct SshServer::Private {
    Options options;
    std::unique_ptr<ssh_bind_struct, BindFreer> bind;
    int socket = -1;
    quint16 port = 0;
    QByteArray publicKey;
    std::unique_ptr<QSocketNotifier> notifier;
    std::vector<std::unique_ptr<SshServerConnection>> connections;

    Result<void> openSocket();
    Result<void> prepareKeys();
    void accept(SshServer *server);
};

Result<void> SshServer::Private::openSocket()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(options.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const int on = 1;
    socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (socket < 0 || ::bind(socket, reinterpret_cast<const sockaddr *>(&address), size) != 0
        || ::listen(socket, Backlog) != 0
        || getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) != 0) {
        return systemFailure();
    }
    port = ntohs(address.sin_port);
    return {};
}

Result<void> SshServer::Private::prepareKeys()
{
    Key key = makeKey();
    if (!options.hostKeyPem.isEmpty()) {
        ssh_key read = nullptr;
        ssh_pki_import_privkey_base64(options.hostKeyPem.constData(), nullptr, nullptr, nullptr, &read);
        key.reset(read);
    }
    publicKey = publicLine(key);
    bind.reset(ssh_bind_new());
    const bool no = false;
    if (publicKey.isEmpty() || !bind
        || ssh_bind_options_set(bind.get(), SSH_BIND_OPTIONS_PROCESS_CONFIG, &no) != SSH_OK
        || ssh_bind_options_set(bind.get(), SSH_BIND_OPTIONS_IMPORT_KEY, key.get()) != SSH_OK) {
        return failure(ErrorCode::Internal, QStringLiteral("host key"));
    }
    [[maybe_unused]] ssh_key taken = key.release(); // the bind owns it now
    return {};
}

void SshServer::Private::accept(SshServer *server)
{
    std::erase_if(connections, [](const auto &connection) { return connection->isFinished(); });
    const int peer = ::accept4(socket, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (peer < 0) {
        return;
    }
    const int on = 1;
    setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ssh_session session = ssh_new();
    if (connections.size() >= MostConnections || session == nullptr
        || ssh_bind_accept_fd(bind.get(), session, peer) != SSH_OK) {
        ::close(peer);
        ssh_free(session);
        return;
    }
    auto connection = std::make_unique<SshServerConnection>(session, options);
    QObject::connect(connection.get(), &QThread::finished, server, [this] {
        std::erase_if(connections, [](const auto &ended) { return ended->isFinished(); });
    });
    connection->start();
    connections.push_back(std::move(connection));
}

SshServer::SshServer(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
}

SshServer::~SshServer()
{
    d->notifier.reset();
    dropConnections();
    if (d->socket >= 0) {
        ::close(d->socket);
    }
}

Result<quint16> SshServer::listen(const Options &options)
{
    d->options = options;
    if (const auto keys = d->prepareKeys(); !keys) {
        return tl::unexpected(keys.error());
    }
    if (const auto opened = d->openSocket(); !opened) {
        return tl::unexpected(opened.error());
    }
    d->notifier = std::make_unique<QSocketNotifier>(d->socket, QSocketNotifier::Read);
    connect(d->notifier.get(), &QSocketNotifier::activated, this, [this] { d->accept(this); });
    return d->port;
}

quint16 SshServer::port() const
{
    return d->port;
}

QByteArray SshServer::knownHostsLine() const
{
    return "[127.0.0.1]:" + QByteArray::number(d->port) + ' ' + d->publicKey;
}

int SshServer::connectionCount() const
{
    return static_cast<int>(std::count_if(d->connections.begin(), d->connections.end(),
                                          [](const auto &connection) { return !connection->isFinished(); }));
}

void SshServer::dropConnections()
{
    d->connections.clear();
}

Result<QByteArray> SshServer::generateKeyPair(const QString &path)
{
    const Key key = makeKey();
    const QByteArray line = publicLine(key);
    // libssh makes the file with the process's umask: only its owner may ever have read it.
    const mode_t mask = ::umask(0077);
    const bool written = !line.isEmpty()
        && ssh_pki_export_privkey_file(key.get(), nullptr, nullptr, nullptr, QFile::encodeName(path))
            == SSH_OK;
    ::umask(mask);
    if (!written) {
        return failure(ErrorCode::FileNotWritable, path);
    }
    return line;
}

} // namespace gordian
