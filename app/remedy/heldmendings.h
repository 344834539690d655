// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a node remembers of mendings, each by its plan and the notes beside its backups: for when the laptop
// that began it is lost. A pure function; any thread.

#include "remedy/journal.h"

namespace gordian {

/// Of what gr_hand_over printed (hostile), the newest first, each as of `node`, which was asked, wherever its
/// plan says that it was. What is no plan by its own hash is left out.
QVector<Mending> heldMendings(const QByteArray &printed, const Node &node);

} // namespace gordian
