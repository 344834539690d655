// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A node on 127.0.0.1: a real sshd in a mount namespace of its own, where /var/lib and /run are its own, that
// can be restarted as a machine is; and a gate before its shell that lets something happen at any call of the
// agent. Needs root and namespaces. Owned by a test.

#include "support/sshdfixture.h"

#include <QByteArrayList>
#include <QString>

class LoopbackNode {
public:
    enum class What { Nothing, LinkBreaks, AppIsKilled, NodeRestarts };
    enum class When { BeforeTheCall, AfterTheCall };

    static bool isPossible();
    /// `lines` for sshd_config.
    bool start(const QStringList &lines = {});
    /// Everything that runs there ends, what is in memory is gone, and another boot begins.
    bool restart();

    SshdFixture &server() { return m_server; }
    /// Where programs are looked for first.
    void setPrograms(const QString &folder) const;
    /// What is to happen at the call of that number of the next session, counted from 1.
    void arm(What what, When when, int call) const;
    void disarm() const;
    /// Of the client that is to be killed.
    void setClient(qint64 pid) const;
    /// It has happened.
    bool isHit() const;
    /// The functions that were called since arm() or disarm().
    QByteArrayList asked() const;
    /// /var/lib of the node.
    QString varLib() const { return m_server.path(QStringLiteral("node/varlib")); }

private:
    bool boot();
    void put(const QString &name, const QByteArray &text) const;
    QByteArray text(const QString &name) const;
    void killAll() const;

    SshdFixture m_server;
    QStringList m_lines;
    int m_boots = 0;
};
