// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A recorded node that can be reached by real SSH on 127.0.0.1: try Gordian without a cluster. Only a key
// made for this run opens it. Lives on its owner's thread; destroying it ends all sessions and removes what
// it unpacked.

#include "core/node.h"
#include "core/result.h"
#include "transport/transportfactory.h"

#include <memory>

namespace gordian {

class DemoNode {
public:
    DemoNode();
    ~DemoNode();

    /// Where it listens. `recording` is a folder or resource; empty: the built-in story.
    Result<Endpoint> start(const QString &source = {});

    /// The node to add to a case.
    Node node() const;
    /// How to get there: its own known_hosts file and identity, nothing of the user's.
    SshSettings settings() const;
    /// "[127.0.0.1]:40022 ssh-ed25519 AAAA..."
    QByteArray knownHostsLine() const;
    /// What sessions asked for that the recording does not hold.
    QStringList unanswered() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gordian
