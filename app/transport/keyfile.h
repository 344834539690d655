// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A private key file and the certificate that belongs to it: what can be told without its passphrase, and the
// key itself once the passphrase is there. Used on a worker's thread.

#include "core/secret.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

struct ssh_key_struct;

namespace gordian {

using SshKey = std::shared_ptr<ssh_key_struct>;

struct KeyFile {
    QString path;
    QByteArray publicBlob; ///< wire format; empty: not known before the passphrase
    bool encrypted = false;
    bool publicOnly = false; ///< the private half is an agent's
    QString certificateFile; ///< empty: none
};

/// nullopt: no such file, or not a key.
std::optional<KeyFile> inspectKeyFile(const QString &path, const QStringList &certificateFiles);
/// Null: the passphrase is wrong or the format is not understood.
SshKey loadPrivateKey(const KeyFile &file, const Secret &passphrase);
SshKey loadCertificate(const KeyFile &file);
/// The private key with its certificate attached; null when they cannot be joined.
SshKey withCertificate(const SshKey &key, const SshKey &certificate);
SshKey publicKeyFromBlob(const QByteArray &blob);

} // namespace gordian
