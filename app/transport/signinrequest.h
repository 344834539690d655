// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a sign-in sends and is asked: the patience for one request, and the server's prompts as a question for
// a person. Pure functions of a session; its worker's thread.

#include "transport/hopplan.h"

struct ssh_session_struct;

namespace gordian {

/// Whose password: "user@host", and the port unless it is ssh's own. Behind one address there may be several
/// machines, and a password is one machine's.
QString accountAt(const Endpoint &endpoint);
/// Milliseconds for one request of a sign-in. PAM may look up names and delay refusals; a dead link must
/// still end.
int requestLimit(const HopPlan &plan, int roundTripMilliseconds);
/// The methods that the server's last refusal left; empty: nothing was asked yet.
QStringList offeredMethods(ssh_session_struct *session);
/// The prompts of the keyboard-interactive round that has just come. A single hidden one that asks for the
/// password is a Password request, so that an answer given for the same identity serves here too.
SecretRequest readPrompts(ssh_session_struct *session, const QString &identity, int attempt);

} // namespace gordian
