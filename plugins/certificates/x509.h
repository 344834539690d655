// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// X.509 certificates, read with OpenSSL. Values; the handle is shared and immutable. Any thread.

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

struct x509_st;

namespace gordian {

struct Certificate {
    QString subject; ///< "CN=kube-apiserver"
    QString issuer;
    QStringList names; ///< DNS names and addresses it is valid for
    QStringList usages; ///< "server", "client" (extended key usage); both if it is not limited
    QDateTime notBefore; ///< UTC
    QDateTime notAfter;
    bool isCa = false;
    QString sha256; ///< of the whole, hex
    QString keySha256; ///< of the public key (SubjectPublicKeyInfo), hex
    std::shared_ptr<x509_st> handle;

    bool isSignedBy(const Certificate &authority) const;
    /// Whether `host` (name or address) is one of its names, wildcards included.
    bool covers(const QString &host) const;
};

/// One "-----BEGIN CERTIFICATE-----" block. Nothing: it is not a certificate.
std::optional<Certificate> readCertificate(const QByteArray &pem);

} // namespace gordian
