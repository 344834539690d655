// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "certificates/x509.h"

#include "core/utc.h"

#include <QCryptographicHash>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cstdint>
#include <ctime>

namespace gordian {
namespace {

struct Free {
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(GENERAL_NAMES *names) const { GENERAL_NAMES_free(names); }
};

QString nameOf(const X509_NAME *name)
{
    const std::unique_ptr<BIO, Free> text(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(text.get(), name, 0, XN_FLAG_RFC2253);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(text.get(), &bytes);
    return QString::fromUtf8(bytes, size);
}

QDateTime momentOf(const ASN1_TIME *time)
{
    std::tm parts = {};
    if (ASN1_TIME_to_tm(time, &parts) != 1) {
        return {};
    }
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Utc);
}

QString addressOf(const ASN1_OCTET_STRING *bytes)
{
    const auto *at = ASN1_STRING_get0_data(bytes);
    const int size = ASN1_STRING_length(bytes);
    QStringList parts;
    for (int i = 0; size == 4 && i < 4; ++i) {
        parts.append(QString::number(at[i]));
    }
    for (int i = 0; size == 16 && i < 16; i += 2) {
        parts.append(QString::number(at[i] * 256 + at[i + 1], 16));
    }
    return parts.join(size == 4 ? u'.' : u':');
}

QStringList namesOf(X509 *certificate)
{
    const std::unique_ptr<GENERAL_NAMES, Free> names(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    QStringList all;
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS) {
            all.append(
                QString::fromUtf8(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)),
                                  ASN1_STRING_length(name->d.dNSName)));
        } else if (name->type == GEN_IPADD) {
            all.append(addressOf(name->d.iPAddress));
        }
    }
    return all;
}

// https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.12
QStringList usagesOf(X509 *certificate)
{
    const std::uint32_t flags = X509_get_extended_key_usage(certificate);
    const bool any = flags == UINT32_MAX || (flags & XKU_ANYEKU) != 0;
    QStringList usages;
    if (any || (flags & XKU_SSL_SERVER) != 0) {
        usages.append(QStringLiteral("server"));
    }
    if (any || (flags & XKU_SSL_CLIENT) != 0) {
        usages.append(QStringLiteral("client"));
    }
    return usages;
}

template <typename Encode> QString hashOf(Encode encode)
{
    unsigned char *bytes = nullptr;
    const int size = encode(&bytes);
    if (size <= 0) {
        return {};
    }
    const auto hash = QCryptographicHash::hash(QByteArray(reinterpret_cast<const char *>(bytes), size),
                                               QCryptographicHash::Sha256);
    OPENSSL_free(bytes);
    return QString::fromLatin1(hash.toHex());
}

} // namespace

bool Certificate::isSignedBy(const Certificate &authority) const
{
    EVP_PKEY *key = X509_get0_pubkey(authority.handle.get());
    const bool fits = key && X509_verify(handle.get(), key) == 1;
    ERR_clear_error();
    return fits && issuer == authority.subject;
}

bool Certificate::covers(const QString &host) const
{
    const QByteArray bytes = host.toUtf8();
    return X509_check_ip_asc(handle.get(), bytes.constData(), 0) == 1
        || X509_check_host(handle.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()),
                           X509_CHECK_FLAG_NEVER_CHECK_SUBJECT, nullptr)
        == 1;
}

std::optional<Certificate> readCertificate(const QByteArray &pem)
{
    const std::unique_ptr<BIO, Free> source(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const std::shared_ptr<X509> handle(PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr), X509_free);
    if (!handle) {
        ERR_clear_error();
        return std::nullopt;
    }
    X509 *raw = handle.get();
    Certificate certificate;
    certificate.handle = handle;
    certificate.subject = nameOf(X509_get_subject_name(raw));
    certificate.issuer = nameOf(X509_get_issuer_name(raw));
    certificate.names = namesOf(raw);
    certificate.usages = usagesOf(raw);
    certificate.notBefore = momentOf(X509_get0_notBefore(raw));
    certificate.notAfter = momentOf(X509_get0_notAfter(raw));
    certificate.isCa = X509_check_ca(raw) == 1;
    certificate.sha256 = hashOf([raw](unsigned char **out) { return i2d_X509(raw, out); });
    certificate.keySha256 =
        hashOf([raw](unsigned char **out) { return i2d_X509_PUBKEY(X509_get_X509_PUBKEY(raw), out); });
    ERR_clear_error();
    return certificate;
}

} // namespace gordian
