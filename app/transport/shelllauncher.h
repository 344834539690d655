// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one command that a node is asked to run, and what it answers before the shell reads its script: a
// marker with the rights it got, or sudo's wish for a password. A plain object of whoever runs the command;
// one thread.

#include "core/connection.h"
#include "transport/transport.h"

#include <QByteArray>

namespace gordian {

class ShellLauncher {
public:
    enum class Event { Nothing, Ready, PasswordWanted };

    explicit ShellLauncher(ShellRights rights);

    /// One line that any login shell passes on to sh: POSIX shells, csh, fish.
    QByteArray command() const;
    /// The script alone, for `sh -c`.
    QByteArray script() const;

    /// Standard output until Ready. On Ready `bytes` holds what came after the marker, else it is empty.
    Event takeOutput(QByteArray &bytes);
    Event takeErrors(const QByteArray &bytes);

    bool isReady() const { return m_ready; }
    Privilege privilege() const { return m_privilege; }
    /// It ended, or fell silent, without a shell: which layer that is, and the node's words.
    ConnectLayer failureLayer() const;
    QString failureDetail() const;
    bool saysTooMuch() const;
    /// sudo was to ask for a password and ended without: requiretty above all. The account has a shell still.
    bool sudoNeverAsked() const
    {
        return m_rights == ShellRights::SudoPassword && !m_askedPassword && !m_ready;
    }

private:
    QByteArray m_mark;
    ShellRights m_rights;
    QByteArray m_output;
    QByteArray m_errors;
    QByteArray m_promptTail;
    Privilege m_privilege = Privilege::None;
    bool m_ready = false;
    bool m_askedPassword = false;
};

} // namespace gordian
