// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Three components and cases of them: what the tests of the diagnosis judge. Plain functions.

#include "core/diagnosis.h"
#include "support/packbuilder.h"

namespace gordian::test {

/// A condition: the fact `key` is `value`.
QString state(const QString &key, const QString &value);
/// runtime <- kubelet <- apiserver, and kubelets need some API server. Each is "up" by its unit fact.
PackBuilder chain();
QByteArray unit(const char *stateWord, const char *driver = "systemd");
CaseBuilder controlPlane(const char *runtime, const char *kubelet, const char *apiserver);
const GraphVertex *vertex(const Diagnosis &diagnosis, const char *id);

} // namespace gordian::test
