// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Asks each secret once per identity: queues the requests of all nodes, answers those whose answer is known,
// and keeps answers in memory for the session (or in the keyring, if told so, after they have proved right).
// One-time codes are never kept. Owned by Investigation, lives on its thread.

#include "core/connection.h"
#include "session/secretstore.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace gordian {

class SecretDesk : public QObject {
    Q_OBJECT

public:
    explicit SecretDesk(QObject *parent = nullptr);
    ~SecretDesk() override;

    void setStore(std::unique_ptr<SecretStore> store);

    void ask(const SecretRequest &request);
    const SecretRequest *front() const;
    enum class Keep { InMemory, InKeyring };
    /// Answers the front request and every queued one of the same identity.
    void answer(const QVector<Secret> &answers, Keep keep);
    void decline();
    /// The node is open: what it was opened with may go to the keyring.
    void nodeOpened(const QString &node);
    /// The node's connection is over: its questions are void.
    void forgetNode(const QString &node);

signals:
    void frontChanged();
    void answered(const QString &node, quint64 number, const QVector<gordian::Secret> &answers);
    void declined(const QString &node, quint64 number);

private:
    static QString keyOf(const SecretRequest &request);
    static bool mayBeKept(const SecretRequest &request);
    void enqueue(const SecretRequest &request);
    void giveToAll(const QString &key, const QVector<Secret> &answers);

    std::unique_ptr<SecretStore> m_store;
    QVector<SecretRequest> m_queue;
    QHash<QString, QVector<Secret>> m_known; ///< by keyOf()
    QSet<QString> m_forKeyring; ///< keys to store once they proved right
    QHash<QString, QSet<QString>> m_usedBy; ///< node -> keys it was answered with
};

} // namespace gordian
