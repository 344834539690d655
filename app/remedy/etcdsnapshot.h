// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is done before anything that touches etcd's data or certificates. Pure function, any thread.

#include "core/remedy.h"

namespace gordian {

/// Saves etcd's data beside the backups of the mending: a snapshot by etcd itself where it answers, else a
/// copy of its data folder. https://etcd.io/docs/v3.5/op-guide/recovery/
Action etcdSnapshot();
/// It says so itself, or it touches etcd or certificates.
bool needsEtcdSnapshot(const Remedy &remedy);

} // namespace gordian
