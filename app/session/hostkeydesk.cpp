// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/hostkeydesk.h"

#include <algorithm>
#include <utility>

namespace gordian {

namespace {

// The file counts too: accepting writes there, and a node may have one of its own.
bool asksTheSame(const HostKeyOffer &one, const HostKeyOffer &other)
{
    return one.hop == other.hop && one.key == other.key && one.knownHostsFile == other.knownHostsFile;
}

} // namespace

bool HostKeyDesk::isAccepted(const HostKeyOffer &offer) const
{
    return std::any_of(m_accepted.cbegin(), m_accepted.cend(),
                       [&](const HostKeyOffer &other) { return asksTheSame(offer, other); });
}

void HostKeyDesk::ask(const HostKeyOffer &offer)
{
    // It may have looked into known_hosts just before the answer to another node was written there.
    if (isAccepted(offer)) {
        emit accepted(offer.node);
        return;
    }
    m_pending.append(offer);
    emit pendingChanged();
}

void HostKeyDesk::accept(const QStringList &nodes)
{
    for (const HostKeyOffer &offer : std::as_const(m_pending)) {
        if (nodes.contains(offer.node)) {
            m_accepted.append(offer);
        }
    }
    QVector<HostKeyOffer> left;
    QStringList answered;
    for (const HostKeyOffer &offer : std::as_const(m_pending)) {
        if (isAccepted(offer)) {
            answered.append(offer.node);
        } else {
            left.append(offer);
        }
    }
    m_pending = left;
    emit pendingChanged();
    for (const QString &node : std::as_const(answered)) {
        emit accepted(node);
    }
}

void HostKeyDesk::reject(const QStringList &nodes)
{
    m_pending.removeIf([&](const HostKeyOffer &offer) { return nodes.contains(offer.node); });
    emit pendingChanged();
    for (const QString &node : nodes) {
        emit rejected(node);
    }
}

void HostKeyDesk::forgetNode(const QString &node)
{
    if (m_pending.removeIf([&](const HostKeyOffer &offer) { return offer.node == node; }) > 0) {
        emit pendingChanged();
    }
}

} // namespace gordian
