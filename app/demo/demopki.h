// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Makes the certificates and keys that kubeadm would have made for a recorded node: no key is kept in a
// recording. Pure but for the files it writes; any thread.

#include "core/result.h"

#include <QString>

namespace gordian {

/// Below `root`, as on a node (etc/kubernetes/pki, var/lib/kubelet/pki); those that kubeconfigs hold go to
/// `root`/.pki.
Result<void> makeKubeadmCertificates(const QString &root, const QString &host, const QString &address);

} // namespace gordian
