// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was found out about the built-in packs when Gordian was built, so that no start does it again:
// gordian-packlint writes it, a resource (:/gordian/checked.bin) holds it. A program without that resource
// checks everything itself. Plain functions, any thread.

#include "knowledge/knowledgebase.h"
#include "knowledge/literals.h"

namespace gordian {

/// Of the packs' bytes, in whatever order they come.
QByteArray digestOf(const QVector<PackSource> &sources);

QByteArray checkedPacks(const QByteArray &digest, const LiteralIndex &literals);

/// The packs with this digest have no mistakes; empty if nothing was checked.
QByteArray checkedDigest();
/// What their signatures' patterns cannot match without.
LiteralIndex checkedLiterals();

} // namespace gordian
