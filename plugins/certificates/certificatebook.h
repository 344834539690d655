// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything one certificates probe brought back, before it is judged: certificates with their places, the
// node's clock, the names that clients dial, hashes of public keys. Plain values, any thread.

#include "certificates/x509.h"
#include "sdk/parser.h"

#include <QHash>
#include <QVector>

namespace gordian {

struct BookEntry {
    QString subject; ///< a path, "served:6443", "/etc/kubernetes/admin.conf (client)"
    Certificate certificate;
    SourceRef source;
};

struct KubeconfigServer {
    QString file;
    QString url;
    SourceRef source;
};

struct WantedName {
    QString file;
    QString what; ///< "service-address"
    QString host;
    SourceRef source;
};

struct CertificateBook {
    QVector<BookEntry> entries;
    QVector<BookEntry> authorityData; ///< CA data in kubeconfigs
    QVector<KubeconfigServer> servers;
    QVector<WantedName> wantedNames;
    QHash<QString, QString> keys; ///< key file -> SHA-256 of its public half
    SourceRef keysAt;
    QDateTime now; ///< the node's clock when it was asked
    QStringList apiHosts; ///< what clients of the API server dial
    QStringList etcdHosts;

    QVector<BookEntry> all(const QString &subject) const;
};

CertificateBook readCertificates(const Artifact &artifact, FactSink &sink);

} // namespace gordian
