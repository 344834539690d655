// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where secrets may outlive the program if, and only if, the user said so. Used on the session's thread;
// answers come by callback on the same thread, never before the call returns.

#include "core/secret.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace gordian {

class SecretStore {
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    /// Calls back with nothing when there is no such entry or no keyring at all. Not called once `context` is
    /// gone.
    virtual void read(const QString &identity, QObject *context,
                      std::function<void(std::optional<Secret>)> done) = 0;
    virtual void write(const QString &identity, const Secret &secret) = 0;
    virtual void forget(const QString &identity) = 0;
};

/// The desktop's keyring (Secret Service, KWallet). A desktop without one behaves like an empty, forgetful
/// store.
class KeyringSecretStore : public SecretStore {
public:
    void read(const QString &identity, QObject *context,
              std::function<void(std::optional<Secret>)> done) override;
    void write(const QString &identity, const Secret &secret) override;
    void forget(const QString &identity) override;
};

} // namespace gordian
