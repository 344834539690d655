// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "certificates/certificatesparser.h"

#include "certificates/certificatebook.h"
#include "sdk/lines.h"

#include <openssl/crypto.h>

#include <utility>

namespace gordian {
namespace {

const QString kApiServerFile = QStringLiteral("/etc/kubernetes/pki/apiserver.crt");
const QString kApiServerServed = QStringLiteral("served:6443");
const QString kEtcdFile = QStringLiteral("/etc/kubernetes/pki/etcd/server.crt");
const QString kEtcdServed = QStringLiteral("served:2379");

/// Which CA file has to have signed what stands at `subject`; empty: not ours to say (the kubelet signs its
/// own). https://kubernetes.io/docs/setup/best-practices/certificates/
QString authorityOf(const QString &subject)
{
    const QString pki = QStringLiteral("/etc/kubernetes/pki/");
    const bool etcd = subject.startsWith(pki + QLatin1String("etcd/"))
        || subject.contains(QLatin1String("apiserver-etcd-client")) || subject == QLatin1String("served:2379")
        || subject == QLatin1String("served:2380");
    if (etcd) {
        return pki + QLatin1String("etcd/ca.crt");
    }
    if (subject.contains(QLatin1String("front-proxy"))) {
        return pki + QLatin1String("front-proxy-ca.crt");
    }
    const bool cluster = subject.startsWith(pki) || subject == kApiServerServed
        || subject.contains(QLatin1String("kubelet-client-current"))
        || subject.endsWith(QLatin1String(" (client)"));
    return cluster ? pki + QLatin1String("ca.crt") : QString();
}

class Teller {
public:
    Teller(const CertificateBook &book, FactSink &sink) : m_book(book), m_sink(sink) { }

    void tell(const BookEntry &entry)
    {
        m_entry = &entry;
        const Certificate &certificate = entry.certificate;
        put("certificate.subject", certificate.subject);
        put("certificate.issuer", certificate.issuer);
        put("certificate.not-before", certificate.notBefore.toString(Qt::ISODate));
        put("certificate.not-after", certificate.notAfter.toString(Qt::ISODate));
        put("certificate.validity", validity(certificate));
        if (m_book.now <= certificate.notAfter) {
            put("certificate.days-left", m_book.now.daysTo(certificate.notAfter));
        }
        put("certificate.sha256", certificate.sha256);
        put("certificate.usage", certificate.usages);
        put("certificate.is-ca", certificate.isCa);
        if (!certificate.names.isEmpty()) {
            put("certificate.names", certificate.names);
        }
        tellSigner();
        tellKey();
        tellNames();
        tellFingerprints();
    }

private:
    void put(const char *key, FactValue value)
    {
        m_sink.add(factAt(m_entry->source, QLatin1String(key), std::move(value), m_entry->subject));
    }

    QString validity(const Certificate &certificate) const
    {
        if (m_book.now > certificate.notAfter) {
            return QStringLiteral("expired");
        }
        return m_book.now < certificate.notBefore ? QStringLiteral("not-yet-valid") : QStringLiteral("valid");
    }

    void tellSigner()
    {
        const QString authority = authorityOf(m_entry->subject);
        const auto authorities = m_book.all(authority);
        if (authority.isEmpty() || authorities.isEmpty() || authority == m_entry->subject) {
            return;
        }
        bool found = false;
        for (const BookEntry &candidate : authorities) {
            found = found || m_entry->certificate.isSignedBy(candidate.certificate);
        }
        put("certificate.signer", found ? QStringLiteral("ok") : QStringLiteral("foreign"));
        put("certificate.expected-signer", authority);
    }

    void tellKey()
    {
        QString path = m_entry->subject;
        path = path.endsWith(QLatin1String(".crt")) ? path.chopped(4) + QLatin1String(".key") : path;
        const QString key = m_book.keys.value(path);
        if (key.size() == m_entry->certificate.keySha256.size()) {
            put("certificate.key-match", key == m_entry->certificate.keySha256);
        }
    }

    void tellNames()
    {
        QStringList wanted;
        if (m_entry->subject == kApiServerFile || m_entry->subject == kApiServerServed) {
            wanted = m_book.apiHosts;
        } else if (m_entry->subject == kEtcdFile || m_entry->subject == kEtcdServed) {
            wanted = m_book.etcdHosts;
        }
        if (wanted.isEmpty()) {
            return;
        }
        QStringList missing;
        for (const QString &host : std::as_const(wanted)) {
            if (!m_entry->certificate.covers(host) && !missing.contains(host)) {
                missing.append(host);
            }
        }
        put("certificate.names-missing", missing);
        put("certificate.names-complete", missing.isEmpty());
    }

