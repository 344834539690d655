// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/forbidden.h"

#include <QByteArrayList>

namespace gordian {

QStringList forbiddenPaths()
{
    return {
        QStringLiteral("*.key # private keys, also sa.key and ca.key"),
        QStringLiteral("*.p12 # key stores"),
        QStringLiteral("*.pfx # key stores"),
        QStringLiteral("*/pki/*.pem # the kubelet's certificates stand beside their keys in one file"),
        QStringLiteral("*/ssl/private/* # private keys"),
        QStringLiteral("*/ssh_host_*_key # the node's own identity"),
        QStringLiteral("*/.ssh/* # people's identities"),
        QStringLiteral("*/secrets/kubernetes.io/* # tokens of service accounts"),
        QStringLiteral("*/kubernetes.io~secret/* # mounted Secrets"),
        QStringLiteral("*/kubernetes.io~projected/* # mounted tokens"),
        QStringLiteral("*/etcd/member/* # etcd's database holds every Secret"),
        QStringLiteral("*token*.csv # static tokens of the API server"),
        QStringLiteral("*/known_tokens* # static tokens of the API server"),
        QStringLiteral("*encryption-provider* # keys for encryption at rest"),
        QStringLiteral("*encryption-config* # keys for encryption at rest"),
        QStringLiteral("*encryption_config* # keys for encryption at rest"),
        QStringLiteral("*/enc/enc.yaml # keys for encryption at rest, as the Kubernetes guide names them"),
        QStringLiteral("*/bootstrap-token* # bootstrap tokens"),
        QStringLiteral("*/.docker/config.json # passwords of registries"),
        QStringLiteral("*/.dockercfg # passwords of registries"),
        QStringLiteral("*/etc/shadow* # password hashes"),
        QStringLiteral("*/etc/gshadow* # password hashes"),
        QStringLiteral("/proc/*/environ # other programs' environment"),
        QStringLiteral("/proc/*/mem # other programs' memory"),
        QStringLiteral("/proc/kcore # the kernel's memory"),
    };
}

QByteArray forbiddenCase()
{
    QByteArrayList patterns;
    for (const QString &entry : forbiddenPaths()) {
        patterns.append(entry.section(QStringLiteral(" # "), 0, 0).toLatin1());
    }
    return patterns.join(" | ");
}

} // namespace gordian
