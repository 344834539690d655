// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/secretstore.h"

#include <qt6keychain/keychain.h>

namespace gordian {

namespace {

const QString service = QStringLiteral("gordian");

// Jobs delete themselves; without a plaintext fallback a missing keyring means that nothing is stored.
template <typename Job> Job *newJob(const QString &identity)
{
    auto *job = new Job(service);
    job->setKey(identity);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    return job;
}

} // namespace

void KeyringSecretStore::read(const QString &identity, QObject *context,
                              std::function<void(std::optional<Secret>)> done)
{
    auto *job = newJob<QKeychain::ReadPasswordJob>(identity);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError && !job->binaryData().isEmpty()) {
            done(Secret(job->binaryData()));
        } else {
            done(std::nullopt);
        }
    });
    job->start();
}

void KeyringSecretStore::write(const QString &identity, const Secret &secret)
{
    auto *job = newJob<QKeychain::WritePasswordJob>(identity);
    job->setBinaryData(secret.reveal());
    job->start();
}

void KeyringSecretStore::forget(const QString &identity)
{
    newJob<QKeychain::DeletePasswordJob>(identity)->start();
}

} // namespace gordian
