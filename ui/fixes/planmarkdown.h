// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A cause's steps as Markdown for a ticket. Pure function; any thread.

#include "core/diagnosis.h"

namespace gordian::ui {

QString planMarkdown(const CauseVerdict &cause, const QString &language);

} // namespace gordian::ui
