// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/secretdesk.h"

#include <algorithm>

namespace gordian {

SecretDesk::SecretDesk(QObject *parent) : QObject(parent)
{
}

SecretDesk::~SecretDesk() = default;

void SecretDesk::setStore(std::unique_ptr<SecretStore> store)
{
    m_store = std::move(store);
}

QString SecretDesk::keyOf(const SecretRequest &request)
{
    return QString::number(static_cast<int>(request.kind)) + QLatin1Char(':') + request.identity;
}

// Keyboard-interactive prompts may be one-time codes, which are wrong the second time.
bool SecretDesk::mayBeKept(const SecretRequest &request)
{
    return request.kind != SecretKind::KeyboardInteractive && request.prompts.size() <= 1;
}

void SecretDesk::ask(const SecretRequest &request)
{
    const QString key = keyOf(request);
    if (request.attempt > 1) {
        m_known.remove(key);
        m_forKeyring.remove(key);
        if (m_store && mayBeKept(request)) {
            m_store->forget(key);
        }
        enqueue(request);
        return;
    }
    if (const auto known = m_known.constFind(key); known != m_known.cend() && mayBeKept(request)) {
        m_usedBy[request.node].insert(key);
        emit answered(request.node, request.number, *known);
        return;
    }
    if (!m_store || !mayBeKept(request)) {
        enqueue(request);
        return;
    }
    m_store->read(key, this, [this, request](const std::optional<Secret> &found) {
        if (found) {
            m_usedBy[request.node].insert(keyOf(request));
            emit answered(request.node, request.number, {*found});
        } else {
            enqueue(request);
        }
    });
}

void SecretDesk::enqueue(const SecretRequest &request)
{
    // Answered for another node while the keyring was being asked.
    if (const auto known = m_known.constFind(keyOf(request));
        known != m_known.cend() && request.attempt == 1) {
        m_usedBy[request.node].insert(keyOf(request));
        emit answered(request.node, request.number, *known);
        return;
    }
    m_queue.append(request);
    if (m_queue.size() == 1) {
        emit frontChanged();
    }
}

const SecretRequest *SecretDesk::front() const
{
    return m_queue.isEmpty() ? nullptr : &m_queue.first();
}

void SecretDesk::answer(const QVector<Secret> &answers, Keep keep)
{
    if (m_queue.isEmpty()) {
        return;
    }
    const SecretRequest request = m_queue.first();
    const QString key = keyOf(request);
    if (!mayBeKept(request)) {
        m_queue.removeFirst();
        emit answered(request.node, request.number, answers);
    } else {
        m_known.insert(key, answers);
        if (keep == Keep::InKeyring) {
            m_forKeyring.insert(key);
        }
        giveToAll(key, answers);
    }
    emit frontChanged();
}

void SecretDesk::giveToAll(const QString &key, const QVector<Secret> &answers)
{
    QVector<SecretRequest> others;
    const QVector<SecretRequest> queue = std::exchange(m_queue, {});
    for (const SecretRequest &request : queue) {
        if (keyOf(request) == key) {
            m_usedBy[request.node].insert(key);
            emit answered(request.node, request.number, answers);
        } else {
            others.append(request);
        }
    }
    m_queue = others + m_queue;
}

void SecretDesk::decline()
{
    if (m_queue.isEmpty()) {
        return;
    }
    const SecretRequest request = m_queue.takeFirst();
    emit declined(request.node, request.number);
    emit frontChanged();
}

void SecretDesk::nodeOpened(const QString &node)
{
    const QSet<QString> used = m_usedBy.take(node);
    for (const QString &key : used) {
        const auto known = m_known.constFind(key);
        if (m_store && m_forKeyring.remove(key) && known != m_known.cend() && !known->isEmpty()) {
            m_store->write(key, known->first());
        }
    }
}

void SecretDesk::forgetNode(const QString &node)
{
    m_usedBy.remove(node);
    const bool frontGoes = !m_queue.isEmpty() && m_queue.first().node == node;
    m_queue.removeIf([&](const SecretRequest &r) { return r.node == node; });
    if (frontGoes) {
        emit frontChanged();
    }
}

} // namespace gordian
