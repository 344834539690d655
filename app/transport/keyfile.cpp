// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/keyfile.h"

#include "transport/knownhosts.h"

#include <libssh/libssh.h>

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace gordian {

namespace {

constexpr qint64 MostBytes = 256 * 1024;

SshKey owned(ssh_key key)
{
    return SshKey(key, [](ssh_key held) { ssh_key_free(held); });
}

Secret readText(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > MostBytes) {
        return {};
    }
    return Secret(file.readAll());
}

// Takes one length-prefixed string off the front (RFC 4251, section 5).
std::optional<QByteArray> takeString(QByteArray &bytes)
{
    if (bytes.size() < 4) {
        return std::nullopt;
    }
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.constData()));
    if (length > bytes.size() - 4) {
        return std::nullopt;
    }
    QByteArray text = bytes.mid(4, length);
    bytes.remove(0, 4 + length);
    return text;
}

QByteArray between(const QByteArray &text, const QByteArray &begin, const QByteArray &end)
{
    const qsizetype from = text.indexOf(begin);
    const qsizetype to = from < 0 ? -1 : text.indexOf(end, from);
    return to < 0 ? QByteArray() : text.mid(from + begin.size(), to - from - begin.size());
}

// https://cvsweb.openbsd.org/src/usr.bin/ssh/PROTOCOL.key: the public part stands in clear text.
bool readOpenSshKey(const QByteArray &text, KeyFile &file)
{
    static const QByteArray Magic("openssh-key-v1\0", 15);
    QByteArray rest = QByteArray::fromBase64(
        between(text, "-----BEGIN OPENSSH PRIVATE KEY-----", "-----END OPENSSH PRIVATE KEY-----"));
    if (!rest.startsWith(Magic)) {
        return false;
    }
    rest.remove(0, Magic.size());
    const auto cipher = takeString(rest);
    const auto kdf = takeString(rest);
    const auto options = takeString(rest);
    if (!cipher || !kdf || !options || rest.size() < 4) {
        return false;
    }
    rest.remove(0, 4);
    file.encrypted = *cipher != "none";
    file.publicBlob = takeString(rest).value_or(QByteArray());
    return !file.publicBlob.isEmpty();
}

QByteArray blobOfPublicFile(const QString &path)
{
    const Secret text = readText(path);
    const QList<QByteArray> words = text.reveal().simplified().split(' ');
    return words.size() < 2 ? QByteArray() : QByteArray::fromBase64(words.at(1));
}

// A certificate repeats the key's own numbers after its type and a nonce (PROTOCOL.certkeys).
bool certifies(QByteArray certificate, QByteArray key)
{
    const auto certificateType = takeString(certificate);
    const auto nonce = takeString(certificate);
    const auto keyType = takeString(key);
    return certificateType && nonce && keyType && !key.isEmpty() && certificate.startsWith(key);
}

} // namespace

std::optional<KeyFile> inspectKeyFile(const QString &path, const QStringList &certificateFiles)
{
    KeyFile file;
    file.path = path;
    const Secret text = readText(path);
    if (!readOpenSshKey(text.reveal(), file)) {
        if (!text.reveal().contains("PRIVATE KEY-----")) {
            const bool absent = text.isEmpty();
            file.publicOnly = true;
            file.publicBlob = blobOfPublicFile(absent ? path + QStringLiteral(".pub") : path);
            return hostKeyFromBlob(file.publicBlob).type.isEmpty() ? std::nullopt : std::optional(file);
        }
        file.encrypted = text.reveal().contains("ENCRYPTED");
        file.publicBlob = blobOfPublicFile(path + QStringLiteral(".pub"));
        if (file.publicBlob.isEmpty() && !file.encrypted) {
            char *base64 = nullptr;
            const SshKey key = loadPrivateKey(file, Secret());
            if (key && ssh_pki_export_pubkey_base64(key.get(), &base64) == SSH_OK) {
                file.publicBlob = QByteArray::fromBase64(base64);
                ssh_string_free_char(base64);
            }
        }
    }
    for (const QString &candidate : certificateFiles + QStringList{path + QStringLiteral("-cert.pub")}) {
        if (file.certificateFile.isEmpty() && certifies(blobOfPublicFile(candidate), file.publicBlob)) {
            file.certificateFile = candidate;
        }
    }
    return file;
}

SshKey loadPrivateKey(const KeyFile &file, const Secret &passphrase)
{
    const Secret text = readText(file.path);
    ssh_key key = nullptr;
    const char *phrase = file.encrypted ? passphrase.reveal().constData() : nullptr;
    if (text.isEmpty()
        || ssh_pki_import_privkey_base64(text.reveal().constData(), phrase, nullptr, nullptr, &key)
            != SSH_OK) {
        return {};
    }
    return owned(key);
}

SshKey loadCertificate(const KeyFile &file)
{
    ssh_key key = nullptr;
    const QByteArray path = QFile::encodeName(file.certificateFile);
    return ssh_pki_import_cert_file(path.constData(), &key) == SSH_OK ? owned(key) : SshKey();
}

SshKey withCertificate(const SshKey &key, const SshKey &certificate)
{
    SshKey joined = key ? owned(ssh_key_dup(key.get())) : SshKey();
    const bool good =
        joined && certificate && ssh_pki_copy_cert_to_privkey(certificate.get(), joined.get()) == SSH_OK;
    return good ? joined : SshKey();
}

SshKey publicKeyFromBlob(const QByteArray &blob)
{
    ssh_key key = nullptr;
    const ssh_keytypes_e type = ssh_key_type_from_name(hostKeyFromBlob(blob).type.toLatin1().constData());
    return ssh_pki_import_pubkey_base64(blob.toBase64().constData(), type, &key) == SSH_OK ? owned(key)
                                                                                           : SshKey();
}

} // namespace gordian
