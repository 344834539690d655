// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Machines to sign in to: real SSH servers on 127.0.0.1, each with a host key of its own. Lives on the test's
// thread.

#include "transport/sshserver.h"

#include <memory>
#include <vector>

namespace gordian::test {

class Machines {
public:
    /// False when one of them does not start.
    bool start(int count, const SshServer::Account &account)
    {
        for (int i = 0; i < count; ++i) {
            SshServer::Options options;
            options.accounts.insert(QStringLiteral("lab"), account);
            // Prints what is not Gordian's: whoever is in is in, and nothing is collected from this computer.
            options.exec = [](const QString &) {
                return SshServer::Command{
                    QStringLiteral("true"), {}, QProcessEnvironment::systemEnvironment()};
            };
            m_servers.push_back(std::make_unique<SshServer>());
            if (!m_servers.back()->listen(options)) {
                return false;
            }
        }
        return true;
    }

    /// As a person types them.
    QString lines() const
    {
        QStringList all;
        for (const auto &server : m_servers) {
            all.append(QStringLiteral("lab@127.0.0.1:%1").arg(server->port()));
        }
        return all.join(QLatin1Char('\n'));
    }
    QByteArray knownHosts() const
    {
        QByteArray all;
        for (const auto &server : m_servers) {
            all += server->knownHostsLine().trimmed() + '\n';
        }
        return all;
    }
    SshServer &at(size_t number) const { return *m_servers.at(number); }

private:
    std::vector<std::unique_ptr<SshServer>> m_servers;
};

} // namespace gordian::test
