// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Key exchange with one hop and the look at its host key. Runs on a worker's thread.

#include "transport/hopplan.h"
#include "transport/knownhosts.h"
#include "transport/sshlink.h"

namespace gordian {

/// Takes over `socket`. nullopt: keys are exchanged. The failure has layer, detail and lists only.
std::optional<ConnectFailure> exchangeKeys(SshLink &link, const HopPlan &plan, const KnownHosts &known,
                                           int socket, const QDeadlineTimer &deadline);
/// The key that the server proved to hold.
HostKey offeredHostKey(const SshLink &link);
/// Why a key that known_hosts speaks against ends the connection; nullopt for Trusted and Unknown.
std::optional<ConnectFailure> hostKeyObjection(const HostKeyVerdict &verdict, const HostKey &offered);

} // namespace gordian
