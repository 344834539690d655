// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "demo/demonode.h"

#include "demo/recording.h"
#include "transport/sshserver.h"

#include <QFile>

namespace gordian {

struct DemoNode::Private {
    std::unique_ptr<Recording> recording;
    QTemporaryDir keys;
    QString identity;
    QString knownHosts;
    Endpoint endpoint;
    // Last: its sessions end before the recording goes.
    std::unique_ptr<SshServer> server;
};

DemoNode::DemoNode() : d(new Private)
{
}

DemoNode::~DemoNode() = default;

Result<Endpoint> DemoNode::start(const QString &source)
{
    auto recording =
        Recording::unpack(source.isEmpty() ? Recording::builtIn() : source, QDateTime::currentDateTimeUtc());
    if (!recording) {
        return tl::unexpected(recording.error());
    }
    d->identity = d->keys.filePath(QStringLiteral("id_ed25519"));
    const Result<QByteArray> publicKey = SshServer::generateKeyPair(d->identity);
    if (!publicKey) {
        return tl::unexpected(publicKey.error());
    }
    SshServer::Options options;
    SshServer::Account root;
    root.authorizedKeys = {*publicKey};
    options.accounts.insert(QStringLiteral("root"), root);
    const QProcessEnvironment environment = (*recording)->environment();
    options.exec = [environment](const QString &command) {
        return SshServer::Command{QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command}, environment};
    };
    auto server = std::make_unique<SshServer>();
    const Result<quint16> port = server->listen(options);
    if (!port) {
        return tl::unexpected(port.error());
    }
    d->server = std::move(server);
    d->recording = std::move(*recording);
    d->endpoint = {QStringLiteral("root"), QStringLiteral("127.0.0.1"), *port};
    d->knownHosts = d->keys.filePath(QStringLiteral("known_hosts"));
    QFile file(d->knownHosts);
    if (!file.open(QIODevice::WriteOnly) || file.write(d->server->knownHostsLine().trimmed() + '\n') < 0) {
        return failure(ErrorCode::FileNotWritable, d->knownHosts);
    }
    return d->endpoint;
}

Node DemoNode::node() const
{
    Node made;
    made.id = QStringLiteral("demo");
    made.name = d->recording ? d->recording->host() : QString();
    made.endpoint = d->endpoint;
    made.identityFile = d->identity;
    made.origin = NodeOrigin::Recorded;
    return made;
}

SshSettings DemoNode::settings() const
{
    SshSettings settings;
    settings.sshConfigFile = QStringLiteral("none");
    settings.knownHostsFile = d->knownHosts;
    settings.identityFiles = QStringList{d->identity};
    settings.useAgent = false;
    return settings;
}

QByteArray DemoNode::knownHostsLine() const
{
    return d->server ? d->server->knownHostsLine() : QByteArray();
}

QStringList DemoNode::unanswered() const
{
    return d->recording ? d->recording->unanswered() : QStringList();
}

} // namespace gordian