    // The same thing from two probes under two keys, so that packs can compare them.
    void tellFingerprints()
    {
        const std::pair<QString, const char *> keys[] = {
            {kApiServerFile, "certificates.apiserver-file-sha256"},
            {kApiServerServed, "certificates.apiserver-served-sha256"},
            {kEtcdFile, "certificates.etcd-file-sha256"},
            {kEtcdServed, "certificates.etcd-served-sha256"},
        };
        for (const auto &[subject, key] : keys) {
            if (subject == m_entry->subject) {
                m_sink.add(factAt(m_entry->source, QLatin1String(key), m_entry->certificate.sha256));
            }
        }
    }

    const CertificateBook &m_book;
    FactSink &m_sink;
    const BookEntry *m_entry = nullptr;
};

void tellKubeconfigs(const CertificateBook &book, FactSink &sink)
{
    const auto authorities = book.all(QStringLiteral("/etc/kubernetes/pki/ca.crt"));
    for (const BookEntry &entry : book.authorityData) {
        if (authorities.isEmpty()) {
            break;
        }
        bool same = false;
        for (const BookEntry &authority : authorities) {
            same = same || authority.certificate.keySha256 == entry.certificate.keySha256;
        }
        sink.add(factAt(entry.source, QStringLiteral("certificates.kubeconfig-ca"),
                        same ? QStringLiteral("same") : QStringLiteral("differs"), entry.subject));
    }
    for (const KubeconfigServer &server : book.servers) {
        sink.add(
            factAt(server.source, QStringLiteral("certificates.kubeconfig-server"), server.url, server.file));
    }
}

/// Names that a certificate ought to bear, as the node itself reckons them.
void tellWantedNames(const CertificateBook &book, FactSink &sink)
{
    for (const WantedName &wanted : book.wantedNames) {
        for (const BookEntry &entry : book.all(wanted.file)) {
            sink.add(factAt(wanted.source, QStringLiteral("certificates.wanted-name"),
                            entry.certificate.covers(wanted.host) ? QStringLiteral("named")
                                                                  : QStringLiteral("missing"),
                            wanted.what));
        }
    }
}

void tellServiceAccountKey(const CertificateBook &book, FactSink &sink)
{
    const QString secret = book.keys.value(QStringLiteral("/etc/kubernetes/pki/sa.key"));
    const QString open = book.keys.value(QStringLiteral("/etc/kubernetes/pki/sa.pub"));
    if (secret.size() == 64 && open.size() == 64) {
        sink.add(factAt(book.keysAt, QStringLiteral("certificates.service-account-pair"),
                        secret == open ? QStringLiteral("matches") : QStringLiteral("differs")));
        sink.add(factAt(book.keysAt, QStringLiteral("certificates.service-account-key-sha256"), secret));
    }
}

} // namespace

QStringList CertificatesParser::probes() const
{
    return {QStringLiteral("certificates.files"), QStringLiteral("certificates.kubeconfigs"),
            QStringLiteral("certificates.served")};
}

namespace {

/// What OpenSSL keeps for a thread of the pool must go before the program ends: nobody waits for the
/// destructors of such a thread, and OPENSSL_cleanup() at exit frees the same.
struct OpenSslOfThread {
    ~OpenSslOfThread() { OPENSSL_thread_stop(); }
};

} // namespace

void CertificatesParser::parse(const Artifact &artifact, FactSink &sink) const
{
    const OpenSslOfThread untilTheEnd;
    const CertificateBook book = readCertificates(artifact, sink);
    Teller teller(book, sink);
    const bool files = artifact.probe == QLatin1String("certificates.files");
    for (const BookEntry &entry : book.entries) {
        // The other probes show the CAs again only to compare with them.
        if (files || !entry.subject.startsWith(QLatin1String("/etc/kubernetes/pki/"))) {
            teller.tell(entry);
        }
    }
    tellKubeconfigs(book, sink);
    tellWantedNames(book, sink);
    tellServiceAccountKey(book, sink);
}

} // namespace gordian
