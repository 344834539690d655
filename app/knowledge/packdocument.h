// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The bytes of a pack as JSON, and what a fact means on the timeline. Plain functions, any thread.

#include "knowledge/cursor.h"

#include <optional>

namespace gordian {

/// Refuses what a parser would let pass: a key given twice, too deep a nesting, more than 4 MiB.
std::optional<nlohmann::json> parsePackDocument(const QByteArray &bytes, const Place &place,
                                                Problems &problems);

/// "timeline" of the fact at `at`, else what the last word of its key says, for moments.
TimelineUse timelineUse(const Cursor &at, const QString &key, const QString &type);

} // namespace gordian
