// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One shell on an open link: starts it with the wanted rights, feeds it, delivers what it prints, says how it
// ended. Runs on a worker's thread until the shell is over.

#include "transport/linkpulse.h"
#include "transport/shelllauncher.h"
#include "transport/sshlink.h"

#include <tl/expected.hpp>

#include <functional>

struct ssh_channel_struct;

namespace gordian {

class SshShell {
public:
    struct Events {
        std::function<void(Privilege)> started;
        std::function<void(const QByteArray &)> output;
        std::function<void()> inputCarried; ///< see Transport
        /// attempt, from 1; nullopt: declined or cancelled.
        std::function<std::optional<Secret>(int)> askSudoPassword;
    };

    SshShell(SshLink &link, LinkPulse &pulse, ShellRights rights, Events events);
    ~SshShell();
    SshShell(const SshShell &) = delete;
    SshShell &operator=(const SshShell &) = delete;

    /// The failure has layer and detail only.
    tl::expected<ShellEnd, ConnectFailure> run();
    /// The person gave no sudo password, or sudo wants none: the shell is to be started once more, without.
    bool wasDeclined() const { return m_declined; }

private:
    struct Exit;

    std::optional<ConnectFailure> start();
    std::optional<ConnectFailure> pump();
    bool readOutput();
    bool readErrors();
    bool writeInput();
    std::optional<ConnectFailure> sendSudoPassword();
    bool isOver() const;
    ConnectFailure brokenLink() const;
    ShellEnd end() const;

    SshLink &m_link;
    LinkPulse &m_pulse;
    ShellLauncher m_launcher;
    Events m_events;
    ssh_channel_struct *m_channel = nullptr;
    std::unique_ptr<Exit> m_exit;
    QDeadlineTimer m_readyLimit;
    QByteArray m_input;
    QByteArray m_errors;
    int m_passwordAttempts = 0;
    bool m_passwordWanted = false;
    bool m_declined = false;
    bool m_isOpen = false;
    bool m_inputEnded = false;
};

} // namespace gordian
