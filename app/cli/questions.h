// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What connections ask, put to the person at the terminal or answered from --password-fd and
// --sudo-password-fd. Owned by a command that reaches nodes; lives on the main thread.

#include "cli/arguments.h"
#include "cli/terminal.h"
#include "session/investigation.h"

#include <QObject>

namespace gordian {

class Questions : public QObject {
    Q_OBJECT

public:
    Questions(const Arguments &arguments, Investigation &investigation, Terminal &terminal,
              QObject *parent = nullptr);

    /// Reads what --password-fd and --sudo-password-fd name.
    Result<void> readSecrets();
    /// With the rights that --no-sudo, --ask-sudo and --sudo-password-fd speak of.
    CollectOptions collectOptions() const;

private:
    void askHostKeys();
    void askSecret();
    std::optional<Secret> secretFor(const SecretRequest &request, const SecretPrompt &prompt);

    const Arguments &m_arguments;
    Investigation &m_investigation;
    Terminal &m_terminal;
    std::optional<Secret> m_password;
    std::optional<Secret> m_sudoPassword;
};

} // namespace gordian
