// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// An sshd and the settings that lead to it and to nothing of the person who runs the test.

#include "support/sshdfixture.h"
#include "support/transportprobe.h"
#include "transport/transportfactory.h"

class SshScene {
public:
    SshScene()
    {
        settings.sshConfigFile = QStringLiteral("none");
        settings.knownHostsFile = server.path(QStringLiteral("known_hosts"));
        settings.useAgent = false;
        // Never a key of the person's own: without any file named, ~/.ssh would be looked through.
        settings.identityFiles = QStringList{server.path(QStringLiteral("absent"))};
    }

    bool start(const QStringList &lines = {}, const QStringList &hostKeyTypes = {QStringLiteral("ed25519")})
    {
        return server.start(lines, hostKeyTypes) && trust();
    }
    bool trust() const { return server.writeFile(QStringLiteral("known_hosts"), server.knownHostsLine()); }

    gordian::Node node() const
    {
        gordian::Node node;
        node.id = QStringLiteral("n1");
        node.endpoint = {SshdFixture::account(), QStringLiteral("127.0.0.1"), server.port()};
        return node;
    }
    std::unique_ptr<TransportProbe> probe() const { return probe(node()); }
    std::unique_ptr<TransportProbe> probe(const gordian::Node &node) const
    {
        return std::make_unique<TransportProbe>(gordian::DefaultTransportFactory(settings).create(node));
    }

    SshdFixture server;
    gordian::SshSettings settings;
};
