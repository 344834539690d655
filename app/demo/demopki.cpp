// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "demo/demopki.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QVector>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace gordian {

namespace {

struct FreeOpenSsl {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(BIO *bio) const { BIO_free_all(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeOpenSsl>;
using Certificate = std::unique_ptr<X509, FreeOpenSsl>;
using Bio = std::unique_ptr<BIO, FreeOpenSsl>;

struct Pair {
    Key key;
    Certificate certificate;
};

// The names kubeadm uses: https://kubernetes.io/docs/setup/best-practices/certificates/
struct Order {
    const char *path; // without the ending
    QByteArray commonName;
    QByteArray organisation;
    QByteArray names; // subjectAltName
    const char *usage; // extendedKeyUsage
};

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

QByteArray pem(const Certificate &certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate.get());
    return contents(bio.get());
}

QByteArray pem(const Key &key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return contents(bio.get());
}

void extend(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    if (X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData())) {
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }
}

void setName(X509_NAME *name, const Order &order)
{
    const auto add = [name](const char *field, const QByteArray &value) {
        if (!value.isEmpty()) {
            X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                       reinterpret_cast<const unsigned char *>(value.constData()), -1, -1, 0);
        }
    };
    add("O", order.organisation);
    add("CN", order.commonName);
}

// Made an hour and a quarter before the recording's "now", as kubeadm init was; a CA lives ten years, a leaf
// one.
Pair make(const Order &order, const Pair *issuer, long serial)
{
    constexpr long madeBefore = -4500;
    constexpr long year = 365L * 86400;
    Pair made{Key(EVP_EC_gen("P-256")), Certificate(X509_new())};
    X509 *certificate = made.certificate.get();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate), madeBefore);
    X509_gmtime_adj(X509_getm_notAfter(certificate), madeBefore + (issuer ? year : 10 * year));
    setName(X509_get_subject_name(certificate), order);
    X509 *signer = issuer ? issuer->certificate.get() : certificate;
    X509_set_issuer_name(certificate, X509_get_subject_name(signer));
    X509_set_pubkey(certificate, made.key.get());
    extend(certificate, signer, NID_key_usage,
           issuer ? "critical,digitalSignature,keyEncipherment"
                  : "critical,digitalSignature,keyEncipherment,keyCertSign");
    extend(certificate, signer, NID_basic_constraints, issuer ? "critical,CA:FALSE" : "critical,CA:TRUE");
    extend(certificate, signer, NID_subject_key_identifier, "hash");
    if (issuer) {
        extend(certificate, signer, NID_authority_key_identifier, "keyid:always");
        extend(certificate, signer, NID_ext_key_usage, order.usage);
    }
    if (!order.names.isEmpty()) {
        extend(certificate, signer, NID_subject_alt_name, order.names);
    }
    X509_sign(certificate, issuer ? issuer->key.get() : made.key.get(), EVP_sha256());
    return made;
}

bool put(const QString &path, const QByteArray &bytes, bool secret)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        return false;
    }
    return !secret || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

bool putPair(const QString &root, const Order &order, const Pair &pair)
{
    const QString path = root + QLatin1Char('/') + QLatin1String(order.path);
    return put(path + QStringLiteral(".crt"), pem(pair.certificate), false)
        && put(path + QStringLiteral(".key"), pem(pair.key), true);
}

QVector<Order> clusterLeaves(const QByteArray &host, const QByteArray &address)
{
    const QByteArray node = "system:node:" + host;
    return {
        {"etc/kubernetes/pki/apiserver",
         "kube-apiserver",
         {},
         "DNS:" + host
             + ",DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,"
               "DNS:kubernetes.default.svc.cluster.local,IP:10.96.0.1,IP:"
             + address,
         "serverAuth"},
        {"etc/kubernetes/pki/apiserver-kubelet-client",
         "kube-apiserver-kubelet-client",
         "kubeadm:cluster-admins",
         {},
         "clientAuth"},
        {".pki/admin", "kubernetes-admin", "kubeadm:cluster-admins", {}, "clientAuth"},
        {".pki/super-admin", "kubernetes-super-admin", "system:masters", {}, "clientAuth"},
        {".pki/controller-manager", "system:kube-controller-manager", {}, {}, "clientAuth"},
        {".pki/scheduler", "system:kube-scheduler", {}, {}, "clientAuth"},
        {".pki/kubelet-client", node, "system:nodes", {}, "clientAuth"},
    };
}

QVector<Order> etcdLeaves(const QByteArray &host, const QByteArray &address)
{
    const QByteArray names = "DNS:" + host + ",DNS:localhost,IP:" + address + ",IP:127.0.0.1,IP:::1";
    return {
        {"etc/kubernetes/pki/etcd/server", host, {}, names, "serverAuth,clientAuth"},
        {"etc/kubernetes/pki/etcd/peer", host, {}, names, "serverAuth,clientAuth"},
        {"etc/kubernetes/pki/etcd/healthcheck-client", "kube-etcd-healthcheck-client", {}, {}, "clientAuth"},
        {"etc/kubernetes/pki/apiserver-etcd-client", "kube-apiserver-etcd-client", {}, {}, "clientAuth"},
    };
}

bool makeFamily(const QString &root, const Order &ca, const QVector<Order> &leaves)
{
    const Pair authority = make(ca, nullptr, 1);
    bool written = putPair(root, ca, authority);
    long serial = 1000;
    for (const Order &leaf : leaves) {
        written = putPair(root, leaf, make(leaf, &authority, ++serial)) && written;
    }
    return written;
}

// The kubelet's own: a client certificate and its key in one file, and a serving certificate signed by
// itself.
bool makeKubeletFiles(const QString &root, const QByteArray &host)
{
    const auto read = [&root](const char *name) {
        QFile file(root + QLatin1Char('/') + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QString folder = root + QStringLiteral("/var/lib/kubelet/pki/");
    const Order serving{"var/lib/kubelet/pki/kubelet", host + "@1773621100", {}, "DNS:" + host, "serverAuth"};
    return put(folder + QStringLiteral("kubelet-client-current.pem"),
               read(".pki/kubelet-client.crt") + read(".pki/kubelet-client.key"), true)
        && putPair(root, serving, make(serving, nullptr, 2));
}

bool makeAccountKeys(const QString &root)
{
    const Key key(EVP_EC_gen("P-256"));
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PUBKEY(bio.get(), key.get());
    const QString path = root + QStringLiteral("/etc/kubernetes/pki/sa.");
    return put(path + QStringLiteral("pub"), contents(bio.get()), false)
        && put(path + QStringLiteral("key"), pem(key), true);
}

} // namespace

Result<void> makeKubeadmCertificates(const QString &root, const QString &host, const QString &address)
{
    const QByteArray name = host.toLatin1();
    const QByteArray ip = address.toLatin1();
    const bool written = makeFamily(root, {"etc/kubernetes/pki/ca", "kubernetes", {}, "DNS:kubernetes", ""},
                                    clusterLeaves(name, ip))
        && makeFamily(root, {"etc/kubernetes/pki/etcd/ca", "etcd-ca", {}, "DNS:etcd-ca", ""},
                      etcdLeaves(name, ip))
        && makeFamily(root,
                      {"etc/kubernetes/pki/front-proxy-ca", "front-proxy-ca", {}, "DNS:front-proxy-ca", ""},
                      {{"etc/kubernetes/pki/front-proxy-client", "front-proxy-client", {}, {}, "clientAuth"}})
        && makeKubeletFiles(root, name) && makeAccountKeys(root);
    if (!written) {
        return failure(ErrorCode::FileNotWritable, root);
    }
    return {};
}

} // namespace gordian
