// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "certificates/certificatebook.h"

#include "sdk/lines.h"

namespace gordian {
namespace {

constexpr qsizetype kLongestPem = 64 * 1024;
constexpr qsizetype kMostCertificates = 400;

class BookReader {
public:
    BookReader(const Artifact &artifact, FactSink &sink) : m_artifact(artifact), m_sink(sink)
    {
        m_book.now = artifact.collectedAt.isValid() ? artifact.collectedAt : QDateTime::currentDateTimeUtc();
    }

    CertificateBook read()
    {
        for (const ArtifactLine &line : linesOf(m_artifact)) {
            if (line.section != m_pemStart.section) {
                m_pem.clear();
            }
            m_pem.isEmpty() && !line.text.startsWith("-----BEGIN CERTIFICATE-----") ? plain(line) : pem(line);
        }
        return m_book;
    }

private:
    void pem(const ArtifactLine &line)
    {
        if (m_pem.isEmpty()) {
            m_pemStart = line;
        }
        if (m_pem.size() + line.text.size() > kLongestPem) {
            m_pem.clear();
            return;
        }
        m_pem.append(line.text).append('\n');
        if (line.text.startsWith("-----END CERTIFICATE-----")) {
            keep(m_pem, subjectOf(line), sourceAt(m_artifact, m_pemStart, line), m_book.entries);
            m_pem.clear();
        }
    }

    QString subjectOf(const ArtifactLine &line) const
    {
        const QString section = sectionName(m_artifact, line);
        return section.isEmpty() ? QStringLiteral("line %1").arg(m_pemStart.number) : section;
    }

    void keep(const QByteArray &pem, const QString &subject, const SourceRef &source,
              QVector<BookEntry> &where)
    {
        auto certificate = readCertificate(pem);
        if (!certificate) {
            m_sink.notUnderstood(source, QStringLiteral("not a certificate"));
            return;
        }
        // Of a chain the first one is the leaf and the others only lead to it; in a file of CAs all count.
        const bool chain =
            !where.isEmpty() && where.last().subject == subject && !where.last().certificate.isCa;
        if (!chain && where.size() < kMostCertificates) {
            where.append({subject, *certificate, source});
        }
    }

    void plain(const ArtifactLine &line)
    {
        const QString text =
            QString::fromUtf8(line.text.first(qMin(line.text.size(), kLongestPem))).trimmed();
        const QString word = text.section(u' ', 0, 0);
        const QString rest = text.section(u' ', 1);
        if (word == QLatin1String("now")) {
            const QDateTime now = QDateTime::fromString(rest, Qt::ISODate);
            m_book.now = now.isValid() ? now : m_book.now;
        } else if (word == QLatin1String("api-host")) {
            m_book.apiHosts.append(rest);
        } else if (word == QLatin1String("etcd-host")) {
            m_book.etcdHosts.append(rest);
        } else if (word == QLatin1String("wanted-name")) {
            m_book.wantedNames.append({rest.section(u' ', 0, 0), rest.section(u' ', 1, 1),
                                       rest.section(u' ', 2), sourceAt(m_artifact, line, line)});
        } else if (word == QLatin1String("public")) {
            m_book.keys.insert(rest.section(u' ', 0, 0), rest.section(u' ', 1));
            m_book.keysAt = sourceAt(m_artifact, line, line);
        } else {
            kubeconfig(line, word, rest);
        }
    }

    void kubeconfig(const ArtifactLine &line, const QString &word, const QString &rest)
    {
        const SourceRef source = sourceAt(m_artifact, line, line);
        const QString file = sectionName(m_artifact, line);
        if (word == QLatin1String("server:")) {
            m_book.servers.append({file, rest, source});
        } else if (word == QLatin1String("client-certificate-data:")) {
            keep(QByteArray::fromBase64(rest.toLatin1()), file + QLatin1String(" (client)"), source,
                 m_book.entries);
        } else if (word == QLatin1String("certificate-authority-data:")) {
            keep(QByteArray::fromBase64(rest.toLatin1()), file, source, m_book.authorityData);
        }
    }

    const Artifact &m_artifact;
    FactSink &m_sink;
    CertificateBook m_book;
    QByteArray m_pem;
    ArtifactLine m_pemStart;
};

} // namespace

QVector<BookEntry> CertificateBook::all(const QString &subject) const
{
    QVector<BookEntry> found;
    for (const BookEntry &entry : entries) {
        if (entry.subject == subject) {
            found.append(entry);
        }
    }
    return found;
}

CertificateBook readCertificates(const Artifact &artifact, FactSink &sink)
{
    return BookReader(artifact, sink).read();
}

} // namespace gordian
