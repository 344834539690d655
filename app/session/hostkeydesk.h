// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Asks for each unknown host key once: nodes behind the same jump host wait for one answer, and a key that
// was accepted is not asked for again. Owned by Investigation, lives on its thread.

#include "core/connection.h"

#include <QObject>
#include <QStringList>
#include <QVector>

namespace gordian {

class HostKeyDesk : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void ask(const HostKeyOffer &offer);
    const QVector<HostKeyOffer> &pending() const { return m_pending; }
    /// Answers these nodes, and whoever waits for the same key of the same hop.
    void accept(const QStringList &nodes);
    void reject(const QStringList &nodes);
    /// The node's connection is over: its question is void.
    void forgetNode(const QString &node);

signals:
    void pendingChanged();
    void accepted(const QString &node);
    void rejected(const QString &node);

private:
    bool isAccepted(const HostKeyOffer &offer) const;

    QVector<HostKeyOffer> m_pending;
    QVector<HostKeyOffer> m_accepted;
};

} // namespace gordian
