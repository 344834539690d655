// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The built-in packs, read from the source tree, and the logs of failing nodes that their fixtures hold.
// Plain functions.

#include "knowledge/knowledgebase.h"

#include <QByteArray>

namespace gordian::test {

/// Empty if it does not load.
KnowledgeBase builtInKnowledge();

/// What the probes of `knowledge` that read logs have brought in tests/data, one after the other. Each line
/// once: fixtures build on each other.
QByteArray recordedLogs(const KnowledgeBase &knowledge);

} // namespace gordian::test
